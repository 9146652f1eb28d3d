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
import java.util.Set;
import java.util.function.Predicate;

/**
 * The tokens between two ends of lines: one statement, several between semicolons, or the
 * header of a block with the block behind it.
 */
final class LogicalLine {

	private static final Set<String> HEADERS = Set.of("async", "class", "def", "elif", "else", "except", "finally",
			"for", "if", "try", "while", "with");

	private LogicalLine() {
	}

	/**
	 * Return whether the first of some tokens says that the header of a block follows.
	 * @param tokens the tokens
	 * @return whether it is a keyword of a compound statement
	 */
	static boolean isHeader(List<Token> tokens) {
		return HEADERS.contains(tokens.get(0).text()) || isSoftHeader(tokens);
	}

	/**
	 * Return where the header of a block ends.
	 * @param tokens the tokens
	 * @return the index of the colon, or -1 if these tokens are no whole header
	 */
	static int headerColon(List<Token> tokens) {
		return isHeader(tokens) ? indexOutsideBrackets(tokens, new ColonOfHeader()) : -1;
	}

	/**
	 * Cut tokens at each semicolon.
	 * @param tokens the tokens
	 * @return the parts that are not empty
	 */
	static List<List<Token>> statements(List<Token> tokens) {
		return parts(tokens, ";");
	}

	/**
	 * Cut tokens where a delimiter stands outside of brackets.
	 * @param tokens the tokens
	 * @param delimiter the delimiter
	 * @return the parts that are not empty
	 */
	static List<List<Token>> parts(List<Token> tokens, String delimiter) {
		List<List<Token>> parts = new ArrayList<>();
		List<Token> rest = tokens;
		while (!rest.isEmpty()) {
			int found = indexOutsideBrackets(rest, (token) -> token.is(delimiter));
			int end = (found >= 0) ? found : rest.size();
			if (end > 0) {
				parts.add(rest.subList(0, end));
			}
			rest = rest.subList(Math.min(end + 1, rest.size()), rest.size());
		}
		return parts;
	}

	private static int indexOutsideBrackets(List<Token> tokens, Predicate<Token> wanted) {
		int depth = 0;
		for (int i = 0; i < tokens.size(); i++) {
			depth += tokens.get(i).nesting();
			if (depth == 0 && wanted.test(tokens.get(i))) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isSoftHeader(List<Token> tokens) {
		return tokens.get(0).is("match", "case") && tokens.size() > 2 && !tokens.get(1).is("=", ":", ".", ",", ")")
				&& indexOutsideBrackets(tokens, new ColonOfHeader()) > 0;
	}

	/**
	 * Finds the first colon that does not belong to a lambda.
	 */
	private static final class ColonOfHeader implements Predicate<Token> {

		private int lambdas;

		@Override
		public boolean test(Token token) {
			if (token.is("lambda")) {
				this.lambdas++;
			}
			return token.is(":") && this.lambdas-- <= 0;
		}

	}

}
