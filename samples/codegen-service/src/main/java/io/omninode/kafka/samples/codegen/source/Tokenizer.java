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

import io.omninode.kafka.samples.codegen.source.Token.Kind;

/**
 * Cuts Python source into tokens. What it cannot read it reports and steps over.
 */
final class Tokenizer {

	private static final List<String> LONG_OPERATORS = List.of("**=", "//=", ">>=", "<<=", "...", "->", ":=", "==",
			"!=", "<=", ">=", "**", "//", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=");

	private static final String OPERATORS = "+-*/%@&|^~<>()[]{},:;.=";

	private final List<Token> tokens = new ArrayList<>();

	private final List<SourceProblem> problems;

	private final Cursor cursor;

	private final Brackets brackets;

	Tokenizer(String text, List<SourceProblem> problems) {
		this.cursor = new Cursor(text);
		this.problems = problems;
		this.brackets = new Brackets(problems);
	}

	List<Token> tokens() {
		while (!this.cursor.atEnd()) {
			readNext();
		}
		this.brackets.end();
		return this.tokens;
	}

	private void readNext() {
		char next = this.cursor.peek();
		if (next == '\n') {
			readLineEnd();
		}
		else if (Character.isWhitespace(next) || this.cursor.looksAt("\\\n")) {
			this.cursor.advance((next == '\\') ? 2 : 1);
		}
		else {
			readToken(next);
		}
	}

	private void readLineEnd() {
		if (this.brackets.areClosed()) {
			add(Kind.NEWLINE, () -> this.cursor.advance());
		}
		else {
			this.cursor.advance();
		}
	}

	private void readToken(char next) {
		if (next == '#') {
			add(Kind.COMMENT, () -> this.cursor.advanceWhile((character) -> character != '\n'));
		}
		else if (StringLiteral.startsAt(this.cursor)) {
			add(Kind.STRING, this::skipString);
		}
		else if (isNameStart(next)) {
			add(Kind.NAME, () -> this.cursor.advanceWhile(Tokenizer::isNamePart));
		}
		else if (isDigit(next) || (next == '.' && isDigit(this.cursor.peek(1)))) {
			add(Kind.NUMBER, () -> this.cursor.advanceWhile((part) -> isNamePart(part) || part == '.'));
		}
		else {
			readOperator(next);
		}
	}

	private void readOperator(char next) {
		String operator = LONG_OPERATORS.stream()
			.filter(this.cursor::looksAt)
			.findFirst()
			.orElseGet(() -> String.valueOf(next));
		if (operator.length() == 1 && OPERATORS.indexOf(next) < 0) {
			report("unexpected-character", "<" + next + "> has no meaning here");
			this.cursor.advance();
		}
		else {
			this.brackets.accept(add(Kind.OPERATOR, () -> this.cursor.advance(operator.length())));
		}
	}

	private void skipString() {
		int line = this.cursor.line();
		if (!StringLiteral.skip(this.cursor)) {
			this.problems.add(new SourceProblem("unterminated-string", line, "a string is never closed"));
		}
	}

	private Token add(Kind kind, Runnable advance) {
		int start = this.cursor.position();
		int line = this.cursor.line();
		int column = this.cursor.column();
		advance.run();
		int endLine = (kind != Kind.NEWLINE) ? this.cursor.line() : line;
		Token token = new Token(kind, this.cursor.since(start), line, endLine, column);
		this.tokens.add(token);
		return token;
	}

	private void report(String rule, String message) {
		this.problems.add(new SourceProblem(rule, this.cursor.line(), message));
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isNameStart(char character) {
		return character == '_' || Character.isUnicodeIdentifierStart(character) || Character.isSurrogate(character);
	}

	private static boolean isNamePart(int character) {
		return character == '_' || Character.isUnicodeIdentifierPart(character)
				|| Character.isSurrogate((char) character);
	}

}
