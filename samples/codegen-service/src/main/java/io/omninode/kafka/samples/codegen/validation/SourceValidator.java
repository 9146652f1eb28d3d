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

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.node.NodeType;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.jspecify.annotations.Nullable;

/**
 * Validates the syntax and the names of a node.
 * <p>
 * Thread-safe.
 */
final class SourceValidator {

	private static final List<Check> CHECKS = List.of(new SyntaxCheck(), new BlockCheck(), new NameCheck(),
			new VariableCheck(), new DocumentationCheck());

	ValidationResult validate(PythonSource source, @Nullable NodeType type) {
		Stream<Check> checks = Stream.concat(CHECKS.stream(), Stream.ofNullable(type).map(NodeNameCheck::new));
		return ValidationResult.of(checks.flatMap((check) -> check.violations(source))
			.sorted(Comparator.comparingInt(Violation::line))
			.toList());
	}

}
