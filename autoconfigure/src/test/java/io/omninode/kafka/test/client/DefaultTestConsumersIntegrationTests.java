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

package io.omninode.kafka.test.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.omninode.kafka.test.broker.OwnBroker;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.kafka.core.ProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link DefaultTestConsumers} with a broker.
 */
@Tag(KafkaTags.KAFKA)
class DefaultTestConsumersIntegrationTests {

	private static final Duration POLL = Duration.ofMillis(50);

	@RegisterExtension
	private static final OwnBroker BROKER = new OwnBroker();

	private static ProducerFactory<String, Object> producers;

	private static Producer<String, Object> producer;

	private static final TopicEnds ENDS = new TopicEnds(BROKER::admin, ClusterWatch.none());

	private final TestScope scope = new TestScope(ENDS::note);

	private final String topic = "topic-" + UUID.randomUUID();

	private final String group = "group-" + UUID.randomUUID();

	@BeforeAll
	static void makeClients() {
		producers = clients(Map.of()).producerFactory();
		producer = producers.createProducer();
	}

	@AfterAll
	static void closeProducer() {
		producers.reset();
	}

	@BeforeEach
	void beginScope() {
		this.scope.begin();
	}

	@AfterEach
	void endScope() {
		this.scope.end();
	}

	@ParameterizedTest
	@ValueSource(strings = { "classic", "consumer" })
	void whateverIsSentAfterwardsIsSeenAndNothingOlder(String protocol) {
		TestConsumers consumers = consumers(Map.of("auto.offset.reset", "latest", "group.protocol", protocol));
		topics().create(new NewTopic(this.topic, 3, (short) 1));
		for (int round = 0; round < 10; round++) {
			send("before-" + round, 3);
			Consumer<String, JsonNode> consumer = consumers.consumer(this.group + round, this.topic);
			assertThat(consumer.assignment()).hasSize(3);
			assertThat(consumer.paused()).isEmpty();
			send("after-" + round, 3);
			assertThat(poll(consumer, 3)).extracting(ConsumerRecord::key)
				.containsExactlyInAnyOrder("after-" + round, "after-" + round, "after-" + round);
		}
	}

	@Test
	void whatWasSentBeforeIsNotLostWhileJoining() {
		topics().create(new NewTopic(this.topic, 2, (short) 1));
		send("before", 2);
		Consumer<String, JsonNode> consumer = consumers(Map.of()).consumer(this.group, this.topic);
		send("after", 2);
		assertThat(poll(consumer, 4)).extracting(ConsumerRecord::key)
			.containsExactlyInAnyOrder("before", "before", "after", "after");
	}

	@Test
	void theGroupIdBeginsWithThePrefix() {
		Consumer<String, JsonNode> consumer = consumers(Map.of()).consumer(this.group, this.topic);
		assertThat(consumer.groupMetadata().groupId()).isEqualTo("my-tests-" + this.group);
	}

	@ParameterizedTest
	@ValueSource(strings = { "classic", "consumer" })
	void twoConsumersOfAGroupShareThePartitions(String protocol) {
		topics().create(new NewTopic(this.topic, 2, (short) 1));
		TestConsumers consumers = consumers(Map.of("group.protocol", protocol));
		Consumer<String, JsonNode> first = consumers.consumer(this.group, this.topic);
		assertThat(first.assignment()).hasSize(2);
		Consumer<String, JsonNode> second = joinBeside(first, () -> consumers.consumer(this.group, this.topic));
		Set<TopicPartition> both = new HashSet<>(first.assignment());
		both.addAll(second.assignment());
		assertThat(second.assignment()).hasSize(1);
		assertThat(both).hasSize(2);
	}

	@Test
	void aTypedConsumerReadsObjectsAndIgnoresTypeHeaders() {
		Consumer<String, Order> consumer = consumers(Map.of()).consumer(this.group, Order.class, this.topic);
		ProducerRecord<String, Object> record = new ProducerRecord<>(this.topic, "key", new Order("42", 3));
		record.headers().add("__TypeId__", "com.example.production.Order".getBytes());
		producer.send(record);
		assertThat(poll(consumer, 1)).extracting(ConsumerRecord::value).containsExactly(new Order("42", 3));
	}

	@Test
	void valuesThatAreNoJsonAreReadAllTheSame() {
		Consumer<String, JsonNode> consumer = consumers(Map.of()).consumer(this.group, this.topic);
		producer.send(new ProducerRecord<>(this.topic, "text", "plain".getBytes()));
		producer.send(new ProducerRecord<>(this.topic, "bytes", new byte[] { -1, -2 }));
		producer.send(new ProducerRecord<>(this.topic, "tombstone", null));
		producer.send(new ProducerRecord<>(this.topic, "json", Map.of("a", 1)));
		Map<String, JsonNode> values = new HashMap<>();
		poll(consumer, 4).forEach((record) -> values.put(record.key(), record.value()));
		assertThat(values.get("text").asString()).isEqualTo("plain");
		assertThat(values.get("bytes").isBinary()).isTrue();
		assertThat(values.get("tombstone")).isNull();
		assertThat(values.get("json").get("a").asInt()).isEqualTo(1);
	}

