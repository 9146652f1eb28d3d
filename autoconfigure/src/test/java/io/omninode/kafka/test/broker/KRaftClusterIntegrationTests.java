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

package io.omninode.kafka.test.broker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for an embedded cluster of three brokers.
 */
@Tag(KafkaTags.KAFKA)
class KRaftClusterIntegrationTests {

	private static RunningBroker cluster;

	private Admin admin;

	@BeforeAll
	static void startCluster() {
		cluster = BrokerEngine.kraft().start(new BrokerSpecification(3, Map.of()));
		cluster.awaitStarted();
	}

	@AfterAll
	static void stopCluster() {
		cluster.close();
	}

	@BeforeEach
	void createAdmin() {
		this.admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
	}

	@AfterEach
	void startAllAgain() {
		cluster.nodes().forEach(BrokerNode::start);
		this.admin.close();
	}

	@Test
	void allBrokersServe() throws Exception {
		assertThat(cluster.nodes()).extracting(BrokerNode::id).containsExactly(1, 2, 3);
		await().untilAsserted(
				() -> assertThat(addresses()).containsExactlyInAnyOrder(cluster.bootstrapServers().split(",")));
	}

	@Test
	void topicsHaveThreeReplicasAndStandTheLossOfOne() throws Exception {
		createTopic("orders.replicated");
		await().untilAsserted(() -> assertThat(partition("orders.replicated").isr()).hasSize(3));
		leader("orders.replicated").stop();
		send("orders.replicated", 1);
		await().untilAsserted(() -> assertThat(partition("orders.replicated").isr()).hasSize(2));
	}

	@Test
	void aSecondStoppedBrokerLeavesTooFewReplicasToAcknowledge() throws Exception {
		createTopic("orders.min-isr");
		cluster.nodes().get(0).stop();
		cluster.nodes().get(1).stop();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> sendWithoutRetry("orders.min-isr"))
			.withCauseInstanceOf(NotEnoughReplicasException.class);
	}

	@Test
	void aStoppedBrokerRefusesConnectionsAndComesBackOnItsAddress() throws Exception {
		BrokerNode broker = cluster.nodes().get(1);
		String address = broker.address();
		connect(address);
		broker.stop();
		assertThat(broker.isRunning()).isFalse();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(address));
		broker.start();
		assertThat(broker.isRunning()).isTrue();
		assertThat(broker.address()).isEqualTo(address);
		connect(address);
		await().untilAsserted(() -> assertThat(addresses()).contains(address));
	}

	@Test
	void stoppingAndStartingTwiceDoesNoHarm() {
		BrokerNode broker = cluster.nodes().get(2);
		broker.stop();
		broker.stop();
		broker.kill();
		broker.start();
		broker.start();
		assertThat(broker.isRunning()).isTrue();
	}

	@Test
	void whenTheControllerHasForgottenAStoppedBrokerItStartsAllTheSame() throws Exception {
		BrokerNode broker = cluster.nodes().get(2);
		broker.stop();
		this.admin.unregisterBroker(broker.id()).all().get();
		broker.start();
		await().untilAsserted(() -> assertThat(addresses()).contains(broker.address()));
	}

	@Test
	void whenTheLeaderIsKilledAnIdempotentProducerLosesAndDuplicatesNothing() throws Exception {
		createTopic("orders.crash");
		int records = 5_000;
		BrokerNode leader = leader("orders.crash");
		List<Future<RecordMetadata>> sent = new ArrayList<>();
		try (KafkaProducer<String, String> producer = producer()) {
			for (int i = 0; i < records; i++) {
				sent.add(producer.send(new ProducerRecord<>("orders.crash", String.valueOf(i))));
				if (i == records / 2) {
					sent.get(records / 4).get();
					leader.kill();
				}
			}
			for (Future<RecordMetadata> future : sent) {
				future.get();
			}
		}
		await().untilAsserted(() -> assertThat(leader("orders.crash").id()).isNotEqualTo(leader.id()));
		assertThat(read("orders.crash")).isEqualTo(IntStream.range(0, records).mapToObj(String::valueOf).toList());
		leader.start();
		await().untilAsserted(
				() -> assertThat(partition("orders.crash").isr()).extracting(Node::id).contains(leader.id()));
	}

	/**
	 * Return the addresses that one of the brokers knows, which hears of the others from
	 * the controller, a moment later.
	 */
	private List<String> addresses() throws Exception {
		return this.admin.describeCluster()
			.nodes()
			.get()
			.stream()
			.map((node) -> node.host() + ":" + node.port())
			.toList();
	}

	private static void connect(String address) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(Utils.getHost(address), Utils.getPort(address)), 1_000);
		}
	}

	private void createTopic(String name) throws Exception {
		this.admin.createTopics(List.of(new NewTopic(name, 1, (short) -1))).all().get();
		await().ignoreExceptions().untilAsserted(() -> assertThat(partition(name).leader()).isNotNull());
	}

	private TopicPartitionInfo partition(String topic) throws Exception {
		return this.admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().get(0);
	}

	private BrokerNode leader(String topic) throws Exception {
		int id = partition(topic).leader().id();
		return cluster.nodes().stream().filter((node) -> node.id() == id).findFirst().orElseThrow();
	}

	private static void sendWithoutRetry(String topic) throws Exception {
		try (KafkaProducer<String, String> producer = producer(Map.of("retries", 0, "enable.idempotence", false))) {
			producer.send(new ProducerRecord<>(topic, "too few")).get();
		}
	}

	private static void send(String topic, int count) throws Exception {
		try (KafkaProducer<String, String> producer = producer()) {
			for (int i = 0; i < count; i++) {
				producer.send(new ProducerRecord<>(topic, String.valueOf(i))).get();
			}
		}
	}

	private static KafkaProducer<String, String> producer() {
		return producer(Map.of());
	}

	private static KafkaProducer<String, String> producer(Map<String, Object> further) {
		Map<String, Object> properties = new HashMap<>(further);
		properties.put("bootstrap.servers", cluster.bootstrapServers());
		properties.put("delivery.timeout.ms", 60_000);
		return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
	}

	private static List<String> read(String topic) {
		Map<String, Object> properties = Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level",
				"read_committed");
		TopicPartition partition = new TopicPartition(topic, 0);
		List<String> values = new ArrayList<>();
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties, new StringDeserializer(),
				new StringDeserializer())) {
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			long end = consumer.endOffsets(List.of(partition)).get(partition);
			while (consumer.position(partition) < end) {
				consumer.poll(Duration.ofMillis(100)).forEach((record) -> values.add(record.value()));
			}
		}
		return values;
	}

}
