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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.omninode.kafka.samples.codegen.event.NodeType;
import io.omninode.kafka.samples.codegen.node.ValidationResult.Violation;

/**
 * The conventions for names.
 */
final class Names {

	private static final Pattern VARIABLE = Pattern.compile("(?U)(?:self\\.)?([^\\W\\d]\\w*+) ?[:=](?!=)");

	private Names() {
	}

	static Optional<Violation> check(Line line) {
		String name = line.name();
		if (line.isClass() && !isCapWords(name)) {
			return Optional
				.of(new Violation(Rule.CLASS_NAME, line.number(), "class " + better(name, toCapWords(name))));
		}
		if (line.isFunction() && !isSnakeCase(name)) {
			return Optional
				.of(new Violation(Rule.FUNCTION_NAME, line.number(), "function " + better(name, toSnakeCase(name))));
		}
		Matcher variable = VARIABLE.matcher(line.text());
		return variable.lookingAt() ? variable(line, variable.group(1)) : Optional.empty();
	}

	private static Optional<Violation> variable(Line line, String name) {
		boolean alias = line.depth() == 0 && isCapWords(name);
		boolean conventional = alias || isSnakeCase(name) || name.equals(name.toUpperCase(Locale.ROOT));
		return conventional ? Optional.empty() : Optional
			.of(new Violation(Rule.VARIABLE_NAME, line.number(), "variable " + better(name, toSnakeCase(name))));
	}

	static Optional<Violation> checkNode(PythonSource source) {
		NodeType type = source.type();
		if (type == null || source.lines().stream().filter(Line::isClass).map(Line::name).anyMatch(type::describes)) {
			return Optional.empty();
		}
		String node = " a node of type " + PythonSource.quote(type.id());
		return Optional.of(source.lines()
			.stream()
			.filter(Line::isClass)
			.findFirst()
			.map((first) -> new Violation(Rule.NODE_CLASS_NAME, first.number(),
					"class " + PythonSource.quote(first.name()) + " of" + node + " would be "
							+ PythonSource.quote(nodeName(first.name(), type))))
			.orElseGet(() -> new Violation(Rule.NODE_CLASS_NAME, 1, "there is no class for" + node)));
	}

	private static String nodeName(String name, NodeType type) {
		String subject = toCapWords(name).replaceFirst("^Node", "")
			.replaceFirst("(?:Node|Effect|Compute|Reducer|Orchestrator)$", "");
		return "Node" + (subject.isEmpty() ? "Something" : subject) + type.suffix();
	}

	private static String better(String name, String other) {
		return PythonSource.quote(name) + " would be " + PythonSource.quote(other);
	}

	private static boolean isCapWords(String name) {
		return name.matches("_*+[^\\p{Ll}_][^_]*+");
	}

	private static boolean isSnakeCase(String name) {
		return name.equals(name.toLowerCase(Locale.ROOT));
	}

	private static String toCapWords(String name) {
		return Pattern.compile("(?:^|_+)(.?)")
			.matcher(name)
			.replaceAll((word) -> word.group(1).toUpperCase(Locale.ROOT));
	}

	private static String toSnakeCase(String name) {
		return name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1_$2").toLowerCase(Locale.ROOT);
	}

}
