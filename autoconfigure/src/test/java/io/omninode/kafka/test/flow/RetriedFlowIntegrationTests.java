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
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.DltHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A flow over several exchanges, retries and a dead letter, of which no retry topic is
 * declared.
 */
@SpringBootTest(classes = RetriedFlowIntegrationTests.Application.class,
		properties = { "kafka.test.codegen-topics=false", "kafka.test.topics.order-request=retried.orders",
				"kafka.test.topics.order-response=retried.replies", "kafka.test.topics.bill-request=retried.bills",
				"kafka.test.topics.bill-response=retried.paid" })
@KafkaTest
class RetriedFlowIntegrationTests {

	@Autowired
	private TestRecords records;

	@Autowired
	private FlowTracker flows;

	@Test
	void retriesAndDeadLettersBelongToTheFlow() {
		this.records.send("order-request", Map.of("correlation_id", "dead", "fail", true));
		Flow flow = this.flows.until("retried.orders-dlt").track("dead");
		assertThat(flow.hops()).extracting(Hop::kind)
			.containsExactly(Hop.Kind.REQUEST, Hop.Kind.RETRY, Hop.Kind.RETRY, Hop.Kind.DEAD_LETTER);
		assertThat(flow).visited("order-request", "retried.orders-dlt")
			.inOrder()
			.didNotVisit("order-response")
			.hasNoDuplicates();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).hasNoRetries())
			.withMessageStartingWith("Expected no retries in flow <dead>, but there are some on <retried.orders-retry");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).hasNoDeadLetters())
			.withMessageStartingWith(
					"Expected no dead letters in flow <dead>, but there are some on <retried.orders-dlt>.");
	}

	@Test
	void undeclaredRetryTopicsAreFoundWithoutBeingNamed() {
		this.records.send("order-request", Map.of("correlation_id", "found", "fail", true));
		this.records.on("retried.orders-dlt")
			.matching((record) -> "found".equals(record.json().path("correlation_id").asString()))
			.await();
		Flow flow = this.flows.track("found", "order-request", "order-response", Duration.ofMillis(50));
		assertThat(flow).hasHops(4);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).isComplete())
			.withMessageStartingWith("Expected a request and its response in flow <found>, but the response was not "
					+ "found.\n\nCause:    ")
			.withMessageContaining("DEAD_LETTER  retried.orders-dlt-0@");
	}

	@Test
	void aFlowIsCompleteWhenEveryRequestIsAnswered() {
		this.records.send("order-request", Map.of("correlation_id", "chain"));
		Flow flow = this.flows.until("order-response", "bill-response").track("chain");
		assertThat(flow).isComplete()
			.visited("order-request", "order-response", "bill-request", "bill-response")
			.inOrder()
			.completedWithin(Duration.ofSeconds(60))
			.hasHops(4)
			.hasNoDuplicates()
			.hasNoRetries();
		assertThat(this.flows.track("chain").topics()).hasSize(4);
	}

	@Test
	void whenAnAwaitedTopicIsNotVisitedTheFlowIsReturnedWithoutIt() {
		this.records.send("order-request", Map.of("correlation_id", "partial"));
		Flow flow = this.flows.until("retried.audit").track("partial", Duration.ofMillis(300));
		assertThat(flow).didNotVisit("retried.audit");
	}

	@Test
	void noTopicToWaitForIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.flows.until())
			.withMessageStartingWith("At least one topic is needed, by key or by name; the keys are [")
			.withMessageContaining("order-request");
	}

	/**
	 * Answers orders, and then sends a bill, which is answered too.
	 */
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final KafkaTemplate<String, String> template;

		Application(KafkaTemplate<String, String> template) {
			this.template = template;
		}

		@RetryableTopic(attempts = "3", backOff = @BackOff(delay = 1, multiplier = 2))
		@KafkaListener(topics = "retried.orders", groupId = "retried")
		void onOrder(String order) {
			if (order.contains("fail")) {
				throw new IllegalStateException("Failed as it was told to");
			}
			this.template.send("retried.replies", order).join();
			this.template.send("retried.bills", order).join();
		}

		@DltHandler
		void onDeadLetter(String order) {
		}

		@KafkaListener(topics = "retried.bills", groupId = "retried-bills")
		void onBill(String bill) {
			this.template.send("retried.paid", bill).join();
		}

	}

}
