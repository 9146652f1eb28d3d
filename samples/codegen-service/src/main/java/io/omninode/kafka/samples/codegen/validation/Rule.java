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

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of this service, beyond what source has to keep to be read at all.
 */
enum Rule {

	MISSING_COLON(Severity.ERROR, "End the header of each block with a colon"),

	MISSING_BLOCK(Severity.ERROR, "Give each header an indented block, at least pass"),

	MISSING_NAME(Severity.ERROR, "Name each class and function"),

	MISSING_PARAMETERS(Severity.ERROR, "Give each function a list of parameters, at least ()"),

	MISSING_OPERATOR(Severity.ERROR, "Put an operator or a comma between two values"),

	INCOMPLETE_STATEMENT(Severity.ERROR, "Complete each statement that ends with an operator"),

	CLASS_NAME(Severity.WARNING, "Name classes in CapWords"),

	FUNCTION_NAME(Severity.WARNING, "Name functions and parameters in snake_case"),

	VARIABLE_NAME(Severity.WARNING, "Name variables in snake_case and constants in UPPER_CASE"),

	NODE_CLASS_NAME(Severity.WARNING, "Name the class of a node Node<Something><Type>, as in NodeUserEffect"),

	MISSING_DOCSTRING(Severity.INFO, "Describe public classes and functions in a docstring"),

	MISSING_TYPE_HINT(Severity.INFO, "Add type hints to parameters and return values");

	private final Severity severity;

	private final String advice;

	Rule(Severity severity, String advice) {
		this.severity = severity;
		this.advice = advice;
	}

	Violation violation(int line, String message) {
		return new Violation(id(), this.severity, line, message);
	}

	static Optional<String> advice(String id) {
		return Arrays.stream(values()).filter((rule) -> rule.id().equals(id)).map((rule) -> rule.advice).findFirst();
	}

	private String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
