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

import io.omninode.kafka.samples.codegen.evidence.Finding;
import io.omninode.kafka.samples.codegen.node.NodeSource;

/**
 * Finds the known patterns in a node.
 * <p>
 * Thread-safe.
 */
final class PatternMatcher {

	/**
	 * How sure a match has to be where a request does not say.
	 */
	static final double MIN_CONFIDENCE = 0.5;

	PatternResult match(NodeSource node, double minConfidence) {
		return new PatternResult(Patterns.KNOWN.stream()
			.flatMap((pattern) -> pattern.test(node).stream())
			.filter((finding) -> finding.confidence() >= minConfidence)
			.sorted(Finding.SUREST_FIRST)
			.map(PatternMatch::of)
			.toList());
	}

}
