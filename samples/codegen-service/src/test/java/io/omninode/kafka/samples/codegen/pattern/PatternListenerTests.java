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

import io.omninode.kafka.samples.codegen.event.RecordedReplies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PatternListener}.
 */
class PatternListenerTests {

	private final RecordedReplies recorded = new RecordedReplies();

	private final PatternListener listener = new PatternListener(this.recorded.replies(), this.recorded.topics());

	@Test
	void whenRequestIsValidTheFieldsOfTheResultAreFieldsOfTheReply() {
		this.listener.on(RecordedReplies.request(
				"{'correlation_id': 'a-1', 'payload': {'code_content': 'class AFactory: pass', 'min_confidence': 0.6}}"));
		assertThat(this.recorded.records()).singleElement()
			.matches((record) -> record.topic().equals("pattern-replies"));
		assertThat(this.recorded.reply()).isEqualTo(RecordedReplies.json("""
				{"correlation_id": "a-1", "event_type": "codegen.response.pattern",
				"patterns": [{"name": "factory", "confidence": 0.7, "line": 1, "evidence": ["class <AFactory>"]}]}
				"""));
	}

	@Test
	void whenCodeIsMissingTheReplyIsAnError() {
		this.listener.on(RecordedReplies.request("{'correlation_id': 'a-1', 'payload': {'node_type': 'effect'}}"));
		assertThat(this.recorded.reply()).isEqualTo(RecordedReplies.json("""
				{"correlation_id": "a-1", "event_type": "codegen.response.pattern",
				"error": "code_content is missing or blank in the payload"}
				"""));
	}

}
