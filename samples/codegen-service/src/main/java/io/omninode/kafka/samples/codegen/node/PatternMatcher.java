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

/**
 * Finds the known patterns in a node.
 */
public final class PatternMatcher {

	private static final List<Hypothesis> PATTERNS = List.of(
			Hypothesis.of("singleton", Clue.code(0.5, "statement", 1, "(.*\\b__?instance\\b.*)"),
					Clue.function(0.4, 1, "__new__"), Clue.function(0.5, 1, "(?:get_)?instance")),
			Hypothesis.of("factory", Clue.className(0.7, "\\w*Factory"),
					Clue.function(0.5, 1, "(?:create|make|build)(?:_\\w+)?")),
			Hypothesis.of("repository", Clue.className(0.7, "\\w*Repository"),
					Clue.function(0.6, 2, "(?:get|find|save|add|delete|remove|update|list)(?:_by_\\w+|_all|_one)?")),
			Hypothesis.of("context-manager", Clue.function(0.95, 2, "__a?enter__|__a?exit__"),
					Clue.decorator(0.9, "(?:async)?contextmanager")),
			Hypothesis.of("retry-with-backoff",
					Clue.code(0.8, "statement", 1, "^((?:async )?for (?:attempt|retry|tries)\\b.*)"),
					Clue.decorator(0.9, "\\w*(?:retry|backoff|on_exception)\\w*")),
			Hypothesis.of("event-publisher",
					Clue.call(0.8, "publish|publish_event|emit|emit_event|send_and_wait|produce"),
					Clue.function(0.4, 1, "_?(?:publish|emit)(?:_\\w+)?"), Clue.className(0.5, "\\w*Publisher")),
			Hypothesis.of("pure-compute", Clue.pureResult(0.6), Clue.nodeType(0.5, NodeType.COMPUTE))
				.unless(Clue.networkCall(1)),
			Hypothesis.of("state-reducer", Clue.function(0.7, 1, "_?(?:reduce|apply_event)(?:_\\w+)?"),
					Clue.call(0.4, "reduce"), Clue.nodeType(0.5, NodeType.REDUCER)),
			Hypothesis.of("workflow-orchestrator", Clue.code(0.6, "steps", 3, "\\bawait ([\\w.]++)"),
					Clue.call(0.5, "gather|TaskGroup|execute_workflow|execute_step"),
					Clue.function(0.5, 2, "_?step_\\w+"), Clue.nodeType(0.5, NodeType.ORCHESTRATOR)));

	/**
	 * Find patterns.
	 * @param source the source of a node
	 * @param minConfidence how sure a match has to be, from 0 to 1
	 * @return the patterns, the surest first
	 */
	public Result match(PythonSource source, double minConfidence) {
		return new Result(Hypothesis.test(PATTERNS, source, minConfidence));
	}

	record Result(List<Hypothesis.Match> patterns) {
	}

}
