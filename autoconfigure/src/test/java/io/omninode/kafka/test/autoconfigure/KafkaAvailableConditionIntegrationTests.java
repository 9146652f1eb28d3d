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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.CaseJvm;
import io.omninode.kafka.test.fixture.CaseRun;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.topic.TestTopics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.test.context.EmbeddedKafka;

import static org.assertj.core.api.Assertions.assertThat;

@Tag(KafkaTags.KAFKA)
@Tag(KafkaTags.INTEGRATION)
class KafkaAvailableConditionIntegrationTests {

	@Test
	void withTheEmbeddedBrokerTheTestRuns() {
		CaseRun run = CaseRun.of(Embedded.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).isEmpty();
		assertThat(run.succeeded()).containsExactly("runs");
	}

	/**
	 * In a JVM of its own, for that broker leaves system properties and warnings behind.
	 */
	@Test
	void withTheBrokerOfSpringKafkaADeadAddressDoesNotStopTheTest(@TempDir Path directory) {
		CaseJvm jvm = CaseJvm.run(directory, List.of(), Map.of(), BrokerOfSpringKafka.class);
		assertThat(jvm.told("failed")).isEmpty();
		assertThat(jvm.told("skipped")).isEmpty();
		assertThat(jvm.told("succeeded")).as(jvm.output()).containsExactly("runs");
	}

	@Test
	void whatEmbeddedKafkaHasLeftBehindMeansTheEmbeddedBroker() {
		CaseRun run = CaseRun.of(LeftFromEmbeddedKafka.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).isEmpty();
		assertThat(run.succeeded()).containsExactly("runs");
	}

	@ApplicationTest(properties = "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}")
	@KafkaTest
	static class LeftFromEmbeddedKafka {

		@Test
		void runs(@Autowired TestBroker broker) {
			assertThat(broker.mode()).isEqualTo(BrokerMode.EMBEDDED);
		}

	}

	@ApplicationTest
	@KafkaTest
	static class Embedded {

		@Test
		void runs(@Autowired TestBroker broker) {
			assertThat(broker.mode()).isEqualTo(BrokerMode.EMBEDDED);
		}

	}

	@ApplicationTest(properties = { "kafka.test.bootstrap-servers=" + AvailabilityCases.CLOSED,
			"kafka.test.when-unavailable=fail" })
	@EmbeddedKafka
	@KafkaTest
	static class BrokerOfSpringKafka {

		@Test
		void runs(@Autowired TestBroker broker, @Autowired TestTopics topics) {
			assertThat(broker.mode()).isEqualTo(BrokerMode.PROVIDED);
			assertThat(topics.list()).isEmpty();
		}

	}

}
