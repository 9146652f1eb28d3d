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

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What validation says.
 *
 * @param valid whether Python can run the source
 * @param qualityScore how good it is, from 0 to 1
 * @param violations the rules it breaks, by line, at most the first hundred
 * @param suggestions what to do about them
 */
record ValidationResult(@JsonProperty("is_valid") boolean valid, double qualityScore, List<Violation> violations,
		List<String> suggestions) {

	private static final int LIMIT = 100;

	static ValidationResult of(List<Violation> violations) {
		boolean valid = violations.stream().noneMatch((violation) -> violation.severity() == Severity.ERROR);
		List<String> suggestions = violations.stream().map(ValidationResult::suggestion).distinct().toList();
		List<Violation> first = violations.stream().limit(LIMIT).toList();
		return new ValidationResult(valid, QualityScore.of(violations), first, suggestions);
	}

	private static String suggestion(Violation violation) {
		return Rule.advice(violation.rule()).orElse("Correct brackets, strings and indentation first");
	}

}
