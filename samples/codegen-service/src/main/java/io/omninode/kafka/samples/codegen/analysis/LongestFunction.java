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

package io.omninode.kafka.samples.codegen.analysis;

import java.util.Comparator;
import java.util.Optional;

import io.omninode.kafka.samples.codegen.source.Excerpt;
import io.omninode.kafka.samples.codegen.source.FunctionDefinition;
import io.omninode.kafka.samples.codegen.source.PythonSource;

/**
 * The function with the most lines.
 *
 * @param name its name, with its class before it if it is a method
 * @param line the line it begins on, from 1
 * @param lines the number of its lines
 */
record LongestFunction(String name, int line, int lines) {

	static Optional<LongestFunction> in(PythonSource source) {
		return source.functions()
			.stream()
			.max(Comparator.comparingInt(FunctionDefinition::lineCount))
			.map((longest) -> new LongestFunction(qualifiedName(longest), longest.line(), longest.lineCount()));
	}

	private static String qualifiedName(FunctionDefinition function) {
		return Excerpt.of((function.owner() != null) ? function.owner() + "." + function.name() : function.name());
	}

}
