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

import java.util.Set;

/**
 * A lexical element of Python source.
 *
 * @param kind what it is
 * @param text as it stands in the source, a string with its quotes
 * @param line the line it begins on, from 1
 * @param endLine the line it ends on
 * @param column the column it begins at, from 0
 */
public record Token(Kind kind, String text, int line, int endLine, int column) {

	private static final Set<String> KEYWORDS = Set.of("and", "as", "assert", "async", "await", "break", "class",
			"continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
			"in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");

	/**
	 * Return whether this is one of some keywords, names or operators.
	 * @param texts the texts to look for
	 * @return whether one of them is this token
	 */
	public boolean is(String... texts) {
		for (String candidate : texts) {
			if (candidate.equals(this.text)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether this is a name that is no keyword.
	 * @return whether it is an identifier
	 */
	public boolean isIdentifier() {
		return this.kind == Kind.NAME && !KEYWORDS.contains(this.text);
	}

	/**
	 * Return whether this is a value by itself: a name, a number or a string.
	 * @return whether it is an operand
	 */
	public boolean isOperand() {
		return isIdentifier() || this.kind == Kind.NUMBER || this.kind == Kind.STRING;
	}

	/**
	 * Return by how much this token changes the depth of brackets.
	 * @return 1, 0 or -1
	 */
	int nesting() {
		if (is("(", "[", "{")) {
			return 1;
		}
		return is(")", "]", "}") ? -1 : 0;
	}

	/**
	 * What a token is.
	 */
	public enum Kind {

		/**
		 * An identifier or a keyword.
		 */
		NAME,

		/**
		 * A number.
		 */
		NUMBER,

		/**
		 * A string with its prefix and quotes.
		 */
		STRING,

		/**
		 * An operator, a bracket or a delimiter.
		 */
		OPERATOR,

		/**
		 * A comment.
		 */
		COMMENT,

		/**
		 * The end of a logical line.
		 */
		NEWLINE

	}

}
