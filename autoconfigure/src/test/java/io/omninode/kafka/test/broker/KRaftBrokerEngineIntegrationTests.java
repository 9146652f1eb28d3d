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

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.omninode.kafka.test.connectivity.KafkaConnectivity;
import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what the broker of {@link KRaftBrokerEngine} can do.
 */
@Tag(KafkaTags.KAFKA)
class KRaftBrokerEngineIntegrationTests {

	private static final Duration POLL = Duration.ofMillis(50);

	@RegisterExtension
	private static final OwnBroker BROKER = new OwnBroker(Map.of("log.cleaner.backoff.ms", "50",
			"log.initial.task.delay.ms", "50", "log.retention.check.interval.ms", "50"));

	private final String topic = "topic-" + UUID.randomUUID();

	@Test
	void itAnswersOnTheLoopbackInterface() {
		assertThat(BROKER.bootstrapServers()).isEqualTo("127.0.0.1:" + port());
		assertThat(KafkaConnectivity
			.of(List.of(BROKER.bootstrapServers()), false,
					new KafkaConnectivity.Settings(1, Duration.ofMillis(1), 1, Duration.ofSeconds(30)))
			.verify()).isTrue();
	}

	@Test
	void itAdvertisesTheSameAddress() throws Exception {
		Collection<Node> nodes = BROKER.admin().describeCluster().nodes().get(1, TimeUnit.MINUTES);
		assertThat(nodes).extracting((node) -> node.host() + ":" + node.port())
			.containsExactly(BROKER.bootstrapServers());
	}

