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

package io.omninode.kafka.samples.codegen.analysis;

import io.omninode.kafka.samples.codegen.event.RecordedReplies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnalysisListener}.
 */
class AnalysisListenerTests {

	private final RecordedReplies recorded = new RecordedReplies();

	private final AnalysisListener listener = new AnalysisListener(this.recorded.replies(), this.recorded.topics());

	@Test
	void whenRequestIsValidTheFieldsOfTheResultAreFieldsOfTheReply() {
		this.listener.on(RecordedReplies
			.request("{'correlation_id': 'a-1', 'payload': {'code_content': 'def f(a): return a or 1'}}"));
		assertThat(this.recorded.records()).singleElement()
			.matches((record) -> record.topic().equals("analyze-replies"));
		assertThat(this.recorded.reply()).isEqualTo(RecordedReplies.json("""
				{"correlation_id": "a-1", "event_type": "codegen.response.analyze",
				"lines": 1, "code_lines": 1, "comment_lines": 0, "blank_lines": 0,
				"classes": 0, "functions": 1, "methods": 0, "imports": 0, "max_nesting": 0,
				"max_complexity": 2, "total_complexity": 2,
				"longest_function": {"name": "f", "line": 1, "lines": 1},
				"complexity_score": 0.09, "maintainability": 0.89}
				"""));
	}

	@Test
	void whenCodeIsMissingTheReplyIsAnError() {
		this.listener.on(RecordedReplies.request("{'correlation_id': 'a-1', 'payload': {'node_type': 'effect'}}"));
		assertThat(this.recorded.reply()).isEqualTo(RecordedReplies.json("""
				{"correlation_id": "a-1", "event_type": "codegen.response.analyze",
				"error": "code_content is missing or blank in the payload"}
				"""));
	}

}
