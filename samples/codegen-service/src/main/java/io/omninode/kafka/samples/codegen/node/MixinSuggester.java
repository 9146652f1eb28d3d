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
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.event.NodeType;

/**
 * Finds the mixins that would serve a node and that none of its classes inherits yet.
 */
public final class MixinSuggester {

	private static final List<Hypothesis> MIXINS = Stream
		.of(Hypothesis.of("MixinRetry", Clue.networkCall(0.8), Clue.nodeType(0.3, NodeType.EFFECT))
			.unless(Clue.code(1, "statement", 1, "^((?:async )?for (?:attempt|retry|tries)\\b.*)"),
					Clue.decorator(1, "\\w*(?:retry|backoff|on_exception)\\w*")),
				Hypothesis.of("MixinCaching", Clue.pureResult(0.5), Clue.nodeType(0.5, NodeType.COMPUTE))
					.unless(Clue.decorator(1, "(?:lru_|async_)?cached?")),
				Hypothesis.of("MixinEventBus",
						Clue.call(0.8, "publish|publish_event|emit|emit_event|send_and_wait|produce"),
						Clue.nodeType(0.5, NodeType.ORCHESTRATOR)),
				Hypothesis
					.of("MixinHealthCheck", Clue.networkCall(0.4),
							Clue.call(0.6, "connect|create_pool|create_engine|AIOKafkaProducer"),
							Clue.nodeType(0.4, NodeType.EFFECT), Clue.nodeType(0.4, NodeType.ORCHESTRATOR))
					.unless(Clue.function(1, 1, "_?health(?:_?check)?|check_health|is_healthy")),
				Hypothesis.of("MixinMetrics", Clue.call(0.7, "perf_counter|monotonic|time\\.time"),
						Clue.code(0.4, "steps", 3, "\\bawait ([\\w.]++)"), Clue.nodeType(0.4, NodeType.EFFECT),
						Clue.nodeType(0.4, NodeType.ORCHESTRATOR)),
				Hypothesis.of("MixinValidation", Clue.call(0.7, "ValueError|TypeError"), Clue.call(0.4, "isinstance"),
						Clue.function(0.6, 1, "_?validate(?:_\\w+)?")),
				Hypothesis.of("MixinLogging", Clue.call(0.6, "print"), Clue.call(0.5, "getLogger|logging\\.\\w+")),
				Hypothesis.of("MixinStateManagement", Clue.nodeType(0.6, NodeType.REDUCER),
						Clue.code(0.4, "statement", 1, "(.*\\b_?state\\b.*)")))
		.map((mixin) -> mixin.unless(Clue.code(1, "class", 1, "^class (\\w++) ?\\(.*\\b" + mixin.name() + "\\b")))
		.toList();

	/**
	 * Suggest mixins.
	 * @param source the source of a node
	 * @param minConfidence how sure a suggestion has to be, from 0 to 1
	 * @return the mixins, the surest first
	 */
	public Result suggest(PythonSource source, double minConfidence) {
		return new Result(Hypothesis.test(MIXINS, source, minConfidence)
			.stream()
			.map((found) -> new Suggestion(found.name(), found.confidence(), String.join("; ", found.evidence())))
			.toList());
	}

	record Result(List<Suggestion> mixins) {
	}

	record Suggestion(String name, double confidence, String reason) {
	}

}