	@Test
	void topicsMayBeGivenByKeyAndByNameAndTwice() {
		Consumer<String, JsonNode> consumer = consumers(Map.of()).consumer(this.group, "mixin_request", this.topic,
				"omninode.codegen.request.mixin.v1");
		assertThat(consumer.subscription()).containsExactlyInAnyOrder("omninode.codegen.request.mixin.v1", this.topic);
		assertThat(consumer.assignment()).hasSize(2);
	}

	@Test
	void aTopicThatIsMissingIsCreated() {
		consumers(Map.of()).consumer(this.group, this.topic);
		assertThat(topics().list()).contains(this.topic);
	}

	@Test
	void whenNoTopicIsGivenTheMessageNamesThoseThereAre() {
		TestConsumers consumers = TestConsumers.of(clients(Map.of()), topics(),
				TopicNames.of(Map.of("orders", "shop.orders.v1")), this.scope, ENDS);
		assertThatIllegalArgumentException().isThrownBy(() -> consumers.consumer(this.group))
			.withMessage("A consumer needs at least one topic, by key or by name; the keys are [orders]");
		assertThatIllegalArgumentException().isThrownBy(() -> consumers.consumer(this.group, Order.class))
			.withMessage("A consumer needs at least one topic, by key or by name; the keys are [orders]");
	}

	@Test
	void aConsumerIsClosedWithItsScope() {
		Consumer<String, JsonNode> consumer = consumers(Map.of()).consumer(this.group, this.topic);
		this.scope.end();
		assertThatIllegalStateException().isThrownBy(() -> consumer.poll(Duration.ZERO))
			.withMessage("This consumer has already been closed.");
	}

	@Test
	void aConsumerThatTheTestClosesItselfIsFine() {
		Consumer<String, JsonNode> consumer = consumers(Map.of()).consumer(this.group, this.topic);
		consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
		assertThatNoException().isThrownBy(this.scope::end);
	}

	@ParameterizedTest
	@ValueSource(strings = { "classic", "consumer" })
	void aConsumerOfTheNextTestJoinsAtOnceAndGoesOnWhereTheFirstStopped(String protocol) throws Exception {
		TestConsumers consumers = consumers(Map.of("group.protocol", protocol));
		Consumer<String, JsonNode> first = consumers.consumer(this.group, this.topic);
		send("first", 1);
		assertThat(poll(first, 1)).hasSize(1);
		this.scope.end();
		assertThat(describeGroup().members()).isEmpty();
		this.scope.begin();
		Consumer<String, JsonNode> second = consumers.consumer(this.group, this.topic);
		send("second", 1);
		assertThat(poll(second, 1)).extracting(ConsumerRecord::key).containsExactly("second");
	}

	@Test
	void theNewGroupProtocolIsUsedWhereItIsSet() throws Exception {
		consumers(Map.of("group.protocol", "consumer")).consumer(this.group, this.topic);
		assertThat(describeGroup().type()).isEqualTo(GroupType.CONSUMER);
	}

	/**
	 * The first has to be polled to let go of a partition.
	 */
	private static <C> C joinBeside(Consumer<?, ?> first, Supplier<C> join) {
		CompletableFuture<C> joined = CompletableFuture.supplyAsync(join);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.pollInterval(Duration.ofMillis(1))
			.until(() -> {
				first.poll(POLL);
				return joined.isDone() && first.assignment().size() == 1;
			});
		return joined.join();
	}

	private ConsumerGroupDescription describeGroup() throws Exception {
		String groupId = "my-tests-" + this.group;
		return BROKER.admin().describeConsumerGroups(List.of(groupId)).all().get(1, TimeUnit.MINUTES).get(groupId);
	}

	private void send(String key, int partitions) {
		for (int partition = 0; partition < partitions; partition++) {
			producer.send(new ProducerRecord<>(this.topic, partition, key, Map.of("key", key)));
		}
		producer.flush();
	}

	private static <V> List<ConsumerRecord<String, V>> poll(Consumer<String, V> consumer, int count) {
		List<ConsumerRecord<String, V>> records = new ArrayList<>();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.pollInterval(Duration.ofMillis(1))
			.until(() -> {
				consumer.poll(POLL).forEach(records::add);
				return records.size() >= count;
			});
		consumer.poll(POLL).forEach(records::add);
		return records;
	}

	private TestConsumers consumers(Map<String, Object> consumer) {
		return TestConsumers.of(clients(consumer), topics(), TopicNames.codegen(), this.scope, ENDS);
	}

	private static TestTopics topics() {
		return TestTopics.of(TopicNames.codegen(), BROKER::admin, 1, (short) 1);
	}

	private static TestClients clients(Map<String, Object> consumer) {
		Map<String, Object> connection = Map.of("bootstrap.servers", BROKER.bootstrapServers());
		Map<String, Object> properties = new HashMap<>(connection);
		properties.putAll(Map.of("auto.offset.reset", "earliest", "fetch.max.wait.ms", 20));
		properties.putAll(consumer);
		return new TestClients(new ClientSettings(properties, connection, connection, "my-tests"),
				JsonFormat::standard);
	}

	record Order(String id, int items) {

	}

}
