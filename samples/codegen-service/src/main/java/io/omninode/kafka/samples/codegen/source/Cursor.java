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

import java.util.function.IntPredicate;

/**
 * A place in a text that moves forward and knows its line.
 */
final class Cursor {

	private final String text;

	private int position;

	private int line = 1;

	private int lineStart;

	Cursor(String text) {
		this.text = text;
	}

	boolean atEnd() {
		return this.position >= this.text.length();
	}

	char peek() {
		return peek(0);
	}

	char peek(int ahead) {
		int index = this.position + ahead;
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

	boolean looksAt(String expected) {
		return this.text.startsWith(expected, this.position);
	}

	void advance() {
		if (peek() == '\n') {
			this.line++;
			this.lineStart = this.position + 1;
		}
		this.position++;
	}

	void advance(int count) {
		for (int i = 0; i < count && !atEnd(); i++) {
			advance();
		}
	}

	void advanceWhile(IntPredicate accepted) {
		while (!atEnd() && accepted.test(peek())) {
			advance();
		}
	}

	int position() {
		return this.position;
	}

	int line() {
		return this.line;
	}

	int column() {
		return this.position - this.lineStart;
	}

	String since(int start) {
		return this.text.substring(start, this.position);
	}

}
