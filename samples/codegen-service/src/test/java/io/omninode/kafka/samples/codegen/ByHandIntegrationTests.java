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

package io.omninode.kafka.samples.codegen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.utils.KafkaTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Topics, a producer and a consumer without the help of an exchange.
 */
@SpringBootTest
@KafkaTest
class ByHandIntegrationTests {

	@Autowired
	private TestTopics topics;

	@Autowired
	private TestConsumers consumers;

	@Autowired
	@Qualifier("kafkaTestTemplate")
	private KafkaTemplate<String, Object> template;

	@Test
	void theTopicsOfTheServiceAreThere() {
		assertThat(this.topics.list())
			.containsAll(List.of("omninode.codegen.request.validate.v1", "omninode.codegen.response.validate.v1",
					"omninode.codegen.request.analyze.v1", "omninode.codegen.response.analyze.v1",
					"omninode.codegen.request.pattern.v1", "omninode.codegen.response.pattern.v1",
					"omninode.codegen.request.mixin.v1", "omninode.codegen.response.mixin.v1"));
		assertThat(this.topics.name("mixin_request")).isEqualTo("omninode.codegen.request.mixin.v1");
	}

	@Test
	void aRequestSentByHandIsAnsweredOnTheReplyTopic() throws Exception {
		Consumer<String, JsonNode> consumer = this.consumers.consumer("by-hand", "analysis-response");
		this.template
			.send(this.topics.name("analysis-request"), "key-1",
					Map.of("correlation_id", "by-hand-1", "payload", Map.of("code_content", "x = 1")))
			.get(1, TimeUnit.MINUTES);
		ConsumerRecord<String, JsonNode> reply = await(consumer, "by-hand-1");
		assertThat(reply.key()).isEqualTo("key-1");
		assertThat(reply.value().get("lines").asInt()).isEqualTo(1);
	}

	private static ConsumerRecord<String, JsonNode> await(Consumer<String, JsonNode> consumer, String correlationId) {
		while (true) {
			for (ConsumerRecord<String, JsonNode> record : KafkaTestUtils.getRecords(consumer,
					Duration.ofSeconds(10))) {
				if (record.value().path("correlation_id").asString().equals(correlationId)) {
					return record;
				}
			}
		}
	}

}
