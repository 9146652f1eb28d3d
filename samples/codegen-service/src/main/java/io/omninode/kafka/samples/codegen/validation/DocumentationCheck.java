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
import io.omninode.kafka.samples.codegen.source.FunctionDefinition;
import io.omninode.kafka.samples.codegen.source.Parameter;
import io.omninode.kafka.samples.codegen.source.PythonSource;

/**
 * Checks that public things have docstrings, and that functions have type hints.
 */
final class DocumentationCheck implements Check {

	@Override
	public Stream<Violation> violations(PythonSource source) {
		return Stream.of(classes(source), functions(source), hints(source)).flatMap((violations) -> violations);
	}

	private static Stream<Violation> classes(PythonSource source) {
		return source.classes()
			.stream()
			.filter((candidate) -> isPublic(candidate.name()) && !candidate.hasDocstring())
			.map((found) -> undocumented("class", found.name(), found.line()));
	}

	private static Stream<Violation> functions(PythonSource source) {
		return source.functions()
			.stream()
			.filter((candidate) -> isPublic(candidate.name()) && !candidate.hasDocstring())
			.map((found) -> undocumented("function", found.name(), found.line()));
	}

	private static Violation undocumented(String what, String name, int line) {
		return Rule.MISSING_DOCSTRING.violation(line, what + " <" + Excerpt.of(name) + "> has no docstring");
	}

	private static Stream<Violation> hints(PythonSource source) {
		return source.functions()
			.stream()
			.filter(DocumentationCheck::lacksHint)
			.map((found) -> Rule.MISSING_TYPE_HINT.violation(found.line(),
					"function <" + Excerpt.of(found.name()) + "> has no type hint for " + withoutHint(found)));
	}

	private static boolean lacksHint(FunctionDefinition function) {
		return !untyped(function).isEmpty() || lacksReturnType(function);
	}

	private static String withoutHint(FunctionDefinition function) {
		List<String> names = untyped(function);
		if (names.isEmpty()) {
			return "its return value";
		}
		return "<" + Excerpt.of(String.join(", ", names)) + ">"
				+ (lacksReturnType(function) ? " and its return value" : "");
	}

	private static List<String> untyped(FunctionDefinition function) {
		return function.parameters()
			.stream()
			.filter((parameter) -> !parameter.typed() && !parameter.isReceiver())
			.map(Parameter::name)
			.toList();
	}

	private static boolean lacksReturnType(FunctionDefinition function) {
		return !function.hasReturnType() && !function.name().equals("__init__");
	}

	private static boolean isPublic(String name) {
		return !name.startsWith("_");
	}

}
