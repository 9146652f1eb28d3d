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

package io.omninode.kafka.samples.codegen.pattern;

import java.util.List;

import io.omninode.kafka.samples.codegen.evidence.Finding;

/**
 * A pattern that a node follows.
 *
 * @param name the name of the pattern
 * @param confidence how sure that is, from 0 to 1
 * @param line the first line that speaks for it
 * @param evidence all that speaks for it
 */
record PatternMatch(String name, double confidence, int line, List<String> evidence) {

	static PatternMatch of(Finding finding) {
		return new PatternMatch(finding.name(), finding.confidence(), finding.line(), finding.texts());
	}

}
