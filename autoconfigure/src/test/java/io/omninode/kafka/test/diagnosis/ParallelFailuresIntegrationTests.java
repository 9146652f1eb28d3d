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

package io.omninode.kafka.test.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.MissingReplyError;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Failures at the same time: each is told its own cause, with what belongs to it alone.
 */
@SpringBootTest(classes = ParallelFailuresIntegrationTests.Application.class,
		properties = { "spring.kafka.consumer.auto-offset-reset=earliest", "kafka.test.codegen-topics=false" })
@KafkaTest
@Tag(KafkaTags.KAFKA)
class ParallelFailuresIntegrationTests {

	private static final int FAILURES = 20;

	private static final Duration SHORT = Duration.ofSeconds(1);

	private static final Map<String, Cause> CAUSES = Map.of("silent", Cause.CONSUMED_WITHOUT_REPLY, "throwing",
			Cause.LISTENER_GAVE_UP, "elsewhere", Cause.OTHER_TOPIC, "upper", Cause.ID_IN_OTHER_CASE, "filtered",
			Cause.FILTERED, "unread", Cause.NO_CONSUMER_GROUP);

	private final ExecutorService tests = Executors.newFixedThreadPool(FAILURES);

	@Autowired
	private ReplyAwaiter replies;

	@AfterEach
	void end() {
		this.tests.shutdownNow();
	}

	@Test
	void twentyAtOnceAreEachToldTheirOwnCause() throws Exception {
		List<String> kinds = CAUSES.keySet().stream().sorted().toList();
		CountDownLatch sent = new CountDownLatch(FAILURES);
		List<Future<Failed>> failures = new ArrayList<>();
		for (int i = 0; i < FAILURES; i++) {
			String kind = kinds.get(i % kinds.size());
			failures.add(this.tests.submit(() -> fail(kind, sent)));
		}
		List<Failed> failed = new ArrayList<>();
		for (Future<Failed> failure : failures) {
			failed.add(failure.get(2, TimeUnit.MINUTES));
		}
		for (Failed each : failed) {
			assertThat(each.error().diagnosis().verdict().cause()).as(each.error().getMessage())
				.isEqualTo(CAUSES.get(each.kind()));
			assertThat(each.error()).hasMessageContaining("<" + each.id() + ">")
				.hasMessageContaining("at.once." + each.kind());
			assertThat(failed).filteredOn((other) -> other != each)
				.noneMatch((other) -> each.error().diagnosis().findings().toString().contains(other.id()));
		}
	}

	private Failed fail(String kind, CountDownLatch sent) throws InterruptedException {
		PendingReply reply = this.replies.between("at.once." + kind, "at.once." + kind + ".replies")
			.send(Map.of("kind", kind));
		sent.countDown();
		sent.await();
		MissingReplyError error = catchThrowableOfType(MissingReplyError.class, () -> reply.await(SHORT));
		return new Failed(kind, reply.correlationId(), error);
	}

	/**
	 * A failure.
	 *
	 * @param kind which
	 * @param id the id of the request
	 * @param error what was thrown
	 */
	record Failed(String kind, String id, MissingReplyError error) {

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Autowired
		private KafkaTemplate<String, String> template;

		@KafkaListener(topics = "at.once.silent", groupId = "at.once.silent")
		void silent(String order) {
		}

		@KafkaListener(topics = "at.once.throwing", groupId = "at.once.throwing")
		void throwing(String order) {
			throw new IllegalStateException("Failed as it was told to");
		}

		@KafkaListener(topics = "at.once.filtered", groupId = "at.once.filtered", filter = "nothing")
		void filtered(String order) {
		}

		@KafkaListener(topics = "at.once.elsewhere", groupId = "at.once.elsewhere")
		void elsewhere(String order) {
			this.template.send("at.once.elsewhere.answers", order);
		}

		@KafkaListener(topics = "at.once.upper", groupId = "at.once.upper")
		void upper(ConsumerRecord<String, String> order) {
			this.template.send(new ProducerRecord<>("at.once.upper.replies",
					order.value().toUpperCase(Locale.ROOT).replace("CORRELATION_ID", "correlation_id")));
		}

		@Bean
		static RecordFilterStrategy<Object, Object> nothing() {
			return (record) -> record.topic().endsWith("filtered");
		}

		@Bean
		static CommonErrorHandler errorHandler() {
			return new DefaultErrorHandler(new FixedBackOff(0, 0));
		}

	}

}
