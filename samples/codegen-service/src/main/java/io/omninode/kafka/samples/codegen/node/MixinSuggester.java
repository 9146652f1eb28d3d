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

import io.omninode.kafka.samples.codegen.event.NodeType;
import io.omninode.kafka.samples.codegen.node.Hypothesis.Clue;

/**
 * Finds the mixins that would serve a node and that none of its classes inherits yet.
 */
public final class MixinSuggester {

	private static final List<Hypothesis> MIXINS = List.of(
			new Hypothesis("MixinRetry", Clue.networkCall(0.8), Clue.nodeType(0.3, NodeType.EFFECT),
					Clue.line(Clue.NEVER, 1, "^for (?:attempt|retry)\\b"),
					Clue.decorator(Clue.NEVER, "retry|on_exception")),
			new Hypothesis("MixinCaching", Clue.pureResult(0.5), Clue.nodeType(0.5, NodeType.COMPUTE),
					Clue.decorator(Clue.NEVER, "(?:lru_)?cache")),
			new Hypothesis("MixinEventBus", Clue.call(0.8, "publish|emit|send_and_wait|produce"),
					Clue.nodeType(0.5, NodeType.ORCHESTRATOR)),
			new Hypothesis("MixinHealthCheck", Clue.networkCall(0.4),
					Clue.call(0.6, "connect|create_pool|create_engine"), Clue.nodeType(0.4, NodeType.EFFECT),
					Clue.nodeType(0.4, NodeType.ORCHESTRATOR),
					Clue.function(Clue.NEVER, 1, "health|check_health|is_healthy")),
			new Hypothesis("MixinMetrics", Clue.call(0.7, "perf_counter|monotonic"),
					Clue.nodeType(0.4, NodeType.EFFECT), Clue.nodeType(0.4, NodeType.ORCHESTRATOR)),
			new Hypothesis("MixinValidation", Clue.call(0.7, "ValueError|TypeError"),
					Clue.function(0.6, 1, "validate")),
			new Hypothesis("MixinLogging", Clue.call(0.6, "print"), Clue.call(0.5, "getLogger|logging\\.\\w+")),
			new Hypothesis("MixinStateManagement", Clue.nodeType(0.6, NodeType.REDUCER),
					Clue.line(0.4, 1, "\\b_?state\\b")));

	/**
	 * Suggest mixins.
	 * @param source the source of a node
	 * @param minConfidence how sure a suggestion has to be, from 0 to 1
	 * @return the mixins, the surest first
	 */
	public Result suggest(PythonSource source, double minConfidence) {
		return new Result(Hypothesis.test(MIXINS, source, minConfidence)
			.stream()
			.filter((found) -> source.classes().stream().noneMatch((line) -> line.text().contains(found.name())))
			.map((found) -> new Suggestion(found.name(), found.confidence(), String.join("; ", found.evidence())))
			.toList());
	}

	record Result(List<Suggestion> mixins) {
	}

	record Suggestion(String name, double confidence, String reason) {
	}

}
