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

package io.omninode.kafka.samples.codegen;

import java.util.function.Consumer;

import io.omninode.kafka.samples.codegen.event.RecordedReplies;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CodegenListener}: the fields of a result are fields of the reply.
 */
class CodegenListenerTests {

	private final RecordedReplies recorded = new RecordedReplies();

	private final CodegenListener listener = new CodegenListener(this.recorded.replies(), this.recorded.topics());

	@Test
	void whenSourceIsToBeValidatedTheReplyHasAScoreAndViolations() {
		assertReply(this.listener::validate, "'code': 'class A: pass'", "validate", """
				"is_valid": true, "quality_score": 0.97,
				"violations": [{"rule": "missing-docstring", "severity": "info", "line": 1,
				"message": "class <A> has no docstring"}],
				"suggestions": ["Describe public classes and functions in a docstring"]
				""");
	}

	@Test
	void whenSourceIsToBeAnalyzedTheReplyHasItsNumbers() {
		assertReply(this.listener::analyze, "'code_content': 'def f(a): return a or 1'", "analyze", """
				"lines": 1, "code_lines": 1, "comment_lines": 0, "blank_lines": 0,
				"classes": 0, "functions": 1, "methods": 0, "imports": 0, "max_nesting": 0,
				"max_complexity": 2, "total_complexity": 2, "complexity_score": 0.09,
				"longest_function": {"name": "f", "line": 1, "lines": 1}, "maintainability": 0.89
				""");
	}

	@Test
	void whenPatternsAreAskedForTheReplyNamesThem() {
		assertReply(this.listener::match, "'code': 'class AFactory: pass', 'min_confidence': 0.6", "pattern", """
				"patterns": [{"name": "factory", "confidence": 0.7, "line": 1, "evidence": ["class <AFactory>"]}]
				""");
	}

	@Test
	void whenMixinsAreAskedForTheReplySuggestsThem() {
		assertReply(this.listener::suggest, "'code': 'class A: pass', 'node_type': 'effect'", "mixin", """
				"mixins": [{"name": "MixinHealthCheck", "confidence": 0.4, "reason": "node type <effect>"},
				{"name": "MixinMetrics", "confidence": 0.4, "reason": "node type <effect>"}]
				""");
	}

	private void assertReply(Consumer<ConsumerRecord<String, @Nullable String>> method, String payload, String verb,
			String result) {
		method.accept(RecordedReplies.request("{'correlation_id': 'a-1', 'payload': {" + payload + "}}"));
		assertThat(this.recorded.records()).singleElement()
			.matches((record) -> record.topic().equals(verb + "-replies"));
		assertThat(this.recorded.reply()).isEqualTo(RecordedReplies
			.json("{\"correlation_id\": \"a-1\", \"event_type\": \"codegen.response." + verb + "\", " + result + "}"));
	}

}
