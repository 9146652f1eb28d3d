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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.DltHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.config.ShareKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.ShareAcknowledgment;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * A group that has committed past a record need not have consumed it.
 */
@SpringBootTest(classes = ConsumptionIntegrationTests.Application.class,
		properties = { "spring.kafka.consumer.auto-offset-reset=earliest", "kafka.test.reply.timeout=60s",
				"kafka.test.codegen-topics=false" })
@KafkaTest
class ConsumptionIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	/**
	 * For a failure that may be tried again, which is known at the end of the wait only.
	 */
	private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

	@Autowired
	private TestRecords records;

	@Autowired
	private Application application;

	@Test
	void aRecordThatCannotBeDeserializedIsNotConsumed() {
		SentRecord sent = this.records.send("consumption.typed", Map.of("name", "no type"));
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageStartingWith("Record " + sent + " was not consumed by <typed>, and is not going to be.\n\n"
					+ "Cause:    listener <typed> of group <typed> was not called: the record cannot be "
					+ "deserialized, <java.lang.IllegalStateException: No type information in headers and no default "
					+ "type provided>; the group has gone on without it\nEvidence: group <typed>: ")
			.withMessageContaining("\nEvidence: group <typed>: committed 1, end 1, lag 0\n");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumedBy("typed"));
		assertThat(this.application.called).doesNotContain("typed");
	}

	@Test
	void aRecordThatAnErrorHandlerSkippedIsNotConsumed() {
		SentRecord sent = this.records.send("consumption.failing", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessage("Record " + sent + " was not consumed by <failing>, and is not going to be.\n\n"
					+ "Cause:    listener <failing> of group <failing> failed in 2 attempts, the last time with "
					+ "<java.lang.IllegalStateException: Failed as it was told to>; the group has gone on without it\n"
					+ "Evidence: group <failing>: committed 1, end 1, lag 0\n"
					+ "Remedy:   correct the listener, or the record; a test that expects this awaits its dead "
					+ "letter, or what else comes of it\n");
	}

	@Test
	void aRecordThatBecameADeadLetterIsNotConsumed() {
		SentRecord sent = this.records.send("consumption.dead", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageContaining("failed in 2 attempts")
			.withMessageContaining("Evidence: group <dead>: committed 1, end 1, lag 0\n"
					+ "          copied to consumption.graveyard-0@0, for <java.lang.IllegalStateException: ");
	}

	@Test
	void aRecordThatAListenerPutsUpWithAtTheSecondAttemptIsConsumed() {
		SentRecord sent = this.records.send("consumption.second", "{}");
		sent.awaitConsumed();
		assertThat(this.application.called).contains("second", "second");
	}

	@Test
	void aRecordThatAFilterPassesOverIsConsumed() {
		this.records.send("consumption.filtered", "{}").awaitConsumed();
		assertThat(this.application.called).doesNotContain("filtered");
	}

	@Test
	void ofABatchNothingButTheRecordThatFailedIsNotConsumed() {
		SentRecord good = this.records.send("consumption.batch", "{\"good\":1}");
		SentRecord bad = this.records.send("consumption.batch", "{\"bad\":1}");
		SentRecord last = this.records.send("consumption.batch", "{\"good\":2}");
		assertThatNoException().isThrownBy(good::awaitConsumed);
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(bad::awaitConsumed)
			.withMessageContaining("failed in 2 attempts");
		assertThatNoException().isThrownBy(last::awaitConsumed);
	}

	@Test
	void aRecordThatARetryTopicBringsToItsListenerIsConsumed() {
		this.records.send("consumption.retried", "{\"fail\":1}").awaitConsumed();
		assertThat(this.application.called).contains("retried", "retried");
	}

	@Test
	void aRecordThatEndsInADeadLetterTopicIsNotConsumed() {
		SentRecord sent = this.records.send("consumption.retried", "{\"fail\":9}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageContaining("failed in 2 attempts")
			.withMessageContaining("copied to consumption.retried-retry-0@")
			.withMessageContaining("copied to consumption.retried-dlt-0@");
	}

	@Test
	void whatAShareListenerRejectsIsNotConsumed() {
		SentRecord sent = this.records.send("consumption.share", "{\"reject\":1}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumedBy("share"))
			.withMessageStartingWith("Record " + sent + " was not consumed by <share>, and is not going to be.\n\n"
					+ "Cause:    listener <share> of group <share> rejected it\n");
		SentRecord failing = this.records.send("consumption.share", "{\"fail\":1}");
		assertThatExceptionOfType(MissingRecordError.class)
			.isThrownBy(() -> failing.awaitConsumedBy("share", LONG_ENOUGH))
			.withMessageContaining("failed in 1 attempt,");
		this.records.send("consumption.share", "{}").awaitConsumed();
	}

	@Test
	void aRecordWhoseListenerHasNotEndedIsReportedAsSuch() {
		SentRecord sent = this.records.send("consumption.held", "{}");
		this.application.heldCalled.join();
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(SHORT))
			.withMessage("Record " + sent + " was not consumed within 300ms.\n\n"
					+ "Cause:    listener <held> of group <held> has been called, and has not ended\n"
					+ "Evidence: group <held>: committed nothing, end 1\n"
					+ "Remedy:   wait longer, or see what the listener waits for\n");
		this.application.hold.countDown();
		sent.awaitConsumed();
	}

	@Test
	void aGroupThatIsNotThereIsNamedWithTheNearestOnes() {
		SentRecord sent = this.records.send("consumption.filtered", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumedBy("filterd", SHORT))
			.withMessageContaining("there is no group <filterd>; groups, the nearest first: <filtered>, <");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final Queue<String> called = new ConcurrentLinkedQueue<>();

		private final CountDownLatch hold = new CountDownLatch(1);

		private final CompletableFuture<String> heldCalled = new CompletableFuture<>();

		@Bean
		static CommonErrorHandler errorHandler(KafkaTemplate<Object, Object> template) {
			DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(template,
					(record, ex) -> new TopicPartition("consumption.graveyard", 0));
			return new DefaultErrorHandler((record, ex) -> {
				if (record.topic().equals("consumption.dead")) {
					deadLetters.accept(record, ex);
				}
			}, new FixedBackOff(0, 1));
		}

		@KafkaListener(id = "typed", topics = "consumption.typed",
				properties = {
						"value.deserializer=org.springframework.kafka.support.serializer.ErrorHandlingDeserializer",
						"spring.deserializer.value.delegate.class="
								+ "org.springframework.kafka.support.serializer.JacksonJsonDeserializer" })
		void typed(Object value) {
			this.called.add("typed");
		}

		@KafkaListener(id = "failing", topics = "consumption.failing")
		void failing(String value) {
			throw new IllegalStateException("Failed as it was told to");
		}

		@KafkaListener(id = "dead", topics = "consumption.dead")
		void dead(String value) {
			throw new IllegalStateException("Failed as it was told to");
		}

		@KafkaListener(id = "second", topics = "consumption.second")
		void second(String value) {
			this.called.add("second");
			if (this.called.stream().filter("second"::equals).count() == 1) {
				throw new IllegalStateException("not yet");
			}
		}

		@Bean
		static RecordFilterStrategy<Object, Object> everything() {
			return (record) -> record.topic().equals("consumption.filtered");
		}

		@KafkaListener(id = "filtered", topics = "consumption.filtered")
		void filtered(String value) {
			this.called.add("filtered");
		}

		@KafkaListener(id = "batch", topics = "consumption.batch", batch = "true")
		void batch(List<ConsumerRecord<String, String>> records) {
			for (ConsumerRecord<String, String> record : records) {
				if (record.value().contains("bad")) {
					throw new BatchListenerFailedException("Failed as it was told to", record);
				}
			}
		}

		@RetryableTopic(attempts = "2", backOff = @BackOff(delay = 1))
		@KafkaListener(id = "retried", topics = "consumption.retried")
		void retried(ConsumerRecord<String, String> record) {
			boolean copy = record.topic().contains("retry");
			this.called.add("retried");
			if (record.value().contains("9") || !copy) {
				throw new IllegalStateException("Failed as it was told to");
			}
		}

		@DltHandler
		void dead(ConsumerRecord<String, String> record) {
		}

		@Bean
		static ShareKafkaListenerContainerFactory<String, String> sharing(
				@Value("${spring.kafka.bootstrap-servers}") String servers) {
			Map<String, Object> configuration = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
					ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
					ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
			ShareKafkaListenerContainerFactory<String, String> factory = new ShareKafkaListenerContainerFactory<>(
					new DefaultShareConsumerFactory<>(configuration));
			factory.getContainerProperties().setShareAckMode(ContainerProperties.ShareAckMode.MANUAL);
			return factory;
		}

		@KafkaListener(id = "share", topics = "consumption.share", containerFactory = "sharing")
		void share(ConsumerRecord<String, String> record, ShareAcknowledgment acknowledgment) {
			if (record.value().contains("fail")) {
				throw new IllegalStateException("Failed as it was told to");
			}
			if (record.value().contains("reject")) {
				acknowledgment.reject();
			}
			else {
				acknowledgment.acknowledge();
			}
		}

		@KafkaListener(id = "held", topics = "consumption.held")
		void held(String value) throws InterruptedException {
			this.heldCalled.complete("called");
			this.hold.await();
		}

	}

}
