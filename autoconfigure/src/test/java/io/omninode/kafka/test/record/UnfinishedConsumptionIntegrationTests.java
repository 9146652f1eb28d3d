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

package io.omninode.kafka.test.record;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.DltHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.CommonLoggingErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaListenerErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A listener that has returned need not have ended, and one that is past a record need
 * not have been called.
 */
@SpringBootTest(classes = UnfinishedConsumptionIntegrationTests.Application.class,
		properties = { "spring.kafka.consumer.auto-offset-reset=earliest", "kafka.test.reply.timeout=60s",
				"kafka.test.codegen-topics=false" })
@KafkaTest
class UnfinishedConsumptionIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	/**
	 * For a failure that may be tried again, which is known at the end of the wait only.
	 */
	private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

	@Autowired
	private TestRecords records;

	@Autowired
	private Application application;

	@Test
	void aRecordIsConsumedWhenTheFutureOfItsListenerEnds() {
		SentRecord sent = this.records.send("unfinished.late", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(SHORT));
		this.application.late.complete("done");
		sent.awaitConsumed();
	}

	@Test
	void aSecondAttemptThatRunsIsWaitedForThoughTheGroupIsPastTheRecord() {
		SentRecord sent = this.records.send("unfinished.second", "{}");
		this.application.secondCalled.join();
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(SHORT))
			.withMessageContaining(
					"Cause:    listener <second> of group <second> failed in 1 of 2 attempts, the last time with <")
			.withMessageContaining(">; it has been called again, and has not ended\n"
					+ "Evidence: group <second>: committed 1, end 1, lag 0\n");
		this.application.second.complete("done");
		sent.awaitConsumed();
	}

	@Test
	void aRecordWhoseFutureFailsIsNotConsumed() {
		SentRecord sent = this.records.send("unfinished.failed", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageContaining("Cause:    listener <failed> of group <failed> failed in 2 attempts, the last time "
					+ "with <java.lang.IllegalStateException: Failed as it was told to>; "
					+ "the group has gone on without it\n");
	}

	@Test
	void aBatchWhoseFutureFailsIsNotConsumed() {
		SentRecord sent = this.records.send("unfinished.batch", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG_ENOUGH))
			.withMessageContaining("listener <batch> of group <batch> failed in 1 attempt, the last time "
					+ "with <java.lang.IllegalStateException: Failed as it was told to>; "
					+ "the group has gone on without it\n");
	}

	@Test
	void aFailureThatTheErrorHandlerOfTheListenerMayPutUpWithIsLeftToTheCommit() {
		this.records.send("unfinished.tolerated", "{}").awaitConsumed();
	}

	@Test
	void eachOfTwoListenersThatRetryOverTopicsHasItsOwnOutcome() {
		SentRecord sent = this.records.send("unfinished.retried", "{}");
		sent.awaitConsumedBy("retried-well");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumedBy("retried-badly"))
			.withMessageStartingWith(
					"Record " + sent + " was not consumed by <retried-badly>, and is not going to be.\n");
		sent.awaitConsumedBy("retried-well");
	}

	@Test
	void aRecordThatTheListenerWasNeverCalledWithIsNotConsumed() {
		SentRecord sent = this.records.send("unfinished.typed", Map.of("name", "untyped"));
		this.records.send("unfinished.typed", Map.of("type", "known")).awaitConsumed();
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessage("Record " + sent + " was not consumed by <typed>, and is not going to be.\n\n"
					+ "Cause:    group <typed> has committed past the record, but its listener <typed> was never "
					+ "called with it\nEvidence: group <typed>: committed 2, end 2, lag 0\n"
					+ "Remedy:   see the log: the record cannot be deserialized, or the group began to read, or was "
					+ "moved, behind it\n");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final CompletableFuture<String> late = new CompletableFuture<>();

		private final CompletableFuture<String> second = new CompletableFuture<>();

		private final CompletableFuture<String> secondCalled = new CompletableFuture<>();

		private final AtomicInteger secondCalls = new AtomicInteger();

		@Bean
		static CommonErrorHandler errorHandler() {
			return new DefaultErrorHandler(new FixedBackOff(0, 1));
		}

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> skipping(
				ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
				ConsumerFactory<Object, Object> consumerFactory) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = new ConcurrentKafkaListenerContainerFactory<>();
			configurer.configure(factory, consumerFactory);
			factory.setCommonErrorHandler(new Skipping());
			return factory;
		}

		@Bean
		@SuppressWarnings("unchecked")
		static ConcurrentKafkaListenerContainerFactory<?, ?> kafkaListenerContainerFactory(
				ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<?, ?> consumerFactory) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = new ConcurrentKafkaListenerContainerFactory<>();
			configurer.configure(factory, (ConsumerFactory<Object, Object>) consumerFactory);
			return factory;
		}

		@KafkaListener(id = "late", topics = "unfinished.late")
		CompletableFuture<String> late(String value) {
			return this.late;
		}

		@KafkaListener(id = "second", topics = "unfinished.second")
		CompletableFuture<String> second(String value) {
			if (this.secondCalls.incrementAndGet() == 1) {
				return CompletableFuture.failedFuture(new IllegalStateException("not yet"));
			}
			this.secondCalled.complete("called");
			return this.second;
		}

		@KafkaListener(id = "failed", topics = "unfinished.failed")
		CompletableFuture<String> failed(String value) {
			return CompletableFuture.failedFuture(new IllegalStateException("Failed as it was told to"));
		}

		@KafkaListener(id = "batch", topics = "unfinished.batch", batch = "true")
		CompletableFuture<String> batch(List<String> values) {
			return CompletableFuture.failedFuture(new IllegalStateException("Failed as it was told to"));
		}

		@Bean
		static KafkaListenerErrorHandler tolerant() {
			return (message, exception) -> "tolerated";
		}

		@KafkaListener(id = "tolerated", topics = "unfinished.tolerated", errorHandler = "tolerant")
		CompletableFuture<String> tolerated(String value) {
			return CompletableFuture.failedFuture(new IllegalStateException("Failed as it was told to"));
		}

		@RetryableTopic(attempts = "2", backOff = @BackOff(delay = 1), retryTopicSuffix = "-retry-well",
				dltTopicSuffix = "-dlt-well")
		@KafkaListener(id = "retried-well", topics = "unfinished.retried")
		void retriedWell(ConsumerRecord<String, String> record) {
			if (!record.topic().contains("retry")) {
				throw new IllegalStateException("Failed as it was told to");
			}
		}

		@RetryableTopic(attempts = "2", backOff = @BackOff(delay = 1), retryTopicSuffix = "-retry-badly",
				dltTopicSuffix = "-dlt-badly")
		@KafkaListener(id = "retried-badly", topics = "unfinished.retried")
		void retriedBadly(String value) {
			throw new IllegalStateException("Failed as it was told to");
		}

		@DltHandler
		void dead(ConsumerRecord<String, String> record) {
		}

		@KafkaListener(id = "typed", topics = "unfinished.typed", containerFactory = "skipping",
				properties = "value.deserializer="
						+ "io.omninode.kafka.test.record.UnfinishedConsumptionIntegrationTests$Typed")
		void typed(String value) {
		}

	}

	/**
	 * Wants type information.
	 */
	public static class Typed extends StringDeserializer {

		@Override
		public String deserialize(String topic, Headers headers, ByteBuffer data) {
			String value = super.deserialize(topic, headers, data);
			if (!value.contains("\"type\"")) {
				throw new SerializationException("No type information");
			}
			return value;
		}

	}

	/**
	 * Goes on behind a record that a consumer cannot deserialize.
	 */
	static class Skipping extends CommonLoggingErrorHandler {

		@Override
		public void handleOtherException(Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container,
				boolean batch) {
			if (thrown instanceof RecordDeserializationException unreadable) {
				consumer.seek(unreadable.topicPartition(), unreadable.offset() + 1);
			}
		}

	}

}
