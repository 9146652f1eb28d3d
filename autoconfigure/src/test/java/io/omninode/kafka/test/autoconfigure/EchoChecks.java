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

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.consumer.Consumer;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.utils.KafkaTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks of a context of the {@link EchoApplication} on an external cluster.
 */
final class EchoChecks {

	private EchoChecks() {
	}

	static void assertUses(ApplicationContext context, String servers) {
		assertThat(context.getBean(TestBroker.class)).isEqualTo(TestBroker.of(servers, BrokerMode.EXTERNAL));
		assertThat(context.getBean(KafkaConnectionDetails.class).getBootstrapServers()).containsExactly(servers);
	}

	static void assertWorks(ApplicationContext context) throws Exception {
		Reply reply = context.getBean(ReplyAwaiter.class).exchange("validation").send(Map.of("a", 1)).await();
		assertThat(reply.json().get("a").asInt()).isEqualTo(1);
		assertThat(context.getBean(FlowTracker.class).track(reply.correlationId())).isComplete();
		assertThat(context.getBean(TestTopics.class).list()).contains("omninode.codegen.request.analyze.v1");
		assertClientsByHandWork(context);
	}

	private static void assertClientsByHandWork(ApplicationContext context) throws Exception {
		String topic = "by-hand-" + UUID.randomUUID();
		KafkaTemplate<String, Object> template = template(context);
		try (Consumer<String, JsonNode> consumer = context.getBean(TestConsumers.class).consumer("hand", topic)) {
			template.send(topic, Map.of("b", 2)).get();
			JsonNode value = KafkaTestUtils.getSingleRecord(consumer, topic, Duration.ofMinutes(1)).value();
			assertThat(value.get("b").asInt()).isEqualTo(2);
		}
	}

	@SuppressWarnings("unchecked")
	private static KafkaTemplate<String, Object> template(ApplicationContext context) {
		return context.getBean("kafkaTestTemplate", KafkaTemplate.class);
	}

}
