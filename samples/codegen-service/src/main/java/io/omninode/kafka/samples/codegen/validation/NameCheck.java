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

import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.source.Excerpt;
import io.omninode.kafka.samples.codegen.source.FunctionDefinition;
import io.omninode.kafka.samples.codegen.source.Parameter;
import io.omninode.kafka.samples.codegen.source.PythonSource;

/**
 * Checks the names of classes, functions and parameters.
 */
final class NameCheck implements Check {

	@Override
	public Stream<Violation> violations(PythonSource source) {
		return Stream.concat(classes(source), source.functions().stream().flatMap(NameCheck::inFunction));
	}

	private static Stream<Violation> classes(PythonSource source) {
		return source.classes()
			.stream()
			.filter((candidate) -> !Words.isCapWords(candidate.name()))
			.map((named) -> Rule.CLASS_NAME.violation(named.line(),
					"class " + renamed(named.name(), Words.toCapWords(named.name()))));
	}

	private static Stream<Violation> inFunction(FunctionDefinition function) {
		return Stream.concat(function(function), parameters(function));
	}

	private static Stream<Violation> function(FunctionDefinition function) {
		String name = function.name();
		return Words.isSnakeCase(name) ? Stream.empty() : Stream
			.of(Rule.FUNCTION_NAME.violation(function.line(), "function " + renamed(name, Words.toSnakeCase(name))));
	}

	private static Stream<Violation> parameters(FunctionDefinition function) {
		return function.parameters()
			.stream()
			.map(Parameter::name)
			.filter((name) -> !Words.isSnakeCase(name) && !Words.isUpperCase(name))
			.map((name) -> Rule.FUNCTION_NAME.violation(function.line(),
					"parameter " + renamed(name, Words.toSnakeCase(name))));
	}

	private static String renamed(String name, String better) {
		return "<" + Excerpt.of(name) + "> would be <" + Excerpt.of(better) + ">";
	}

}
