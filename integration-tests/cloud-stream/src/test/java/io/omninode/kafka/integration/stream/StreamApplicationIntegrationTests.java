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

package io.omninode.kafka.integration.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.integration.parts.Gate;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.SentRecord;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Spring Cloud Stream, whose topics no test declares.
 */
@SpringBootTest
@KafkaTest
class StreamApplicationIntegrationTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration SHORT = Duration.ofMillis(500);

	@Autowired
	private TestRecords records;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private Gate gate;

	@BeforeEach
	void forget() {
		this.gate.open();
		this.flows.awaitQuiet(LONG);
		this.gate.arrived().clear();
		this.gate.passed().clear();
	}

	@Test
	void anOrderIsInvoiced() {
		send("orders", "one");
		assertThat(this.records.on("invoices").await().record().value()).asString(StandardCharsets.UTF_8)
			.isEqualTo("invoice for one");
	}

	@Test
	void anObjectIsTheJsonThatAFunctionReads() {
		this.records.send("parcels", new StreamApplication.Parcel("p-1", 3)).awaitConsumed();
		assertThat(this.records.on("weighed").await().as(StreamApplication.Parcel.class))
			.isEqualTo(new StreamApplication.Parcel("p-1", 6));
	}

	@Test
	void whileRecordsWaitForAFunctionTheApplicationIsNotQuiet() {
		this.gate.closeAfter(2);
		for (int i = 0; i < 20; i++) {
			send("orders", "order-" + i);
		}
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(SHORT))
			.withMessageContaining("group <billing> on orders-0: ")
			.withMessageContaining(" is running\nRemedy:   wait longer if a listener is slow");
		assertThat(this.gate.passed()).hasSizeLessThanOrEqualTo(2);
		this.gate.open();
		this.flows.awaitQuiet(LONG);
		assertThat(this.gate.passed()).hasSize(20);
	}

	@Test
	void aRecordIsConsumedWhenTheGroupHasCommittedIt() throws InterruptedException {
		this.gate.closeAfter(0);
		send("orders", "first");
		assertThat(this.gate.arrived().poll(1, TimeUnit.MINUTES)).isEqualTo("first");
		SentRecord second = send("orders", "second");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> second.awaitConsumed(SHORT))
			.withMessageContaining("group <billing>: ");
		this.gate.open();
		second.awaitConsumed(LONG);
		second.awaitConsumedBy("billing", LONG);
	}

	@Test
	void theFirstRecordForABindingThatBeginsAtTheEndIsNotLost() {
		for (int i = 0; i < 3; i++) {
			String alerts = "alerts-" + UUID.randomUUID();
			try (ConfigurableApplicationContext context = run(alerts)) {
				context.getBean(TestRecords.class).send(alerts, "first".getBytes(StandardCharsets.UTF_8));
				context.getBean(FlowTracker.class).awaitQuiet(LONG);
				assertThat(context.getBean(Gate.class).passed()).containsExactly("first");
			}
		}
	}

	@Test
	void whileABindingHasARecordOnItsWayTheApplicationIsNotQuiet() {
		String alerts = "alerts-" + UUID.randomUUID();
		try (ConfigurableApplicationContext context = run(alerts,
				"--spring.cloud.stream.kafka.bindings.slow-out-0.producer.configuration.linger.ms=3000",
				"--spring.cloud.stream.bindings.slow-out-0.destination=" + alerts)) {
			context.getBean(StreamBridge.class).send("slow-out-0", "sent");
			context.getBean(FlowTracker.class).awaitQuiet(LONG);
			assertThat(context.getBean(Gate.class).passed()).containsExactly("sent");
		}
	}

	private static ConfigurableApplicationContext run(String alerts, String... arguments) {
		String[] all = Arrays.copyOf(arguments, arguments.length + 2);
		all[arguments.length] = "--spring.cloud.stream.bindings.alarm-in-0.destination=" + alerts;
		all[arguments.length + 1] = "--spring.cloud.function.definition=alarm";
		return new SpringApplicationBuilder(StreamApplication.class).run(all);
	}

	private SentRecord send(String topic, String value) {
		return this.records.send(topic, value, value.getBytes(StandardCharsets.UTF_8));
	}

}
