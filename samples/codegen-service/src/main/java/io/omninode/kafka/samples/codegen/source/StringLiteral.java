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

import java.util.Locale;

/**
 * Moves a cursor over one string literal, from its prefix to its closing quote.
 * <p>
 * In a formatted string a quote between braces belongs to the expression there.
 */
final class StringLiteral {

	private static final String PREFIXES = "rbuft";

	private final Cursor cursor;

	private final boolean formatted;

	private final String quote;

	private int braces;

	private StringLiteral(Cursor cursor, String prefix, String quote) {
		this.cursor = cursor;
		this.formatted = prefix.contains("f") || prefix.contains("t");
		this.quote = quote;
	}

	static boolean startsAt(Cursor cursor) {
		return isQuote(cursor.peek(prefixLength(cursor)));
	}

	/**
	 * Move the cursor over the literal.
	 * @param cursor a cursor that stands before the literal
	 * @return whether the literal is closed
	 */
	static boolean skip(Cursor cursor) {
		int start = cursor.position();
		cursor.advance(prefixLength(cursor));
		String prefix = cursor.since(start).toLowerCase(Locale.ROOT);
		String single = String.valueOf(cursor.peek());
		String quote = cursor.looksAt(single.repeat(3)) ? single.repeat(3) : single;
		cursor.advance(quote.length());
		return new StringLiteral(cursor, prefix, quote).skipToEnd();
	}

	private static int prefixLength(Cursor cursor) {
		int length = 0;
		while (length < 2 && PREFIXES.indexOf(Character.toLowerCase(cursor.peek(length))) >= 0) {
			length++;
		}
		return length;
	}

	private static boolean isQuote(char character) {
		return character == '"' || character == '\'';
	}

	private boolean skipToEnd() {
		while (!this.cursor.atEnd() && !endsWithLine()) {
			if (this.braces == 0 && this.cursor.looksAt(this.quote)) {
				this.cursor.advance(this.quote.length());
				return true;
			}
			skipNext();
		}
		return false;
	}

	private boolean endsWithLine() {
		return this.quote.length() == 1 && this.cursor.peek() == '\n';
	}

	private void skipNext() {
		if (this.cursor.peek() == '\\') {
			this.cursor.advance(2);
		}
		else if (this.formatted) {
			skipFormatted();
		}
		else {
			this.cursor.advance();
		}
	}

	private void skipFormatted() {
		char next = this.cursor.peek();
		if (this.braces == 0 && this.cursor.looksAt("{{")) {
			this.cursor.advance(2);
		}
		else if (this.braces > 0 && isQuote(next)) {
			skipNested(next);
		}
		else {
			this.braces += braceChange(next);
			this.cursor.advance();
		}
	}

	private int braceChange(char next) {
		if (next == '{') {
			return 1;
		}
		return (next == '}' && this.braces > 0) ? -1 : 0;
	}

	private void skipNested(char nestedQuote) {
		this.cursor.advance();
		this.cursor.advanceWhile((next) -> next != nestedQuote && next != '\n');
		this.cursor.advance((this.cursor.peek() == nestedQuote) ? 1 : 0);
	}

}
