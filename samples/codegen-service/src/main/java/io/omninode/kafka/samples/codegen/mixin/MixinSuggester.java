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

package io.omninode.kafka.samples.codegen.mixin;

import io.omninode.kafka.samples.codegen.evidence.Finding;
import io.omninode.kafka.samples.codegen.node.NodeSource;

/**
 * Finds the mixins that would serve a node and that none of its classes inherits yet.
 * <p>
 * Thread-safe.
 */
final class MixinSuggester {

	/**
	 * How sure a suggestion has to be where a request does not say.
	 */
	static final double MIN_CONFIDENCE = 0.4;

	MixinResult suggest(NodeSource node, double minConfidence) {
		return new MixinResult(Mixins.KNOWN.stream()
			.flatMap((mixin) -> mixin.test(node).stream())
			.filter((finding) -> finding.confidence() >= minConfidence)
			.sorted(Finding.SUREST_FIRST)
			.map(MixinSuggestion::of)
			.toList());
	}

}
