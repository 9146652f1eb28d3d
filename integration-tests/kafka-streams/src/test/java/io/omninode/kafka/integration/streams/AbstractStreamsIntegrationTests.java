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

package io.omninode.kafka.integration.streams;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.integration.parts.Gate;
import io.omninode.kafka.test.application.ConsumerGroups;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.SentRecord;
import io.omninode.kafka.test.record.TestRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Kafka Streams, whose topics no test declares, with one protocol of its group.
 */
@SpringBootTest
@KafkaTest
abstract class AbstractStreamsIntegrationTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration SHORT = Duration.ofMillis(500);

	@Autowired
	private TestRecords records;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private ConsumerGroups groups;

	@Autowired
	private Gate gate;

	@Value("${spring.kafka.streams.application-id}")
	private String group;

	@Value("${billing.orders}")
	private String orders;

	@Value("${billing.invoices}")
	private String invoices;

	private final String protocol;

	AbstractStreamsIntegrationTests(String protocol) {
		this.protocol = protocol;
	}

	@BeforeEach
	void forget() {
		this.gate.open();
		this.flows.awaitQuiet(LONG);
		this.gate.arrived().clear();
		this.gate.passed().clear();
	}

	@Test
	void anOrderIsInvoiced() {
		send("one");
		assertThat(this.records.on(this.invoices).await().record().value()).asString(StandardCharsets.UTF_8)
			.isEqualTo("invoice for one");
	}

	@Test
	void whileRecordsWaitInAProcessorTheApplicationIsNotQuiet() {
		this.gate.closeAfter(2);
		for (int i = 0; i < 20; i++) {
			send("order-" + i);
		}
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(SHORT))
			.withMessageContaining("group <" + this.group + "> on ")
			.withMessageContaining(", Kafka Streams <" + this.group + "> is RUNNING and commits every 100ms")
			.withMessageContaining("set spring.kafka.streams.properties.commit.interval.ms=100 in the tests");
		assertThat(this.gate.passed()).hasSizeLessThanOrEqualTo(2);
		this.gate.open();
		this.flows.awaitQuiet(LONG);
		assertThat(this.gate.passed()).hasSize(20);
	}

	@Test
	void whatARecordHasStartedIsOverWhenTheApplicationIsQuiet() {
		for (int i = 1; i <= 10; i++) {
			send("order-" + i);
			this.flows.awaitQuiet(LONG);
			assertThat(this.gate.passed()).hasSize(i);
			assertThat(this.records.on(this.invoices).seen()).hasSize(i);
		}
	}

	@Test
	void aRecordIsConsumedWhenTheGroupHasCommittedIt() throws InterruptedException {
		this.gate.closeAfter(0);
		send("first");
		assertThat(this.gate.arrived().poll(1, TimeUnit.MINUTES)).isEqualTo("first");
		SentRecord second = send("second");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> second.awaitConsumed(SHORT))
			.withMessageContaining("group <" + this.group + ">: ");
		this.gate.open();
		second.awaitConsumed(LONG);
		second.awaitConsumedBy(this.group, LONG);
		assertThat(this.groups.committedByGroup(List.of(new TopicPartition(this.orders, 0)), LONG))
			.containsKey(this.group);
	}

	private SentRecord send(String order) {
		return this.records.send(this.orders, order, order.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void theFirstRecordIsProcessedThoughTheApplicationBeginsAtTheEnd() {
		try (ConfigurableApplicationContext context = run("spring.kafka.streams.properties.auto.offset.reset=latest")) {
			context.getBean(TestRecords.class).send(topic(context), "first".getBytes(StandardCharsets.UTF_8));
			context.getBean(FlowTracker.class).awaitQuiet(LONG);
			assertThat(context.getBean(Gate.class).passed()).containsExactly("first");
		}
	}

	@Test
	void anApplicationThatHasFailedIsNotQuiet() {
		try (ConfigurableApplicationContext context = run()) {
			context.getBean(TestRecords.class).send(topic(context), "poison".getBytes(StandardCharsets.UTF_8));
			String id = context.getEnvironment().getProperty("spring.kafka.streams.application-id");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> context.getBean(FlowTracker.class).awaitQuiet(Duration.ofSeconds(5)))
				.withMessageContaining("Kafka Streams <" + id + ">: ERROR");
			context.getBean(TestRecords.class)
				.send(topic(context), "a send does not wait for it".getBytes(StandardCharsets.UTF_8));
		}
	}

	private static String topic(ConfigurableApplicationContext context) {
		return String.valueOf(context.getEnvironment().getProperty("billing.orders"));
	}

	private ConfigurableApplicationContext run(String... properties) {
		String name = "streams-" + UUID.randomUUID();
		return new SpringApplicationBuilder(StreamsApplication.class).properties(properties)
			.run("--billing.orders=" + name + ".orders", "--billing.invoices=" + name + ".invoices",
					"--spring.kafka.streams.application-id=" + name,
					"--spring.kafka.streams.properties.group.protocol=" + this.protocol);
	}

}
