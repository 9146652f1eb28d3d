/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.omninode.kafka.samples.codegen.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A call of a function or method.
 *
 * @param target what is called, as in {@code self.bus.publish}
 * @param line the line it stands on, from 1
 */
public record Call(String target, int line) {

	/**
	 * Return what is called, without the object it is called on.
	 * @return the last name of the target
	 */
	public String function() {
		return this.target.substring(this.target.lastIndexOf('.') + 1);
	}

	/**
	 * Return whether this calls one of some functions.
	 * @param names whole targets, functions, or modules with a dot at the end
	 * @return whether one of them is called
	 */
	public boolean isOf(String... names) {
		for (String name : names) {
			boolean module = name.endsWith(".") && this.target.startsWith(name);
			if (module || name.equals(this.target) || name.equals(function())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the calls in a statement.
	 * @param statement the statement
	 * @return the calls in order
	 */
	public static List<Call> in(Statement statement) {
		List<Call> calls = new ArrayList<>();
		List<Token> tokens = statement.tokens();
		for (int i = 0; i < tokens.size() - 1; i++) {
			if (tokens.get(i).isIdentifier() && tokens.get(i + 1).is("(") && !isDefined(tokens, i)) {
				calls.add(new Call(target(tokens, i), tokens.get(i).line()));
			}
		}
		return calls;
	}

	private static boolean isDefined(List<Token> tokens, int index) {
		return index > 0 && tokens.get(index - 1).is("def", "class");
	}

	private static String target(List<Token> tokens, int last) {
		int start = last;
		while (start >= 2 && tokens.get(start - 1).is(".") && tokens.get(start - 2).isIdentifier()) {
			start -= 2;
		}
		StringBuilder target = new StringBuilder();
		tokens.subList(start, last + 1).forEach((token) -> target.append(token.text()));
		return target.toString();
	}

}
