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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.MissingReplyError;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A test sees what was published since it began, whatever the timestamps say.
 */
@SpringBootTest(classes = IsolationIntegrationTests.Application.class,
		properties = { "kafka.test.topics.isolated-request=isolated.requests",
				"kafka.test.topics.isolated-response=isolated.replies" })
@KafkaTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IsolationIntegrationTests {

	private static final String TOPIC = "isolated-response";

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final long FUTURE = Instant.now().plusSeconds(3_600).toEpochMilli();

	private static final long PAST = 1_000;

	@Autowired
	private TestRecords records;

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private TestConsumers consumers;

	@Autowired
	private TestTopics topics;

	@Autowired
	@Qualifier("kafkaTestAdmin")
	private Admin admin;

	@Autowired
	@Qualifier("kafkaTestTemplate")
	private KafkaTemplate<String, Object> template;

	@Test
	@Order(1)
	void aTestSeesItsRecordThatClaimsToBeOld() throws Exception {
		send("old", PAST);
		assertIsSeen("old");
	}

	@Test
	@Order(2)
	void aTestSeesItsRecordThatClaimsToBeYetToCome() throws Exception {
		send("new", FUTURE);
		assertIsSeen("new");
	}

	@Test
	@Order(3)
	void theNextTestSeesNeither() throws Exception {
		assertThat(this.records.on(TOPIC).seen()).isEmpty();
		this.records.on(TOPIC).awaitNone(SHORT);
		assertThat(this.flows.track("new", SHORT).hops()).isEmpty();
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> this.replies.pending("new").await(SHORT));
		send("own", PAST);
		assertThat(read(this.consumers.consumer("of-the-third", TOPIC), 1)).containsExactly("own");
	}

	@Test
	@Order(4)
	void fromTheBeginningATestSeesTheRecordsOfAllTests() {
		Consumer<String, JsonNode> consumer = this.consumers.fromBeginning().consumer("of-the-third", TOPIC);
		assertThat(read(consumer, 3)).containsExactly("old", "new", "own");
	}

	@Test
	@Order(5)
	void aTestSeesTheRecordsOfATopicThatItMakesAnew() throws Exception {
		this.admin.deleteTopics(List.of("isolated.replies")).all().get(1, TimeUnit.MINUTES);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.until(() -> !this.topics.list().contains("isolated.replies"));
		this.topics.create("isolated.replies");
		send("anew", null);
		assertThat(this.records.on(TOPIC).await().json().get("correlation_id").asString()).isEqualTo("anew");
		assertThat(read(this.consumers.consumer("of-the-fifth", TOPIC), 1)).containsExactly("anew");
	}

	@Test
	@Order(6)
	void aTestSeesTheRecordsOfATopicThatItMakes() throws Exception {
		this.topics.create("isolated.made");
		this.template.send("isolated.made", 0, PAST, null, Map.of("correlation_id", "made")).get(1, TimeUnit.MINUTES);
		assertThat(this.records.on("isolated.made").await().json().get("correlation_id").asString()).isEqualTo("made");
		assertThat(read(this.consumers.consumer("of-the-sixth", "isolated.made"), 1)).containsExactly("made");
	}

	private void assertIsSeen(String id) {
		assertThat(this.records.on(TOPIC).await().json().get("correlation_id").asString()).isEqualTo(id);
		assertThat(this.records.on(TOPIC).seen()).hasSize(1);
		assertThat(this.replies.pending(id).await().correlationId()).isEqualTo(id);
		assertThat(this.flows.track(id, SHORT).hops()).hasSize(1);
		assertThat(read(this.consumers.consumer("of-" + id, TOPIC), 1)).containsExactly(id);
	}

	private void send(String id, @Nullable Long timestamp) throws Exception {
		this.template.send("isolated.replies", 0, timestamp, null, Map.of("correlation_id", id))
			.get(1, TimeUnit.MINUTES);
	}

	private static List<String> read(Consumer<String, JsonNode> consumer, int count) {
		List<String> ids = new ArrayList<>();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.pollInterval(Duration.ofMillis(1))
			.until(() -> {
				consumer.poll(SHORT).forEach((record) -> ids.add(record.value().get("correlation_id").asString()));
				return ids.size() >= count;
			});
		return ids;
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
