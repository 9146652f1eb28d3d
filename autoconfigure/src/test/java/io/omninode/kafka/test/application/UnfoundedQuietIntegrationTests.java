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

package io.omninode.kafka.test.application;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application that nothing is seen of is not called quiet.
 */
@SpringBootTest(properties = { "kafka.test.codegen-topics=false", "spring.kafka.consumer.auto-offset-reset=earliest" })
@KafkaTest
class UnfoundedQuietIntegrationTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration SHORT = Duration.ofMillis(300);

	private final String topic = "unfounded-" + UUID.randomUUID();

	@Autowired
	private FlowTracker flows;

	@Autowired
	private TestRecords records;

	@Autowired
	private ConsumerFactory<String, String> consumerFactory;

	@MockitoBean
	private KafkaTemplate<String, String> mockedTemplate;

	@Test
	void whereThereIsNothingToWaitForThatIsTheAnswer() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(SHORT))
			.withMessage(
					"Nothing to wait for was found within 300ms: whether the application is quiet is not known.\n\n"
							+ "Cause:    the context has no listener and no Kafka Streams, no producer factory of it has a "
							+ "producer, and no group reads a topic of the tests\n"
							+ "Evidence: the test has sent to no topic and watched none\n"
							+ "Remedy:   name the topics of the application under kafka.test.topics, or send to them with "
							+ "TestRecords; what an application reads without a group cannot be seen\n");
	}

	@Test
	void aTopicOfTheTestThatNobodyReadsIsNamed() {
		this.records.send(this.topic, 1);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(SHORT))
			.withMessageContaining("Evidence: topics of the tests: [" + this.topic + "]\n");
	}

	@Test
	void aGroupThatReadsATopicOfTheTestIsAwaited() {
		this.records.send(this.topic, 1);
		try (Consumer<String, String> consumer = this.consumerFactory.createConsumer(this.topic, "")) {
			consumer.subscribe(List.of(this.topic));
			assertThat(KafkaTestUtils.getRecords(consumer, LONG)).hasSize(1);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(SHORT))
				.withMessageContaining(
						"group <" + this.topic + "> on " + this.topic + "-0: committed nothing, end 1, lag 1");
			assertThat(consumer.metrics().keySet()).anySatisfy((name) -> {
				assertThat(name.name()).isEqualTo("records-lag");
				assertThat(name.tags()).containsEntry("topic", this.topic).containsEntry("partition", "0");
			});
			consumer.commitSync();
			this.flows.awaitQuiet(LONG);
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
