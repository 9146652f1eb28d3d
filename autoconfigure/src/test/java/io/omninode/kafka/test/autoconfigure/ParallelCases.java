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

package io.omninode.kafka.test.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.CaseJvm;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test classes with contexts of their own, whose listeners are in one group, for a JVM
 * that runs them in parallel.
 */
final class ParallelCases {

	private static final CyclicBarrier ALL_FOUR = new CyclicBarrier(4);

	private ParallelCases() {
	}

	private static String text(ReceivedRecord record) {
		return new String(record.record().value(), StandardCharsets.UTF_8);
	}

	/**
	 * Sends records and sees that its own application has consumed them, and no others.
	 */
	@SpringBootTest(classes = Orders.class)
	@KafkaTest
	abstract static class Base {

		@Autowired
		private TestRecords records;

		@Autowired
		private Orders orders;

		@Autowired
		private TestBroker broker;

		@Autowired
		private KafkaTemplate<String, String> template;

		@RepeatedTest(40)
		void sendsAndConsumes() {
			String order = getClass().getSimpleName() + " " + UUID.randomUUID();
			this.records.send("parallel.orders", order.getBytes(StandardCharsets.UTF_8)).awaitConsumed();
			this.template.send("parallel.orders", order + " by the application");
			List<ReceivedRecord> events = this.records.on("parallel.events").awaitAll(2);
			assertThat(events).extracting((event) -> text(event))
				.allSatisfy((event) -> assertThat(event).startsWith(order));
			assertThat(this.orders.received).contains(order)
				.allSatisfy((received) -> assertThat(received).startsWith(getClass().getSimpleName()));
			CaseJvm.tell("broker", this.broker.bootstrapServers());
		}

	}

	/**
	 * Waits for the others, so that all four run at the same time.
	 */
	abstract static class Together extends Base {

		@BeforeAll
		static void meet() throws Exception {
			ALL_FOUR.await(2, TimeUnit.MINUTES);
		}

	}

	@TestPropertySource(properties = "parallel.context=first")
	static class First extends Together {

	}

	@TestPropertySource(properties = "parallel.context=second")
	static class Second extends Together {

	}

	@TestPropertySource(properties = "parallel.context=third")
	static class Third extends Together {

	}

	@TestPropertySource(properties = "parallel.context=fourth")
	static class Fourth extends Together {

	}

	/**
	 * Has a class in it with a context of its own, which starts while its own runs.
	 */
	@TestPropertySource(properties = "parallel.context=enclosing")
	static class Enclosing extends Base {

		@Nested
		@TestPropertySource(properties = "parallel.context=nested")
		class WithItsOwnContext {

			@Test
			void sendsAndConsumes(@Autowired TestRecords records, @Autowired Orders orders,
					@Autowired TestBroker broker) {
				String order = "nested " + UUID.randomUUID();
				records.send("parallel.orders", order.getBytes(StandardCharsets.UTF_8)).awaitConsumed();
				assertThat(text(records.on("parallel.events").await())).startsWith(order);
				assertThat(orders.received).containsExactly(order);
				CaseJvm.tell("nested", broker.bootstrapServers());
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Orders {

		private final List<String> received = new CopyOnWriteArrayList<>();

		@KafkaListener(topics = "parallel.orders", groupId = "${parallel.group:parallel}")
		@SendTo("parallel.events")
		String on(String order) {
			this.received.add(order);
			return order + " received";
		}

	}

}