	@Test
	void noOtherAddressOfTheMachineLeadsToIt() throws Exception {
		for (InetAddress address : otherAddresses()) {
			assertThatExceptionOfType(ConnectException.class).as(address.toString()).isThrownBy(() -> {
				try (Socket socket = new Socket()) {
					socket.connect(new InetSocketAddress(address, port()), 30_000);
				}
			});
		}
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
			assertThat(socket.isConnected()).isTrue();
		}
	}

	@Test
	void onlyCommittedRecordsOfTransactionsAreRead() {
		Map<String, Object> transactional = Map.of("transactional.id", this.topic);
		try (KafkaProducer<String, String> producer = producer(transactional);
				KafkaConsumer<String, String> consumer = consumer(
						Map.of("isolation.level", "read_committed", "group.id", this.topic))) {
			producer.initTransactions();
			producer.beginTransaction();
			producer.send(new ProducerRecord<>(this.topic, "aborted"));
			producer.flush();
			producer.abortTransaction();
			producer.beginTransaction();
			producer.send(new ProducerRecord<>(this.topic, "committed"));
			producer.commitTransaction();
			consumer.subscribe(List.of(this.topic));
			assertThat(poll(consumer)).extracting(ConsumerRecord::value).containsExactly("committed");
		}
	}

	@Test
	void offsetsCanBePartOfATransaction() throws Exception {
		try (KafkaProducer<String, String> producer = producer(Map.of("transactional.id", this.topic));
				KafkaConsumer<String, String> consumer = consumer(
						Map.of("group.id", this.topic, "enable.auto.commit", false))) {
			producer.initTransactions();
			producer.beginTransaction();
			producer.send(new ProducerRecord<>(this.topic, "a"));
			producer.commitTransaction();
			consumer.subscribe(List.of(this.topic));
			ConsumerRecords<String, String> records = poll(consumer);
			producer.beginTransaction();
			producer.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
			producer.commitTransaction();
		}
		assertThat(BROKER.admin().listConsumerGroupOffsets(this.topic).partitionsToOffsetAndMetadata().get())
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "classic", "consumer" })
	void theFirstConsumerOfAGroupJoins(String protocol) {
		send("a");
		try (KafkaConsumer<String, String> consumer = consumer(
				Map.of("group.id", this.topic, "group.protocol", protocol))) {
			consumer.subscribe(List.of(this.topic));
			assertThat(poll(consumer)).extracting(ConsumerRecord::value).containsExactly("a");
		}
	}

	@Test
	void aShareGroupReads() throws Exception {
		ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, this.topic);
		BROKER.admin()
			.incrementalAlterConfigs(Map.of(group,
					List.of(new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"),
							AlterConfigOp.OpType.SET))))
			.all()
			.get(1, TimeUnit.MINUTES);
		send("a");
		try (KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
				connection(Map.of("group.id", this.topic)), new StringDeserializer(), new StringDeserializer())) {
			consumer.subscribe(List.of(this.topic));
			List<String> values = new ArrayList<>();
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.pollInSameThread()
				.pollInterval(Duration.ofMillis(1))
				.until(() -> {
					consumer.poll(POLL).forEach((record) -> values.add(record.value()));
					return !values.isEmpty();
				});
			assertThat(values).containsExactly("a");
		}
	}

	@Test
	void aCompactedTopicIsCompacted() throws Exception {
		BROKER.admin()
			.createTopics(List.of(new NewTopic(this.topic, 1, (short) 1).configs(Map.of("cleanup.policy", "compact",
					"min.cleanable.dirty.ratio", "0.01", "segment.ms", "1", "max.compaction.lag.ms", "1"))))
			.all()
			.get(1, TimeUnit.MINUTES);
		try (KafkaProducer<String, String> producer = producer(Map.of())) {
			producer.send(new ProducerRecord<>(this.topic, "key", "old")).get();
			Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(POLL).until(() -> {
				producer.send(new ProducerRecord<>(this.topic, "key", "new")).get();
				return !readAll().contains("old");
			});
		}
	}

	@Test
	void recordsThatClaimToBeOldAreKept() throws Exception {
		String kept = this.topic;
		String expiring = this.topic + "-expiring";
		BROKER.admin()
			.createTopics(List.of(new NewTopic(kept, 1, (short) 1),
					new NewTopic(expiring, 1, (short) 1).configs(Map.of("retention.ms", "3600000"))))
			.all()
			.get(1, TimeUnit.MINUTES);
		try (KafkaProducer<String, String> producer = producer(Map.of())) {
			producer.send(new ProducerRecord<>(kept, 0, 1_000L, null, "old")).get();
			// Between the first and the third record that has expired lies a whole check
			// of all topics.
			for (long expired = 1; expired <= 3; expired++) {
				producer.send(new ProducerRecord<>(expiring, 0, 1_000L, null, "old")).get();
				Awaitility.await()
					.atMost(Duration.ofMinutes(1))
					.pollInterval(POLL)
					.until(() -> beginning(expiring), Predicate.isEqual(expired));
			}
		}
		assertThat(beginning(kept)).isZero();
	}

	private static long beginning(String topic) throws Exception {
		TopicPartition partition = new TopicPartition(topic, 0);
		return BROKER.admin()
			.listOffsets(Map.of(partition, OffsetSpec.earliest()))
			.partitionResult(partition)
			.get(1, TimeUnit.MINUTES)
			.offset();
	}

	private List<String> readAll() {
		try (KafkaConsumer<String, String> consumer = consumer(Map.of("group.id", UUID.randomUUID().toString()))) {
			consumer.subscribe(List.of(this.topic));
			List<String> values = new ArrayList<>();
			poll(consumer).forEach((record) -> values.add(record.value()));
			return values;
		}
	}

	private void send(String value) {
		try (KafkaProducer<String, String> producer = producer(Map.of())) {
			producer.send(new ProducerRecord<>(this.topic, value));
		}
	}

	private static ConsumerRecords<String, String> poll(KafkaConsumer<String, String> consumer) {
		return Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.pollInterval(Duration.ofMillis(1))
			.until(() -> consumer.poll(POLL), (records) -> !records.isEmpty());
	}

	private static KafkaProducer<String, String> producer(Map<String, Object> properties) {
		return new KafkaProducer<>(connection(properties), new StringSerializer(), new StringSerializer());
	}

	private static KafkaConsumer<String, String> consumer(Map<String, Object> properties) {
		Map<String, Object> all = connection(properties);
		all.put("auto.offset.reset", "earliest");
		all.put("fetch.max.wait.ms", 20);
		return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
	}

	private static Map<String, Object> connection(Map<String, Object> properties) {
		Map<String, Object> all = new HashMap<>(properties);
		all.put("bootstrap.servers", BROKER.bootstrapServers());
		return all;
	}

	private static int port() {
		return Integer.parseInt(BROKER.bootstrapServers().replaceAll(".*:", ""));
	}

	private static List<InetAddress> otherAddresses() throws Exception {
		try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
			return interfaces.flatMap(NetworkInterface::inetAddresses)
				.filter((address) -> !address.isLoopbackAddress())
				.toList();
		}
	}

}
