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
import java.util.function.BiPredicate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omninode.kafka.samples.codegen.event.NodeType;
import io.omninode.kafka.samples.codegen.node.PythonSource.Line;
import io.omninode.kafka.samples.codegen.node.Violation.Rule;
import io.omninode.kafka.samples.codegen.node.Violation.Severity;

/**
 * Validates the syntax, the names and the documentation of a node.
 */
public final class SourceValidator {

	private static final List<Check> CHECKS = List.of(
			new Check(Rule.MISSING_COLON, "has no colon",
					(line, next) -> Line.isHeader(line.text()) && !line.text().endsWith(":")),
			new Check(Rule.MISSING_BLOCK, "has no block",
					(line, next) -> Line.isHeader(line.text()) && line.text().endsWith(":")
							&& next.depth() <= line.depth()),
			new Check(Rule.CLASS_NAME, "is not named in CapWords",
					(line, next) -> line.isClass() && !line.name().matches("_*\\p{Lu}[^_]*")),
			new Check(Rule.FUNCTION_NAME, "is not named in snake_case",
					(line, next) -> line.isFunction() && line.name().matches(".*\\p{Lu}.*")),
			new Check(Rule.MISSING_DOCSTRING, "has no docstring",
					(line, next) -> line.name().matches("[^_].*") && !next.text().equals("\"\"")));

	private static final int LIMIT = 100;

	private static final Line NO_LINE = new Line(0, 0, "");

	/**
	 * Validate source.
	 * @param source the source
	 * @return the rules it breaks; its score is at most 0.3 if it cannot run, and at
	 * least 0.4 if it can
	 */
	public Result validate(PythonSource source) {
		List<Violation> violations = new ArrayList<>(source.problems());
		for (int i = 0; i < source.lines().size(); i++) {
			Line line = source.lines().get(i);
			Line next = (i + 1 < source.lines().size()) ? source.lines().get(i + 1) : NO_LINE;
			CHECKS.stream()
				.filter((check) -> check.fails().test(line, next))
				.map((check) -> check.violation(line))
				.forEach(violations::add);
		}
		NodeType type = source.type();
		if (type != null && source.classes().stream().map(Line::name).noneMatch(type::describes)) {
			violations.add(new Violation(Rule.NODE_CLASS_NAME, 1,
					"no class is named as a node of type " + PythonSource.quote(type.id())));
		}
		violations.sort(Comparator.comparingInt(Violation::line));
		return result(violations);
	}

	private static Result result(List<Violation> violations) {
		long errors = count(violations, Severity.ERROR);
		double score = Math.max(0.4,
				1 - 0.1 * count(violations, Severity.WARNING) - 0.03 * count(violations, Severity.INFO));
		double quality = Math.round(((errors > 0) ? score * 0.3 / errors : score) * 100) / 100.0;
		return new Result(errors == 0, quality, violations.stream().limit(LIMIT).toList(),
				violations.stream().map((violation) -> violation.rule().advice).distinct().toList());
	}

	private static long count(List<Violation> violations, Severity severity) {
		return violations.stream().filter((violation) -> violation.severity() == severity).count();
	}

	/** Whether Python can run the source, how good it is, and what to do about it. */
	record Result(@JsonProperty("is_valid") boolean valid, double qualityScore, List<Violation> violations,
			List<String> suggestions) {
	}

	/** What a line, and sometimes the next one, tells of a rule. */
	private record Check(Rule rule, String message, BiPredicate<Line, Line> fails) {

		Violation violation(Line line) {
			String code = PythonSource.quote(line.text().replaceFirst(":$", ""));
			return new Violation(this.rule, line.number(), code + " " + this.message);
		}

	}

}
