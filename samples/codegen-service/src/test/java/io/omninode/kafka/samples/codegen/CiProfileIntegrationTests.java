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

import java.util.Map;

import io.omninode.kafka.test.autoconfigure.KafkaTestProperties;
import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The profile {@code ci} overrides properties and adds an exchange.
 */
@SpringBootTest
@ActiveProfiles("ci")
@KafkaTest
class CiProfileIntegrationTests {

	@Autowired
	private KafkaTestProperties properties;

	@Autowired
	private TestTopics topics;

	@Autowired
	private TestConsumers consumers;

	@Autowired
	private ReplyAwaiter replies;

	@Test
	void theProfileOverridesProperties() {
		assertThat(this.properties.reply().timeout()).hasSeconds(20);
		assertThat(this.properties.consumer().maxPollRecords()).isEqualTo(10);
		assertThat(this.consumers.consumer("audit", "validation-response").groupMetadata().groupId())
			.isEqualTo("ci-audit");
	}

	@Test
	void theExchangeOfTheProfileIsThere() {
		assertThat(this.replies.exchange("audit").replyTopic()).isEqualTo("codegen.audit.replies");
		assertThat(this.topics.list()).contains("codegen.audit.requests", "codegen.audit.replies");
	}

	@Test
	void theTopicsOfTheServiceAreThere() {
		assertThat(this.topics.list()).containsAll(this.topics.asMap().values());
		assertThat(this.topics.asMap().values()).contains("omninode.codegen.request.validate.v1",
				"omninode.codegen.response.analyze.v1", "omninode.codegen.request.pattern.v1");
		assertThat(this.topics.name("mixin_request")).isEqualTo("omninode.codegen.request.mixin.v1");
	}

	@Test
	void theServiceAnswersUnderTheProfile() {
		assertThat(this.replies.exchange("pattern").send(Map.of("payload", Map.of("code", "x = 1"))).await().json())
			.isNotNull();
	}

}
