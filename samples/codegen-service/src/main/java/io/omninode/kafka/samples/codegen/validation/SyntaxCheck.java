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
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.source.Excerpt;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import io.omninode.kafka.samples.codegen.source.Statement;
import io.omninode.kafka.samples.codegen.source.Token;
import io.omninode.kafka.samples.codegen.source.Token.Kind;

/**
 * Checks what every statement has to look like.
 */
final class SyntaxCheck implements Check {

	private static final String[] BINARY = { "=", "+", "-", "/", "%", "@", "&", "|", "^", "<", ">", "==", "!=", "<=",
			">=", "**", "//", "<<", ">>", "+=", "-=", "*=", "/=", ":=", "->", ".", "and", "or", "not", "in", "is" };

	@Override
	public Stream<Violation> violations(PythonSource source) {
		return Stream.concat(unreadable(source), source.statements().stream().flatMap(SyntaxCheck::inStatement));
	}

	private static Stream<Violation> unreadable(PythonSource source) {
		return source.problems()
			.stream()
			.map((problem) -> new Violation(problem.rule(), Severity.ERROR, problem.line(), problem.message()));
	}

	private static Stream<Violation> inStatement(Statement statement) {
		return Stream.concat(definition(statement), Stream.concat(operands(statement), end(statement)));
	}

	private static Stream<Violation> definition(Statement statement) {
		String keyword = statement.keyword();
		if (!keyword.equals("def") && !keyword.equals("class")) {
			return Stream.empty();
		}
		List<Token> rest = statement.tokens().subList(statement.first().is("async") ? 2 : 1, statement.tokens().size());
		if (rest.isEmpty() || !rest.get(0).isIdentifier()) {
			return Stream.of(Rule.MISSING_NAME.violation(statement.line(), "<" + keyword + "> is followed by no name"));
		}
		boolean parameters = keyword.equals("class") || statement.has("(");
		return parameters ? Stream.empty() : Stream.of(Rule.MISSING_PARAMETERS.violation(statement.line(),
				"function <" + Excerpt.of(rest.get(0).text()) + "> has no list of parameters"));
	}

	private static Stream<Violation> operands(Statement statement) {
		List<Token> tokens = statement.tokens();
		for (int i = startOfOperands(statement); i < tokens.size(); i++) {
			Token left = tokens.get(i - 1);
			Token right = tokens.get(i);
			boolean strings = left.kind() == Kind.STRING && right.kind() == Kind.STRING;
			if (left.isOperand() && right.isOperand() && !strings) {
				return Stream.of(Rule.MISSING_OPERATOR.violation(right.line(), "no operator between <"
						+ Excerpt.of(left.text()) + "> and <" + Excerpt.of(right.text()) + ">"));
			}
		}
		return Stream.empty();
	}

	private static int startOfOperands(Statement statement) {
		return statement.first().is("match", "case", "type") ? 2 : 1;
	}

	private static Stream<Violation> end(Statement statement) {
		if (!statement.last().is(BINARY)) {
			return Stream.empty();
		}
		return Stream.of(Rule.INCOMPLETE_STATEMENT.violation(statement.last().line(),
				"the statement ends with <" + statement.last().text() + ">"));
	}

}
