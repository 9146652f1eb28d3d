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
 * A line that breaks a rule.
 */
record Violation(Rule rule, Severity severity, int line, String message) {

	Violation(Rule rule, int line, String message) {
		this(rule, rule.severity, line, message);
	}

	/** Python does not run it, it breaks a convention of nodes, or it could be better. */
	enum Severity {

		ERROR, WARNING, INFO

	}

	/** A rule, with advice. */
	enum Rule {

		UNBALANCED_BRACKET(Severity.ERROR, "Close each bracket by one of its kind"),
		UNTERMINATED_STRING(Severity.ERROR, "Close each string"),
		UNEXPECTED_INDENTATION(Severity.ERROR, "Indent the block below a header, and nothing else"),
		MISSING_COLON(Severity.ERROR, "End the header of each block with a colon"),
		MISSING_BLOCK(Severity.ERROR, "Give each header an indented block, at least pass"),
		CLASS_NAME(Severity.WARNING, "Name classes in CapWords"),
		FUNCTION_NAME(Severity.WARNING, "Name functions in snake_case"),
		NODE_CLASS_NAME(Severity.WARNING, "Name the class of a node Node<Something><Type>, as in NodeUserEffect"),
		MISSING_DOCSTRING(Severity.INFO, "Describe public classes and functions in a docstring");

		final String advice;

		private final Severity severity;

		Rule(Severity severity, String advice) {
			this.severity = severity;
			this.advice = advice;
		}

		@JsonValue
		String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
