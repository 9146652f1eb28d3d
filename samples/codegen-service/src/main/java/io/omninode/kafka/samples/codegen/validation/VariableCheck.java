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

package io.omninode.kafka.samples.codegen.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.source.Excerpt;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import io.omninode.kafka.samples.codegen.source.Statement;
import io.omninode.kafka.samples.codegen.source.Token;

/**
 * Checks the names of what is assigned: variables, and attributes of {@code self}.
 */
final class VariableCheck implements Check {

	@Override
	public Stream<Violation> violations(PythonSource source) {
		return source.statements().stream().flatMap((statement) -> violation(statement).stream());
	}

	private static Optional<Violation> violation(Statement statement) {
		return assigned(statement).filter((name) -> !isConventional(name, statement.depth()))
			.map((name) -> Rule.VARIABLE_NAME.violation(statement.line(),
					"variable <" + Excerpt.of(name) + "> would be <" + Excerpt.of(Words.toSnakeCase(name)) + ">"));
	}

	private static Optional<String> assigned(Statement statement) {
		List<Token> tokens = statement.tokens();
		boolean attribute = tokens.size() > 2 && tokens.get(0).is("self") && tokens.get(1).is(".");
		int name = attribute ? 2 : 0;
		boolean assignment = tokens.size() > name + 1 && tokens.get(name + 1).is("=", ":");
		return assignment ? Optional.of(tokens.get(name)).filter(Token::isIdentifier).map(Token::text)
				: Optional.empty();
	}

	private static boolean isConventional(String name, int depth) {
		boolean alias = depth == 0 && Words.isCapWords(name);
		return alias || Words.isSnakeCase(name) || Words.isUpperCase(name);
	}

}
