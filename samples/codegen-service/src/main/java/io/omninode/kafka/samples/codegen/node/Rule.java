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

package io.omninode.kafka.samples.codegen.node;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The rules of validation, with advice.
 */
enum Rule {

	UNBALANCED_BRACKET(Severity.ERROR, "Correct brackets, strings and indentation first"),
	UNTERMINATED_STRING(Severity.ERROR, "Correct brackets, strings and indentation first"),
	UNEXPECTED_INDENTATION(Severity.ERROR, "Correct brackets, strings and indentation first"),
	INCONSISTENT_DEDENT(Severity.ERROR, "Correct brackets, strings and indentation first"),
	UNEXPECTED_CHARACTER(Severity.ERROR, "Correct brackets, strings and indentation first"),
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

	@JsonValue
	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Severity severity() {
		return this.severity;
	}

	String advice() {
		return this.advice;
	}

	/** Python does not run it, it breaks a convention of nodes, or it could be better. */
	enum Severity {

		ERROR, WARNING, INFO

	}

}
