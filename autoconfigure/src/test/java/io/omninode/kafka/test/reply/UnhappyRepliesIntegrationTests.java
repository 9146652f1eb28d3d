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

package io.omninode.kafka.test.reply;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Requests that cannot be sent, that fail, and that are answered in several places.
 */
@SpringBootTest(classes = ScriptedApplication.class,
		properties = { "kafka.test.topics.scripted-request=" + ScriptedApplication.REQUESTS,
				"kafka.test.topics.scripted-response=" + ScriptedApplication.REPLIES,
				"kafka.test.topics.scripted-error=scripted.errors" })
@KafkaTest
class UnhappyRepliesIntegrationTests {

	private static final Duration LONG = Duration.ofHours(1);

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestTopics topics;

	@Autowired
	@Qualifier("kafkaTestTemplate")
	private KafkaTemplate<String, Object> template;

	@Test
	void anErrorEventEndsTheWait() throws Exception {
		PendingReply pending = this.replies.exchange("scripted").send(Map.of("script", "silent"));
		publish("scripted.errors", pending.correlationId(), "out of stock");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(LONG))
			.satisfies((ex) -> assertThat(ex.errorRecord()).hasValueSatisfying(
					(error) -> assertThat(error.json().get("text").asString()).isEqualTo("out of stock")));
		assertThat(pending.awaitError().topic()).isEqualTo("scripted.errors");
		assertThat(this.replies.pending(pending.correlationId()).awaitError())
			.hasToString(pending.awaitError().toString());
	}

	@Test
	void repliesOfSeveralTopicsAreGathered() throws Exception {
		Exchange exchange = this.replies.between(ScriptedApplication.REQUESTS,
				List.of(ScriptedApplication.REPLIES, "scripted.audit"));
		PendingReply pending = exchange.send(Map.of("a", 1));
		publish("scripted.audit", pending.correlationId(), "seen");
		assertThat(pending.awaitEach()).extracting(Reply::topic)
			.containsExactly(ScriptedApplication.REPLIES, "scripted.audit");
	}

	@Test
	void aTopicThatDoesNotAnswerIsNamed() {
		Exchange exchange = this.replies.between(ScriptedApplication.REQUESTS,
				List.of("scripted.audit", ScriptedApplication.REPLIES));
		PendingReply pending = exchange.send(Map.of("a", 1));
		pending.await();
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.awaitEach(Duration.ofMillis(100)))
			.withMessageStartingWith("No reply to <" + pending.correlationId()
					+ "> on <scripted.audit>, while <scripted.replies> answered, within 100ms.");
	}

	@Test
	void aRequestThatTheBrokerRefusesEndsTheWaitWithItsReason() {
		this.topics.create(new NewTopic("tiny.requests", 1, (short) 1).configs(Map.of("max.message.bytes", "200")));
		PendingReply pending = this.replies.between("tiny.requests", "tiny.replies")
			.send(Map.of("text", "x".repeat(1_000)));
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(LONG))
			.withMessageContaining(
					"Cause:    the request was not sent, The request included a message larger than the max "
							+ "message size the server will accept.\n")
			.withMessageContaining("Remedy:   send less, or raise max.message.bytes of the topic, or ")
			.satisfies((ex) -> assertThat(ex).hasRootCauseInstanceOf(RecordTooLargeException.class));
	}

	@Test
	void aRequestThatTheProducerRefusesEndsTheWaitWithItsReason() {
		PendingReply pending = this.replies.exchange("scripted").send(Map.of("text", "x".repeat(2_000_000)));
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(LONG))
			.withMessageContaining("Cause:    the request was not sent, The message is 2000")
			.satisfies((ex) -> assertThat(ex).hasRootCauseInstanceOf(RecordTooLargeException.class));
		assertThat(pending.toFuture()).isCompletedExceptionally();
	}

	@Test
	void duplicatesAreCounted() {
		PendingReply pending = this.replies.exchange("scripted").send(Map.of("script", "twice"));
		assertThat(pending.awaitAll(2)).extracting(Reply::isDuplicate).containsExactly(false, true);
		assertThat(pending.duplicates()).isEqualTo(1);
	}

	@Test
	void aReplyThatComesTooLateIsMarked() throws Exception {
		PendingReply pending = this.replies.exchange("scripted").send(Map.of("script", "silent"));
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(Duration.ofMillis(50)));
		publish(ScriptedApplication.REPLIES, pending.correlationId(), "late");
		assertThat(pending.await(LONG).isLate()).isTrue();
		assertThat(pending.late()).isEqualTo(1);
	}

	private void publish(String topic, String id, String text) throws Exception {
		this.template.send(topic, Map.of("correlation_id", id, "text", text)).get(1, TimeUnit.MINUTES);
	}

}
