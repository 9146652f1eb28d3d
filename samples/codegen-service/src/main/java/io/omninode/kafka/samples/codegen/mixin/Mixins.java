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

import java.util.List;

import io.omninode.kafka.samples.codegen.evidence.BehaviorClues;
import io.omninode.kafka.samples.codegen.evidence.Clue;
import io.omninode.kafka.samples.codegen.evidence.Hypothesis;
import io.omninode.kafka.samples.codegen.evidence.NameClues;
import io.omninode.kafka.samples.codegen.node.NodeType;

/**
 * The known mixins, what asks for them and what makes them superfluous.
 */
final class Mixins {

	static final List<Hypothesis> KNOWN = List.of(retry(), caching(), eventBus(), healthCheck(), metrics(),
			validation(), logging(), stateManagement());

	private Mixins() {
	}

	private static Hypothesis retry() {
		return mixin("MixinRetry", BehaviorClues.networkCall(0.8), NameClues.nodeType(0.3, NodeType.EFFECT))
			.unless(BehaviorClues.retryLoop(1), NameClues.decorator(1, "\\w*(retry|backoff|on_exception)\\w*"));
	}

	private static Hypothesis caching() {
		return mixin("MixinCaching", BehaviorClues.pureFunction(0.5), NameClues.nodeType(0.5, NodeType.COMPUTE))
			.unless(NameClues.decorator(1, "(lru_|async_)?cached?"));
	}

	private static Hypothesis eventBus() {
		return mixin("MixinEventBus",
				BehaviorClues.call(0.8, "publish", "publish_event", "emit", "emit_event", "send_and_wait", "produce"),
				NameClues.nodeType(0.5, NodeType.ORCHESTRATOR));
	}

	private static Hypothesis healthCheck() {
		return mixin("MixinHealthCheck", BehaviorClues.networkCall(0.4),
				BehaviorClues.call(0.6, "connect", "create_pool", "create_engine", "AIOKafkaProducer"),
				NameClues.nodeType(0.4, NodeType.EFFECT), NameClues.nodeType(0.4, NodeType.ORCHESTRATOR))
			.unless(NameClues.functionLike(1, "_?health(_?check)?|check_health|is_healthy"));
	}

	private static Hypothesis metrics() {
		return mixin("MixinMetrics", BehaviorClues.call(0.7, "perf_counter", "monotonic", "time.time"),
				BehaviorClues.steps(0.4, 3), NameClues.nodeType(0.4, NodeType.EFFECT),
				NameClues.nodeType(0.4, NodeType.ORCHESTRATOR));
	}

	private static Hypothesis validation() {
		return mixin("MixinValidation", BehaviorClues.call(0.7, "ValueError", "TypeError"),
				BehaviorClues.call(0.4, "isinstance"), NameClues.functionLike(0.6, "_?validate(_\\w+)?"));
	}

	private static Hypothesis logging() {
		return mixin("MixinLogging", BehaviorClues.call(0.6, "print"),
				BehaviorClues.call(0.5, "getLogger", "logging."));
	}

	private static Hypothesis stateManagement() {
		return mixin("MixinStateManagement", NameClues.nodeType(0.6, NodeType.REDUCER),
				BehaviorClues.statementWith(0.4, "_state", "state"));
	}

	private static Hypothesis mixin(String name, Clue... support) {
		return Hypothesis.of(name, support).unless(NameClues.classInheriting(1, name));
	}

}
