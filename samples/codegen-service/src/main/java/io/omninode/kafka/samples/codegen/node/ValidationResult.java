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

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What validation says: whether Python can run the source, how good it is, from 0 to 1,
 * the rules it breaks, by line, and what to do about them.
 */
record ValidationResult(@JsonProperty("is_valid") boolean valid, double qualityScore, List<Violation> violations,
		List<String> suggestions) {

	record Violation(Rule rule, Rule.Severity severity, int line, String message) {

		Violation(Rule rule, int line, String message) {
			this(rule, rule.severity(), line, message);
		}

	}

}
