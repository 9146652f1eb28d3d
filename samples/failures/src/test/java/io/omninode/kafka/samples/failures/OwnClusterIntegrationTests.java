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

package io.omninode.kafka.samples.failures;

import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A cluster of two brokers, which creates no topics by itself.
 */
@SpringBootTest(classes = OwnClusterIntegrationTests.Application.class,
		properties = { "kafka.test.embedded.properties.auto.create.topics.enable=false",
				"kafka.test.embedded.brokers=2", "kafka.test.codegen-topics=false",
				"kafka.test.producer.properties.delivery.timeout.ms=2000",
				"kafka.test.producer.properties.request.timeout.ms=1000" })
@KafkaTest
class OwnClusterIntegrationTests {

	@Autowired
	TestRecords records;

	@Autowired
	TestTopics topics;

	@Autowired
	TestBroker broker;

	@Test
	void thereIsNoTopicOfThatName() {
		this.topics.create("existing-orders");
		Failure.ofUnsent(() -> this.records.send("exsiting-orders", Failure.order("lost")))
			.tells(Cause.SEND_UNKNOWN_TOPIC, "There is no topic of that name");
	}

	@Test
	void thePartitionHasNoLeader() {
		this.topics.create(new NewTopic("leaderless-orders", Map.of(0, List.of(2))));
		this.broker.node(2).stop();
		Failure.ofUnsent(() -> this.records.send("leaderless-orders", Failure.order("leaderless")))
			.tells(Cause.SEND_NO_LEADER, "The partition of a record has no leader");
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
