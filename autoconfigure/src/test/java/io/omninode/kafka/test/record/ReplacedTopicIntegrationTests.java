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

package io.omninode.kafka.test.record;

import java.time.Duration;
import java.util.List;

import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TestRecords} on a topic that is deleted between tests, and in one.
 */
@Tag(KafkaTags.KAFKA)
@Tag(KafkaTags.INTEGRATION)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest
class ReplacedTopicIntegrationTests {

	private static final String TOPIC = "replaced-topic";

	private static final Duration SHORT = Duration.ofMillis(300);

	@Autowired
	private TestRecords records;

	@Autowired
	private TestTopics topics;

	@Autowired
	@Qualifier("kafkaTestAdmin")
	private Admin admin;

	@Test
	@Order(1)
	void aTestSendsAndDeletes() throws Exception {
		this.records.send(TOPIC, "first");
		this.records.send(TOPIC, "second");
		assertThat(this.records.on(TOPIC).awaitAll(2)).hasSize(2);
		delete();
	}

	@Test
	@Order(2)
	void theNextDoesNotSeeWhatWasDeleted() {
		this.records.on(TOPIC).awaitNone(SHORT);
		assertThat(this.records.on(TOPIC).seen()).isEmpty();
	}

	@Test
	@Order(3)
	void theNextSeesTheFirstRecordOfTheNewTopic() {
		this.records.send(TOPIC, "third");
		assertThat(this.records.on(TOPIC).await(SHORT).as(String.class)).isEqualTo("third");
		assertThat(this.records.on(TOPIC).seen()).hasSize(1);
	}

	@Test
	@Order(4)
	void theNextSeesNothingOfIt() {
		this.records.on(TOPIC).awaitNone(SHORT);
		assertThat(this.records.on(TOPIC).seen()).isEmpty();
	}

	@Test
	@Order(5)
	void whatComesAfterTheTopicWasCreatedAgainIsSeenOnce() throws Exception {
		this.records.send(TOPIC, "fourth");
		this.records.on(TOPIC).await();
		delete();
		this.topics.create(TOPIC);
		this.records.send(TOPIC, "fifth");
		assertThat(this.records.on(TOPIC).matching((record) -> record.as(String.class).equals("fifth")).await(SHORT))
			.isNotNull();
		assertThat(this.records.on(TOPIC).seen()).extracting((record) -> record.as(String.class))
			.containsExactly("fourth", "fifth");
	}

	private void delete() throws Exception {
		this.admin.deleteTopics(List.of(TOPIC)).all().get();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
