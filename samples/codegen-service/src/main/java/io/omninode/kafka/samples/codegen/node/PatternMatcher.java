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
 * Finds the known patterns in a node.
 */
public final class PatternMatcher {

	private static final List<Hypothesis> PATTERNS = List.of(
			new Hypothesis("singleton", Clue.function(0.6, 1, "__new__|instance|get_instance")),
			new Hypothesis("factory", Clue.className(0.7, "\\w*Factory"), Clue.function(0.5, 1, "create|make|build")),
			new Hypothesis("repository", Clue.className(0.7, "\\w*Repository"),
					Clue.function(0.6, 2, "get|find|save|add|delete|remove|update|list")),
			new Hypothesis("context-manager", Clue.function(0.95, 2, "__a?enter__|__a?exit__"),
					Clue.decorator(0.9, "(?:async)?contextmanager")),
			new Hypothesis("retry-with-backoff", Clue.line(0.8, 1, "^for (?:attempt|retry)\\b"),
					Clue.decorator(0.9, "retry|on_exception")),
			new Hypothesis("event-publisher", Clue.className(0.5, "\\w*Publisher"),
					Clue.function(0.4, 1, "publish|emit"), Clue.call(0.8, "publish|emit|send_and_wait|produce")),
			new Hypothesis("pure-compute", Clue.pureResult(0.6), Clue.nodeType(0.5, NodeType.COMPUTE),
					Clue.networkCall(Clue.NEVER)),
			new Hypothesis("state-reducer", Clue.function(0.7, 1, "reduce|apply_event"),
					Clue.nodeType(0.5, NodeType.REDUCER)),
			new Hypothesis("workflow-orchestrator", Clue.line(0.6, 3, "\\bawait\\b"),
					Clue.call(0.5, "gather|TaskGroup"), Clue.nodeType(0.5, NodeType.ORCHESTRATOR)));

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
