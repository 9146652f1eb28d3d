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

package io.omninode.kafka.samples.codegen.event;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Replies}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RepliesTests {

	private static final String CODE = "'payload': {'code_content': 'class A: pass'}";

	private final RecordedReplies recorded = new RecordedReplies();

	@Test
	void whenRequestIsAnsweredTheReplyHasItsIdAndKey() {
		answer(RecordedReplies.request("{'correlation_id': 'a-1', " + CODE + "}"));
		ProducerRecord<String, String> reply = this.recorded.records().get(0);
		assertThat(reply.topic()).isEqualTo("replies");
		assertThat(reply.key()).isEqualTo("key");
		assertThat(reply.headers()).isEmpty();
		assertThat(reply.value())
			.isEqualTo("{\"correlation_id\":\"a-1\",\"event_type\":\"codegen.response.count\",\"class_count\":1}");
	}

	@Test
	void whenIdStandsInTheHeaderItIsCopied() {
		answer(withHeader(RecordedReplies.request("{" + CODE + "}"), "h-1"));
		ProducerRecord<String, String> reply = this.recorded.records().get(0);
		assertThat(reply.headers().lastHeader("correlation_id").value()).asString().isEqualTo("h-1");
		assertThat(this.recorded.reply().path("correlation_id").asString()).isEqualTo("h-1");
	}

	@Test
	void whenIdStandsInBodyAndHeaderEachGoesBackToItsPlace() {
		answer(withHeader(RecordedReplies.request("{'correlation_id': 'a-1', " + CODE + "}"), "h-1"));
		ProducerRecord<String, String> reply = this.recorded.records().get(0);
		assertThat(reply.headers().lastHeader("correlation_id").value()).asString().isEqualTo("h-1");
		assertThat(this.recorded.reply().path("correlation_id").asString()).isEqualTo("a-1");
	}

	@Test
	void whenThereIsNoIdThereIsNoReply(CapturedOutput output) {
		answer(withHeader(RecordedReplies.request("{'correlation_id': ' ', " + CODE + "}"), ""));
		assertThat(this.recorded.records()).isEmpty();
		assertThat(output).contains("Request requests-0@7 has no correlation id, so there is no reply");
	}

	@Test
	void whenThereIsNoCodeTheReplySaysSo() {
		answer(RecordedReplies.request("{'correlation_id': 'a-1', 'payload': {'code_content': ''}}"));
		assertThat(this.recorded.reply().path("correlation_id").asString()).isEqualTo("a-1");
		assertThat(this.recorded.reply().path("error").asString())
			.isEqualTo("code_content is missing or blank in the payload");
		assertThat(this.recorded.reply().has("class_count")).isFalse();
	}

	@Test
	void whenAFieldIsIgnoredTheReplySaysSo() {
		answer(RecordedReplies.request("{'correlation_id': 'a-1', 'node_type': 'other', " + CODE + "}"));
		assertThat(this.recorded.reply().path("class_count").asInt()).isOne();
		assertThat(this.recorded.reply().path("warnings").get(0).asString()).startsWith("node_type is ignored");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "no json", "{", "[]", "42", "'text'", "null", "{'correlation_id': 'a-1'" })
	void whenRecordHoldsNoRequestItIsSkipped(@Nullable String event) {
		answer(RecordedReplies.request(event));
		assertThat(this.recorded.records()).isEmpty();
	}

	@Test
	void whenRecordIsSkippedTheLogSaysWhichAndWhy(CapturedOutput output) {
		answer(RecordedReplies.request("[]"));
		answer(RecordedReplies.request("poison"));
		assertThat(output).contains("Skipped request requests-0@7: it is no JSON object")
			.contains("Skipped request requests-0@7: it is no JSON: Unrecognized token 'poison'");
	}

	private void answer(ConsumerRecord<String, @Nullable String> request) {
		this.recorded.replies()
			.answer(request, new CodegenTopics.Exchange("requests", "replies"), "count",
					(asked) -> Map.of("class_count", 1));
	}

	private static ConsumerRecord<String, @Nullable String> withHeader(ConsumerRecord<String, @Nullable String> request,
			String id) {
		request.headers().add("correlation_id", id.getBytes(StandardCharsets.UTF_8));
		return request;
	}

}
