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

package io.omninode.kafka.test.correlation;

import java.util.function.Predicate;

/**
 * Masks secret JSON fields anywhere in a text. Unlike a parser, it also finds them in
 * JSON that is cut off, partly invalid, or written as a string within JSON.
 * <p>
 * The number of backslashes before a quotation mark tells its level: whether it belongs
 * to the text itself, to a string in it, or to a string within that string. A string ends
 * at the next quotation mark of the same level.
 */
final class SecretFields {

	private static final int MAX_NAME = 1_000;

	private final String text;

	private final Predicate<String> secret;

	private final StringBuilder masked = new StringBuilder();

	private int copied;

	SecretFields(String text, Predicate<String> secret) {
		this.text = text;
		this.secret = secret;
	}

	String masked() {
		int quote = this.text.indexOf('"');
		while (quote >= 0) {
			int value = valueOfSecret(quote);
			if (value >= 0) {
				int level = level(quote, 0);
				String mark = "\\".repeat((1 << level) - 1) + '"';
				this.masked.append(this.text, this.copied, value).append(mark).append(Masking.MASK).append(mark);
				this.copied = end(value, level);
			}
			quote = this.text.indexOf('"', Math.max(this.copied, quote + 1));
		}
		return (this.copied > 0) ? this.masked.append(this.text.substring(this.copied)).toString() : this.text;
	}

	/**
	 * Return where the value of a field begins, or -1 if the quotation mark does not
	 * begin the name of a secret.
	 */
	private int valueOfSecret(int quote) {
		int close = close(quote, level(quote, 0), MAX_NAME);
		int colon = (close >= 0) ? afterSpace(close + 1) : this.text.length();
		boolean isField = colon < this.text.length() && this.text.charAt(colon) == ':';
		return (isField && this.secret.test(this.text.substring(quote + 1, close))) ? afterSpace(colon + 1) : -1;
	}

	/**
	 * Return the number of strings that a quotation mark is nested in. With each level,
	 * the number of backslashes before it doubles and grows by one.
	 */
	private int level(int quote, int from) {
		int backslashes = 0;
		while (quote - backslashes > from && this.text.charAt(quote - backslashes - 1) == '\\') {
			backslashes++;
		}
		return Integer.numberOfTrailingZeros(~backslashes);
	}

	/**
	 * Return the position of the quotation mark that ends a string, which is on the same
	 * level or an outer one, or -1 if there is none.
	 */
	private int close(int open, int level, int maximum) {
		int quote = this.text.indexOf('"', open + 1);
		while (quote >= 0 && quote - open <= maximum) {
			if (level(quote, open + 1) <= level) {
				return quote;
			}
			quote = this.text.indexOf('"', quote + 1);
		}
		return -1;
	}

	private int afterSpace(int from) {
		int at = from;
		while (at < this.text.length() && (Character.isWhitespace(this.text.charAt(at)) || isEscapedSpace(at))) {
			at += isEscapedSpace(at) ? 2 : 1;
		}
		return at;
	}

	private boolean isEscapedSpace(int at) {
		return this.text.charAt(at) == '\\' && at + 1 < this.text.length()
				&& "nrt".indexOf(this.text.charAt(at + 1)) >= 0;
	}

	/**
	 * Return where a value ends.
	 */
	private int end(int value, int level) {
		int open = value;
		while (open < this.text.length() && this.text.charAt(open) == '\\') {
			open++;
		}
		if (open == this.text.length()) {
			return open;
		}
		return switch (this.text.charAt(open)) {
			case '"' -> endOfString(open, level);
			case '{', '[' -> endOfStructure(open, level);
			default -> endOfScalar(value);
		};
	}

	private int endOfString(int open, int level) {
		int close = close(open, level, Integer.MAX_VALUE);
		if (close < 0) {
			return this.text.length();
		}
		return (level(close, open + 1) == level) ? close + 1 : close;
	}

	private int endOfStructure(int begin, int level) {
		int depth = 0;
		for (int at = begin; at < this.text.length(); at++) {
			switch (this.text.charAt(at)) {
				case '{', '[' -> depth++;
				case '}', ']' -> depth--;
				case '"' -> {
					if (level(at, begin) < level) {
						return at;
					}
					at = endOfString(at, level) - 1;
				}
				default -> {
				}
			}
			if (depth == 0) {
				return at + 1;
			}
		}
		return this.text.length();
	}

	private int endOfScalar(int value) {
		int at = value;
		while (at < this.text.length() && ",}]\"\\ \t\r\n".indexOf(this.text.charAt(at)) < 0) {
			at++;
		}
		return at;
	}

}
