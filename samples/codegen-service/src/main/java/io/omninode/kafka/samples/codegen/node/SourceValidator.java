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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.node.ValidationResult.Violation;

/**
 * Validates the syntax, the names and the documentation of a node.
 */
public final class SourceValidator {

	private static final List<LineCheck> CHECKS = List.of(
			LineCheck.of(Rule.UNEXPECTED_CHARACTER, "([$?`]|!(?!=))", "<%s> has no meaning here"),
			LineCheck.of(Rule.MISSING_NAME, "^(?:async )?(def|class)\\b(?! [^\\W\\d])", "<%s> is followed by no name"),
			LineCheck.of(Rule.MISSING_PARAMETERS, "^(?:async )?def ([^\\W\\d]\\w*+)(?! ?[(\\[])",
					"function <%.80s> has no list of parameters"),
			LineCheck.of(Rule.MISSING_OPERATOR,
					"(?<![\\w\"])(?!KEYWORD|^(?:match|case|type) )(\\w++|\"\") (?!KEYWORD)(\\w++|\"\")",
					"no operator between <%.80s> and <%.80s>"),
			LineCheck.of(Rule.INCOMPLETE_STATEMENT, "((?<!\\.\\.)\\.|[-=+/%@&|^<>]|\\*\\*|\\b(?:and|or|not|in|is))$",
					"the statement ends with <%s>"));

	private static final int LIMIT = 100;

	private static final Line NO_LINE = new Line(0, 0, 0, "");

	/**
	 * Validate source.
	 * @param source the source
	 * @return the rules it breaks; its score is at most 0.3 if it cannot run, and at
	 * least 0.4 if it can
	 */
	public ValidationResult validate(PythonSource source) {
		List<Violation> violations = new ArrayList<>(source.problems());
		for (int i = 0; i < source.lines().size(); i++) {
			Line line = source.lines().get(i);
			Line next = (i + 1 < source.lines().size()) ? source.lines().get(i + 1) : NO_LINE;
			CHECKS.stream().flatMap((check) -> check.violation(line)).forEach(violations::add);
			if (line.isHeader() && source.problems().isEmpty()) {
				block(line, next.depth() > line.depth()).ifPresent(violations::add);
			}
			Names.check(line).ifPresent(violations::add);
			documentation(line, next.text().equals("\"\"")).forEach(violations::add);
		}
		Names.checkNode(source).ifPresent(violations::add);
		violations.sort(Comparator.comparingInt(Violation::line));
		return result(violations);
	}

	private static Optional<Violation> block(Line header, boolean deeper) {
		String quoted = "the header "
				+ PythonSource.quote(header.text().replaceFirst("^async ", "").replaceFirst("\\W.*", ""));
		if (!header.opensBlock()) {
			return Optional.of(new Violation(Rule.MISSING_COLON, header.number(), quoted + " has no colon"));
		}
		return deeper ? Optional.empty()
				: Optional.of(new Violation(Rule.MISSING_BLOCK, header.number(), quoted + " has no block"));
	}

	private static List<Violation> documentation(Line line, boolean docstring) {
		List<Violation> violations = new ArrayList<>();
		String name = (line.isClass() ? "class " : "function ") + PythonSource.quote(line.name());
		if (!line.name().isEmpty() && !line.name().startsWith("_") && !docstring) {
			violations.add(new Violation(Rule.MISSING_DOCSTRING, line.number(), name + " has no docstring"));
		}
		if (line.isFunction() && !line.text().contains("->") && !line.name().equals("__init__")) {
			violations.add(new Violation(Rule.MISSING_TYPE_HINT, line.number(),
					name + " has no type hint for its return value"));
		}
		return violations;
	}

	private static ValidationResult result(List<Violation> violations) {
		long errors = count(violations, Rule.Severity.ERROR);
		double score = 1 - Math.min(0.4, 0.1 * count(violations, Rule.Severity.WARNING))
				- Math.min(0.2, 0.03 * count(violations, Rule.Severity.INFO));
		double quality = Math.round(((errors > 0) ? score * 0.3 / errors : score) * 100) / 100.0;
		return new ValidationResult(errors == 0, quality, violations.stream().limit(LIMIT).toList(),
				violations.stream().map((violation) -> violation.rule().advice()).distinct().toList());
	}

	private static long count(List<Violation> violations, Rule.Severity severity) {
		return violations.stream().filter((violation) -> violation.rule().severity() == severity).count();
	}

	/** A rule that a line breaks by itself if the pattern is found in it. */
	private record LineCheck(Rule rule, Pattern pattern, String message) {

		static LineCheck of(Rule rule, String regex, String message) {
			return new LineCheck(rule, Pattern.compile("(?U)" + regex.replace("KEYWORD", Line.KEYWORD)), message);
		}

		Stream<Violation> violation(Line line) {
			Matcher found = this.pattern.matcher(line.text());
			return found.find() ? Stream.of(new Violation(this.rule, line.number(),
					this.message.formatted(found.group(1), found.group(found.groupCount())))) : Stream.empty();
		}

	}

}
