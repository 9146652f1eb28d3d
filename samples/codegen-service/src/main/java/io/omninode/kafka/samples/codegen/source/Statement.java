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

import java.util.List;
import java.util.stream.Collectors;

import io.omninode.kafka.samples.codegen.source.Token.Kind;

/**
 * A statement without the block below it: a simple statement, or the header of a compound
 * one up to its colon.
 *
 * @param index its place among the statements of the source, from 0
 * @param depth the number of blocks around it
 * @param tokens its tokens without comments, at least one
 */
public record Statement(int index, int depth, List<Token> tokens) {

	/**
	 * Return the word that says what the statement is; {@code async} is passed over.
	 * @return the first token's text
	 */
	public String keyword() {
		boolean async = first().is("async") && this.tokens.size() > 1;
		return this.tokens.get(async ? 1 : 0).text();
	}

	/**
	 * Return whether it begins as the header of a block does.
	 * @return whether its keyword is one of a compound statement
	 */
	public boolean isHeader() {
		return LogicalLine.isHeader(this.tokens);
	}

	/**
	 * Return whether a block belongs below it.
	 * @return whether it ends with the colon of a header
	 */
	public boolean opensBlock() {
		return LogicalLine.headerColon(this.tokens) == this.tokens.size() - 1;
	}

	/**
	 * Return whether it is nothing but a string.
	 * @return whether it is a docstring where it comes first
	 */
	public boolean isString() {
		return this.tokens.stream().allMatch((token) -> token.kind() == Kind.STRING);
	}

	/**
	 * Return whether one of some words or operators occurs in it.
	 * @param texts the texts to look for
	 * @return whether one of them is there
	 */
	public boolean has(String... texts) {
		return this.tokens.stream().anyMatch((token) -> token.is(texts));
	}

	/**
	 * Return the first token.
	 * @return the token
	 */
	public Token first() {
		return this.tokens.get(0);
	}

	/**
	 * Return the last token.
	 * @return the token
	 */
	public Token last() {
		return this.tokens.get(this.tokens.size() - 1);
	}

	/**
	 * Return the line it begins on.
	 * @return the line, from 1
	 */
	public int line() {
		return first().line();
	}

	/**
	 * Return its tokens without what is between them in the source.
	 * @return the text, in one line where no string has several
	 */
	public String text() {
		return this.tokens.stream().map(Token::text).collect(Collectors.joining(" "));
	}

}
