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

import io.omninode.kafka.samples.codegen.evidence.BehaviorClues;
import io.omninode.kafka.samples.codegen.evidence.Hypothesis;
import io.omninode.kafka.samples.codegen.evidence.NameClues;
import io.omninode.kafka.samples.codegen.node.NodeType;

/**
 * The known patterns and what to know them by.
 */
final class Patterns {

	static final List<Hypothesis> KNOWN = List.of(singleton(), factory(), repository(), contextManager(), retry(),
			eventPublisher(), compute(), reducer(), orchestrator());

	private Patterns() {
	}

	private static Hypothesis singleton() {
		return Hypothesis.of("singleton", BehaviorClues.statementWith(0.5, "_instance", "__instance"),
				NameClues.methods(0.4, "__new__"), NameClues.functionLike(0.5, "get_instance|instance"));
	}

	private static Hypothesis factory() {
		return Hypothesis.of("factory", NameClues.classNamed(0.7, "Factory"),
				NameClues.functionLike(0.5, "(create|make|build)(_\\w+)?"));
	}

	private static Hypothesis repository() {
		return Hypothesis.of("repository", NameClues.classNamed(0.7, "Repository"),
				NameClues.methodsLike(0.6, 2, "(get|find|save|add|delete|remove|update|list)(_by_\\w+|_all|_one)?"));
	}

	private static Hypothesis contextManager() {
		return Hypothesis.of("context-manager", NameClues.methods(0.95, "__enter__", "__exit__"),
				NameClues.methods(0.95, "__aenter__", "__aexit__"), NameClues.decorator(0.9, "(async)?contextmanager"));
	}

	private static Hypothesis retry() {
		return Hypothesis.of("retry-with-backoff", BehaviorClues.retryLoop(0.8),
				NameClues.decorator(0.9, "\\w*(retry|backoff|on_exception)\\w*"));
	}

	private static Hypothesis eventPublisher() {
		return Hypothesis.of("event-publisher",
				BehaviorClues.call(0.8, "publish", "publish_event", "emit", "emit_event", "send_and_wait", "produce"),
				NameClues.functionLike(0.4, "_?(publish|emit)(_\\w+)?"), NameClues.classNamed(0.5, "Publisher"));
	}

	private static Hypothesis compute() {
		return Hypothesis.of("pure-compute", BehaviorClues.pureFunction(0.6), NameClues.nodeType(0.5, NodeType.COMPUTE))
			.unless(BehaviorClues.networkCall(1));
	}

	private static Hypothesis reducer() {
		return Hypothesis.of("state-reducer", NameClues.functionLike(0.7, "_?(reduce|apply_event)(_\\w+)?"),
				BehaviorClues.call(0.4, "reduce"), NameClues.nodeType(0.5, NodeType.REDUCER));
	}

	private static Hypothesis orchestrator() {
		return Hypothesis.of("workflow-orchestrator", BehaviorClues.steps(0.6, 3),
				BehaviorClues.call(0.5, "gather", "TaskGroup", "execute_workflow", "execute_step"),
				NameClues.methodsLike(0.5, 2, "_?step_\\w+"), NameClues.nodeType(0.5, NodeType.ORCHESTRATOR));
	}

}
