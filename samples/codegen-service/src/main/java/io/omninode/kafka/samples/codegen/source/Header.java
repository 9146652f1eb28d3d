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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The header of a class or function, taken apart.
 */
final class Header {

	private final List<Token> tokens;

	Header(Statement statement) {
		this.tokens = statement.tokens();
	}

	Optional<String> name() {
		int index = this.tokens.get(0).is("async") ? 2 : 1;
		return this.tokens.stream().skip(index).limit(1).filter(Token::isIdentifier).map(Token::text).findFirst();
	}

	List<Parameter> parameters() {
		return arguments().stream()
			.map(Header::withoutStars)
			.flatMap((argument) -> parameter(argument).stream())
			.toList();
	}

	List<String> bases() {
		return arguments().stream()
			.filter((argument) -> argument.stream().noneMatch((token) -> token.is("=")))
			.map((argument) -> argument.stream().map(Token::text).collect(Collectors.joining()))
			.toList();
	}

	private static List<Token> withoutStars(List<Token> argument) {
		return argument.get(0).is("*", "**") ? argument.subList(1, argument.size()) : argument;
	}

	private static Optional<Parameter> parameter(List<Token> argument) {
		if (argument.isEmpty() || !argument.get(0).isIdentifier()) {
			return Optional.empty();
		}
		boolean typed = argument.size() > 1 && argument.get(1).is(":");
		return Optional.of(new Parameter(argument.get(0).text(), typed));
	}

	private List<List<Token>> arguments() {
		int start = indexOf("(") + 1;
		int depth = 1;
		for (int i = start; i > 0 && i < this.tokens.size(); i++) {
			depth += this.tokens.get(i).nesting();
			if (depth == 0) {
				return LogicalLine.parts(this.tokens.subList(start, i), ",");
			}
		}
		return List.of();
	}

	private int indexOf(String text) {
		for (int i = 0; i < this.tokens.size(); i++) {
			if (this.tokens.get(i).is(text)) {
				return i;
			}
		}
		return -1;
	}

}
