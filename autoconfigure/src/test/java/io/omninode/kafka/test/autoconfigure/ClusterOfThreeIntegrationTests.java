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

import java.util.Map;

import io.omninode.kafka.test.broker.BrokerNode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that goes on while one of three brokers is away.
 */
@SpringBootTest(classes = EchoApplication.class,
		properties = { "kafka.test.embedded.brokers=3", "kafka.test.topic.replication-factor=3" })
@KafkaTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterOfThreeIntegrationTests {

	@Autowired
	private TestBroker broker;

	@Autowired
	private ReplyAwaiter replies;

	@Test
	@Order(1)
	void requestsAreAnsweredWhileABrokerIsStopped() {
		this.broker.node(2).stop();
		assertThat(this.replies.exchange("validation").send(Map.of("a", 1)).await().json().get("a").asInt()).isOne();
	}

	@Test
	@Order(2)
	void theNextTestHasAllBrokersAgain() {
		assertThat(this.broker.nodes()).hasSize(3).allMatch(BrokerNode::isRunning);
	}

}
