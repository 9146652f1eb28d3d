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

package io.omninode.kafka.test.flow;

import java.time.Duration;
import java.util.Map;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.MissingRecordError;
import io.omninode.kafka.test.record.SentRecord;
import io.omninode.kafka.test.record.TestRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.DltHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application that reads JSON into a type without the field of the correlation id:
 * what Spring Kafka writes to retry and dead-letter topics has no id.
 */
@SpringBootTest(classes = LinkedFlowIntegrationTests.Application.class,
		properties = { "kafka.test.codegen-topics=false", "kafka.test.topics.order-request=linked.orders",
				"kafka.test.topics.order-response=linked.replies",
				"spring.kafka.consumer.value-deserializer="
						+ "org.springframework.kafka.support.serializer.JacksonJsonDeserializer",
				"spring.kafka.consumer.properties.spring.json.value.default.type="
						+ "io.omninode.kafka.test.flow.LinkedFlowIntegrationTests.Order",
				"spring.kafka.producer.value-serializer="
						+ "org.springframework.kafka.support.serializer.JacksonJsonSerializer" })
@KafkaTest
class LinkedFlowIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(50);

	@Autowired
	private TestRecords records;

	@Autowired
	private FlowTracker flows;

	@Autowired
	@Qualifier("kafkaTestTemplate")
	private KafkaTemplate<String, Object> template;

	@Value("${spring.kafka.bootstrap-servers}")
	private String servers;

	@Test
	void retriesAndDeadLettersWithoutAnIdBelongToTheFlow() {
		this.records.send("linked.orders", Map.of("correlation_id", "retried", "name", "fail"));
		this.records.send("linked.orders", Map.of("correlation_id", "other", "name", "pass"));
		this.records.on("linked.orders-dlt").await();
		Flow flow = this.flows.track("retried", SHORT);
		assertThat(flow.hops()).extracting(Hop::kind)
			.containsExactly(Hop.Kind.REQUEST, Hop.Kind.RETRY, Hop.Kind.DEAD_LETTER);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).hasNoDeadLetters())
			.withMessageStartingWith(
					"Expected no dead letters in flow <retried>, but there are some on <linked.orders-dlt>.");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).hasNoRetries())
			.withMessageStartingWith(
					"Expected no retries in flow <retried>, but there are some on <linked.orders-retry");
		assertThat(this.flows.track("other", SHORT)).hasHops(1).hasNoRetries().hasNoDeadLetters();
	}

	@Test
	void aDeadLetterOnATopicOfAnyNameBelongsToTheFlow() {
		SentRecord sent = this.records.send("linked.bills", Map.of("correlation_id", "billed", "name", "fail"));
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed);
		Flow flow = this.flows.track("billed", "linked.bills", "linked.paid", SHORT);
		assertThat(flow).visited("linked.bills", "linked.graveyard").inOrder().hasHops(2);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).hasNoDeadLetters())
			.withMessageStartingWith(
					"Expected no dead letters in flow <billed>, but there are some on <linked.graveyard>.");
	}

	@Test
	void aDeadLetterTopicOfAnotherSuffixIsTold() {
		this.records.send("linked.notes", Map.of("correlation_id", "noted", "name", "fail"));
		this.records.on("linked.notes-grave").await();
		Flow flow = this.flows.track("noted", "linked.notes", "linked.noted", SHORT);
		assertThat(flow.hops()).extracting(Hop::kind)
			.containsExactly(Hop.Kind.REQUEST, Hop.Kind.RETRY, Hop.Kind.DEAD_LETTER);
	}

	@Test
	void aDeadLetterThatCannotBeLinkedToAnythingIsNotOverlooked() {
		this.records.send("linked.orders", Map.of("correlation_id", "doubtful", "name", "pass"));
		this.template.send("linked.others-dlt", Map.of("name", "whose?")).join();
		Flow flow = this.flows.track("doubtful", SHORT);
		assertThat(flow).hasHops(1).hasNoRetries();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).hasNoDeadLetters())
			.withMessageStartingWith("Expected no dead letters in flow <doubtful>, but <linked.others-dlt-0@0> may "
					+ "belong to it: it has neither a correlation id nor the headers that name its origin.");
	}

	@Test
	void aRecordBehindAnOpenTransactionIsNotReportedAsMissing() {
		try (Producer<String, String> producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
				this.servers, ProducerConfig.TRANSACTIONAL_ID_CONFIG, "linked.open"), new StringSerializer(),
				new StringSerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			producer.send(new ProducerRecord<>("linked.open", "somebody's"));
			producer.flush();
			SentRecord sent = this.records.send("linked.open", Map.of("correlation_id", "behind"));
			Flow flow = this.flows.track("behind", "linked.open", "linked.closed", SHORT);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).isComplete())
				.withMessageStartingWith(
						"Expected a request and its response in flow <behind>, but neither was found.\n\n"
								+ "Cause:    the request is at linked.open-0@1, where a transaction is open, which hides it\n"
								+ "          no consumer group reads <linked.open>\n");
			assertThat(sent.offset()).isEqualTo(1);
			String open = "          linked.open-0 can be read up to offset 0: a transaction is open there, which hides "
					+ "what comes after it\n";
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> this.records.on("linked.open").await(SHORT))
				.withMessageContaining("Evidence: nothing that can be read was published there since the test method "
						+ "began\n" + open);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> sent.awaitConsumed(SHORT))
				.withMessageContaining("Evidence: no group has a member that reads linked.open-0\n" + open);
			producer.abortTransaction();
		}
	}

	record Order(String name) {

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		static CommonErrorHandler errorHandler(KafkaTemplate<Object, Object> template) {
			return new DefaultErrorHandler(new DeadLetterPublishingRecoverer(template,
					(record, ex) -> new TopicPartition("linked.graveyard", 0)), new FixedBackOff(0, 0));
		}

		@RetryableTopic(attempts = "2", backOff = @BackOff(delay = 1))
		@KafkaListener(topics = "linked.orders", groupId = "linked.orders")
		void onOrder(Order order) {
			if (order.name().equals("fail")) {
				throw new IllegalStateException("Failed as it was told to");
			}
		}

		@RetryableTopic(attempts = "2", backOff = @BackOff(delay = 1), retryTopicSuffix = "-again",
				dltTopicSuffix = "-grave")
		@KafkaListener(topics = "linked.notes", groupId = "linked.notes")
		void onNote(Order note) {
			throw new IllegalStateException("Failed as it was told to");
		}

		@DltHandler
		void onDeadLetter(Order order) {
		}

		@KafkaListener(topics = "linked.bills", groupId = "linked.bills")
		void onBill(Order bill) {
			throw new IllegalStateException("Failed as it was told to");
		}

	}

}
