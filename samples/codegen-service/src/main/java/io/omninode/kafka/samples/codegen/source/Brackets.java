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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The brackets that are open while source is read.
 */
final class Brackets {

	private final Deque<Token> open = new ArrayDeque<>();

	private final List<SourceProblem> problems;

	Brackets(List<SourceProblem> problems) {
		this.problems = problems;
	}

	boolean areClosed() {
		return this.open.isEmpty();
	}

	void accept(Token token) {
		if (token.nesting() > 0) {
			this.open.push(token);
		}
		else if (token.nesting() < 0) {
			close(token);
		}
	}

	void end() {
		for (Token token : this.open) {
			report(token, "is never closed");
		}
	}

	private void close(Token closing) {
		Token opening = this.open.poll();
		if (opening == null) {
			report(closing, "closes nothing");
		}
		else if (!closing.is(counterpart(opening))) {
			report(closing, "does not close <" + opening.text() + "> of line " + opening.line());
		}
	}

	private static String counterpart(Token opening) {
		return switch (opening.text()) {
			case "(" -> ")";
			case "[" -> "]";
			default -> "}";
		};
	}

	private void report(Token token, String message) {
		this.problems.add(new SourceProblem("unbalanced-bracket", token.line(), "<" + token.text() + "> " + message));
	}

}
