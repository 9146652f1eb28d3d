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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.TopicPartition;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A listener that has failed and stopped, or that does not run, is not left out, nor is
 * one that is no member of its group.
 */
@SpringBootTest(classes = StoppedListenersIntegrationTests.Application.class,
		properties = { "spring.kafka.consumer.auto-offset-reset=earliest", "kafka.test.reply.timeout=60s",
				"kafka.test.codegen-topics=false" })
@KafkaTest
class StoppedListenersIntegrationTests {

	/**
	 * What ends a wait before has another reason than time.
	 */
	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration SHORT = Duration.ofMillis(300);

	@Autowired
	private TestRecords records;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private KafkaListenerEndpointRegistry registry;

	@Autowired
	private Application application;

	@Test
	void aGroupThatAFailureTookAwayHasNotConsumedTheRecord() {
		SentRecord sent = this.records.send("stopped.two", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG))
			.withMessageStartingWith("Record " + sent + " was not consumed by <two-stops>, and is not going to be.\n\n"
					+ "Cause:    listener <two-stops> of group <two-stops> failed at " + sent
					+ " with <java.lang.IllegalStateException: Failed as it was told to>, and its container "
					+ "has stopped\n")
			.withMessageContaining("group <two-stops>: committed nothing, end 1\n")
			.withMessageContaining("Remedy:   correct the listener, or the record; or start the container again\n");
		restart("two-stops", "stopped.two");
	}

	@Test
	void anApplicationWhoseListenerFailedAndStoppedIsNotQuiet() {
		SentRecord sent = this.records.send("stopped.alone", "{}");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(LONG))
			.withMessageStartingWith("The application is not quiet, and is not going to be.\n\n"
					+ "Cause:    listener <alone> of group <alone> failed at " + sent
					+ " with <java.lang.IllegalStateException: Failed as it was told to>, and its container has "
					+ "stopped\nEvidence: container of listener <alone>: stopped (ABNORMAL) ");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG))
			.withMessageContaining("listener <alone> of group <alone> failed at " + sent);
		restart("alone", "stopped.alone");
	}

	@Test
	void anErrorThatStoppedAContainerIsNamed() {
		SentRecord sent = this.records.send("stopped.error", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG))
			.withMessageContaining("Cause:    listener <error> of group <error> failed at " + sent
					+ " with <java.lang.AssertionError: Failed as it was told to>, and its container has stopped\n");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(LONG))
			.withMessageContaining("java.lang.AssertionError: Failed as it was told to");
		restart("error", "stopped.error");
	}

	/**
	 * The other tests of this context want an application that can become quiet.
	 */
	private void restart(String listener, String topic) {
		this.application.tolerated.put(topic, true);
		container(listener).start();
		this.flows.awaitQuiet(LONG);
	}

	private MessageListenerContainer container(String listener) {
		MessageListenerContainer container = this.registry.getListenerContainer(listener);
		assertThat(container).isNotNull();
		return container;
	}

	@Test
	void aListenerThatIsNotStartedIsNamed() {
		SentRecord sent = this.records.send("stopped.late", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG))
			.withMessage("Record " + sent + " was not consumed, and is not going to be.\n\n"
					+ "Cause:    listener <late> of group <late> is not started (autoStartup=false)\n"
					+ "Evidence: no group has a member that reads stopped.late-0\n"
					+ "Remedy:   start the listener before the wait, or leave out autoStartup=false\n");
		container("late").start();
		sent.awaitConsumed(LONG);
		container("late").stop();
		SentRecord other = this.records.send("stopped.late", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> other.awaitConsumed(LONG))
			.withMessageContaining("Cause:    listener <late> of group <late> is stopped\n");
	}

	@Test
	void aListenerThatFailsAgainAndAgainIsNamed() throws InterruptedException {
		SentRecord sent = this.records.send("stopped.again", "{}");
		try {
			assertThat(this.application.calledThreeTimes.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
			assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(SHORT))
				.withMessageStartingWith("Record " + sent + " was not consumed within 300ms.\n\n"
						+ "Cause:    listener <again> of group <again> failed in ")
				.withMessageContaining("attempts, the last time with <java.lang.IllegalStateException: Failed as it "
						+ "was told to>; it ")
				.withMessageContaining("\nEvidence: group <again>: committed nothing, end 1\n");
		}
		finally {
			this.application.tolerated.put("stopped.again", true);
		}
		sent.awaitConsumed(LONG);
	}

	@Test
	void whatTheErrorHandlerOfSpringKafkaGaveUpIsLost() {
		SentRecord sent = this.records.send("stopped.default", "{}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG))
			.withMessageStartingWith("Record " + sent + " was not consumed by <default>, and is not going to be.\n\n"
					+ "Cause:    listener <default> of group <default> failed in 10 attempts, ");
	}

	@Test
	void aRecordThatTheDeserializerOfTheListenerRefusesIsLost() {
		SentRecord sent = this.records.send("stopped.unreadable", "{}");
		try {
			assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG))
				.withMessage("Record " + sent + " was not consumed by <unreadable>, and is not going to be.\n\n"
						+ "Cause:    listener <unreadable> of group <unreadable> cannot read it: "
						+ "<org.apache.kafka.common.errors.SerializationException: Size of data received by "
						+ "IntegerDeserializer is not 4>\n" + "Evidence: group <unreadable>: committed nothing, end 1\n"
						+ "Remedy:   send it as the listener reads it; and give the listener an "
						+ "ErrorHandlingDeserializer: without one its consumer asks for the record again and again\n");
		}
		finally {
			container("unreadable").stop();
		}
	}

	@Test
	void aRecordBehindOneThatTheListenerCannotReadIsLostToo() {
		this.records.send(new ProducerRecord<>("stopped.blocked", null, new byte[] { 0, 0, 0, 1 })).awaitConsumed(LONG);
		SentRecord poison = this.records.send("stopped.blocked", "{}");
		SentRecord behind = this.records.send(new ProducerRecord<>("stopped.blocked", null, new byte[] { 0, 0, 0, 2 }));
		try {
			assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> behind.awaitConsumed(LONG))
				.withMessageStartingWith(
						"Record " + behind + " was not consumed by <blocked>, and is not going to be.\n\n"
								+ "Cause:    listener <blocked> of group <blocked> cannot read " + poison
								+ ", and does not get past it: "
								+ "<org.apache.kafka.common.errors.SerializationException: Size of data received by "
								+ "IntegerDeserializer is not 4>\n");
		}
		finally {
			container("blocked").stop();
		}
	}

	@Test
	void aPartitionThatIsGivenByHandIsAwaited() {
		this.records.send("stopped.manual", "{}").awaitConsumed(LONG);
		assertThat(this.application.manual).hasValue(1);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final Map<String, Boolean> tolerated = new ConcurrentHashMap<>();

		private final CountDownLatch calledThreeTimes = new CountDownLatch(3);

		private final AtomicInteger manual = new AtomicInteger();

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> stopping(
				ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<Object, Object> factory) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> stopping = configured(configurer, factory);
			stopping.setCommonErrorHandler(new CommonContainerStoppingErrorHandler());
			return stopping;
		}

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> retrying(
				ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<Object, Object> factory) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> retrying = configured(configurer, factory);
			retrying
				.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(0, FixedBackOff.UNLIMITED_ATTEMPTS)));
			return retrying;
		}

		@Bean
		@SuppressWarnings("unchecked")
		static ConcurrentKafkaListenerContainerFactory<Object, Object> kafkaListenerContainerFactory(
				ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<?, ?> factory) {
			return configured(configurer, (ConsumerFactory<Object, Object>) factory);
		}

		private static ConcurrentKafkaListenerContainerFactory<Object, Object> configured(
				ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<Object, Object> factory) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> configured = new ConcurrentKafkaListenerContainerFactory<>();
			configurer.configure(configured, factory);
			return configured;
		}

		private void failUnlessTolerated(String topic) {
			if (!this.tolerated.containsKey(topic)) {
				throw new IllegalStateException("Failed as it was told to");
			}
		}

		@KafkaListener(id = "two-reads", topics = "stopped.two")
		void reads(String value) {
		}

		@KafkaListener(id = "two-stops", topics = "stopped.two", containerFactory = "stopping")
		void stops(String value) {
			failUnlessTolerated("stopped.two");
		}

		@KafkaListener(id = "alone", topics = "stopped.alone", containerFactory = "stopping")
		void alone(String value) {
			failUnlessTolerated("stopped.alone");
		}

		@KafkaListener(id = "error", topics = "stopped.error")
		void error(String value) {
			if (!this.tolerated.containsKey("stopped.error")) {
				throw new AssertionError("Failed as it was told to");
			}
		}

		@KafkaListener(id = "late", topics = "stopped.late", autoStartup = "false")
		void late(String value) {
		}

		@KafkaListener(id = "again", topics = "stopped.again", containerFactory = "retrying")
		void again(String value) {
			this.calledThreeTimes.countDown();
			failUnlessTolerated("stopped.again");
		}

		@KafkaListener(id = "default", topics = "stopped.default")
		void byDefault(String value) {
			throw new IllegalStateException("Failed as it was told to");
		}

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> silent(
				ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<Object, Object> factory) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> silent = configured(configurer, factory);
			silent.setCommonErrorHandler(new Silent());
			return silent;
		}

		@KafkaListener(id = "unreadable", topics = "stopped.unreadable", containerFactory = "silent",
				properties = "value.deserializer=org.apache.kafka.common.serialization.IntegerDeserializer")
		void unreadable(Integer value) {
		}

		@KafkaListener(id = "blocked", topics = "stopped.blocked", containerFactory = "silent",
				properties = "value.deserializer=org.apache.kafka.common.serialization.IntegerDeserializer")
		void blocked(Integer value) {
		}

		@KafkaListener(id = "manual", topicPartitions = @TopicPartition(topic = "stopped.manual", partitions = "0"),
				properties = "max.poll.records=1")
		void manual(String value) {
			this.manual.incrementAndGet();
		}

	}

	/**
	 * Does as the default error handler does, which logs thousands of lines.
	 */
	static class Silent implements CommonErrorHandler {

		@Override
		public void handleOtherException(Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container,
				boolean batch) {
		}

	}

}
