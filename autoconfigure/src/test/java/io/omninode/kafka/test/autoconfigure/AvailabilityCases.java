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

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.MuteServer;
import io.omninode.kafka.test.junit.KafkaTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test classes that tests of the condition run. Nothing listens on port 1 or 2.
 */
final class AvailabilityCases {

	static final String CLOSED = "127.0.0.1:1";

	static final String OTHER = "127.0.0.1:2";

	private static final String SERVERS = "kafka.test.bootstrap-servers=";

	private AvailabilityCases() {
	}

	@ApplicationTest(properties = SERVERS + CLOSED)
	@KafkaTest
	static class Refused {

		@Test
		void first() {
		}

		@Test
		void second() {
		}

	}

	@ApplicationTest(properties = { SERVERS + CLOSED, "kafka.test.when-unavailable=fail" })
	@KafkaTest
	static class Required {

		@Test
		void first() {
		}

	}

	@ApplicationTest
	@ActiveProfiles("unreachable-kafka")
	@KafkaTest
	static class InProfile {

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = "spring.profiles.active=unreachable-kafka")
	@KafkaTest
	static class InProfileByProperty {

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = SERVERS + OTHER)
	@ActiveProfiles("unreachable-kafka")
	@KafkaTest
	static class InlineBesideProfile {

		@Test
		void first() {
		}

	}

	@ApplicationTest(args = "--kafka.test.bootstrap-servers=" + CLOSED)
	@KafkaTest
	static class ByArgument {

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = "spring.kafka.bootstrap-servers=" + CLOSED)
	@KafkaTest
	static class ApplicationServersByTest {

		@Test
		void first() {
		}

	}

	@ApplicationTest
	@TestPropertySource(locations = MuteServer.LOCATION, factory = MuteServer.class)
	@KafkaTest
	static class Mute {

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = SERVERS + "kafka")
	@KafkaTest
	static class Malformed {

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = "kafka.test.foreign-clusters=redirct")
	@KafkaTest
	static class Misspelt {

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = "spring.kafka.bootstrap-servers=localhost")
	@KafkaTest
	static class MalformedApplicationServers {

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = "spring.kafka.bootstrap-servers=${orders.brokers}")
	@KafkaTest
	static class Unresolved {

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = "spring.kafka.bootstrap-servers=${orders.brokers}")
	@KafkaTest
	static class ResolvedByDynamicProperty {

		@DynamicPropertySource
		static void servers(DynamicPropertyRegistry registry) {
			registry.add("orders.brokers", () -> OTHER);
		}

		@Test
		void runs(@Autowired TestBroker broker) {
			assertThat(broker.bootstrapServers()).isEqualTo(OTHER);
		}

	}

	@ApplicationTest(properties = { SERVERS + CLOSED, "kafka.test.enabled=false" })
	@KafkaTest
	static class SwitchedOff {

		@Test
		void runs() {
		}

	}

	@ApplicationTest(properties = SERVERS + CLOSED)
	@KafkaTest
	static class DynamicTestServers {

		@DynamicPropertySource
		static void servers(DynamicPropertyRegistry registry) {
			registry.add("kafka.test.bootstrap-servers", () -> OTHER);
		}

		@Test
		void runs(@Autowired TestBroker broker) {
			assertThat(broker.bootstrapServers()).isEqualTo(OTHER);
		}

	}

	@ApplicationTest(properties = SERVERS + CLOSED)
	@KafkaTest
	static class DynamicApplicationServers {

		@DynamicPropertySource
		static void servers(DynamicPropertyRegistry registry) {
			registry.add("spring.kafka.bootstrap-servers", () -> OTHER);
		}

		@Test
		void runs(@Autowired TestBroker broker) {
			assertThat(broker.bootstrapServers()).isEqualTo(OTHER);
		}

	}

	@ApplicationTest(properties = SERVERS + CLOSED)
	@KafkaTest
	static class DynamicServersOfEnclosingClass {

		@DynamicPropertySource
		static void servers(DynamicPropertyRegistry registry) {
			registry.add("kafka.test.bootstrap-servers", () -> OTHER);
		}

		@Nested
		class Inner {

			@Test
			void runsInside(@Autowired TestBroker broker) {
				assertThat(broker.bootstrapServers()).isEqualTo(OTHER);
			}

		}

	}

	@ApplicationTest(properties = SERVERS + CLOSED)
	@KafkaTest
	static class DynamicSomethingElse {

		@DynamicPropertySource
		static void unrelated(DynamicPropertyRegistry registry) {
			registry.add("orders.url", () -> OTHER);
		}

		@Test
		void first() {
		}

	}

	@ApplicationTest(properties = SERVERS + CLOSED)
	static class OnMethod {

		@Test
		@KafkaTest
		void needsKafka() {
		}

		@Test
		void needsNothing() {
		}

	}

	@ApplicationTest(properties = SERVERS + CLOSED)
	static class OnNestedClass {

		@Test
		void needsNothing() {
		}

		@Nested
		@KafkaTest
		class Inner {

			@Test
			void needsKafka() {
			}

		}

	}

	@ApplicationTest(properties = "kafka.test.enabled=false")
	@KafkaTest
	static class OtherPropertiesInNestedClass {

		@Test
		void runs() {
		}

		@Nested
		@TestPropertySource(properties = { "kafka.test.enabled=true", SERVERS + CLOSED })
		class Inner {

			@Test
			void first() {
			}

		}

	}

}
