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

package io.omninode.kafka.test.tap;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.management.ObjectName;

import io.omninode.kafka.test.broker.BrokerNode;
import io.omninode.kafka.test.broker.OwnBroker;
import io.omninode.kafka.test.client.ClientSettings;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.kafka.core.ProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DefaultTap} with a broker.
 */
@Tag(KafkaTags.KAFKA)
class TapIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	private static final TestStart NOW = TestStart.at(Instant.EPOCH);

	@RegisterExtension
	private static final OwnBroker BROKER = new OwnBroker();

	private static TestClients clients;

	private static ProducerFactory<byte[], byte[]> producers;

	private static Producer<byte[], byte[]> producer;

	private final String topic = "topic-" + UUID.randomUUID();

	private final Queue<String> seen = new ConcurrentLinkedQueue<>();

	private final DefaultTap tap = new DefaultTap(clients,
			TestTopics.of(TopicNames.codegen(), BROKER::admin, 1, (short) 1),
			new TopicEnds(BROKER::admin, ClusterWatch.none()), CorrelationStrategy.field("correlation_id"),
			new TapBounds(100, 1_000_000, Duration.ofMinutes(10)));

	@BeforeAll
	static void makeClients() {
		Map<String, Object> connection = Map.of("bootstrap.servers", BROKER.bootstrapServers());
		Map<String, Object> producing = Map.of("bootstrap.servers", BROKER.bootstrapServers(), "metadata.max.age.ms",
				100);
		clients = new TestClients(new ClientSettings(connection, producing, connection, "my-tests"),
				JsonFormat::standard);
		producers = clients.bytesProducerFactory(Map.of());
		producer = producers.createProducer();
	}

	@AfterAll
	static void closeProducer() {
		producers.reset();
	}

	@BeforeEach
	void start() {
		this.tap.start();
		this.tap.subscribe((tapped) -> this.seen.add(new String(tapped.record().value())));
	}

	@AfterEach
	void stop() {
		this.tap.stop();
	}

	@Test
	void aPartitionThatATopicGetsIsReadFromItsBeginning() throws Exception {
		this.tap.watch(Set.of(this.topic), NOW);
		addPartition();
		send(1, "to the new partition");
		awaitSeen("to the new partition");
	}

	@Test
	void whoHasCaughtUpHasReadTheNewestPartitionToo() throws Exception {
		this.tap.watch(Set.of(this.topic), NOW);
		addPartition();
		send(1, "to the new partition");
		assertThat(this.tap.awaitCaughtUp(TIMEOUT)).isTrue();
		assertThat(this.seen).containsExactly("to the new partition");
	}

	@Test
	void aPartitionThatATopicGetsWhileTheContextIsPausedIsRead() throws Exception {
		this.tap.watch(Set.of(this.topic), NOW);
		this.tap.stop();
		addPartition();
		send(0, "to the old partition");
		send(1, "to the new partition");
		this.tap.start();
		assertThat(this.tap.awaitCaughtUp(TIMEOUT)).isTrue();
		assertThat(this.seen).containsExactlyInAnyOrder("to the old partition", "to the new partition");
	}

	@Test
	void whatIsPublishedWhileMoreTopicsAreWatchedComesOnceAndInOrder() throws Exception {
		this.tap.watch(Set.of(this.topic), NOW);
		for (int i = 0; i < 20; i++) {
			for (int j = 0; j < 50; j++) {
				producer.send(new ProducerRecord<>(this.topic, 0, null, String.valueOf(50 * i + j).getBytes()));
			}
			this.tap.watch(Set.of(this.topic + "-" + i), NOW);
		}
		producer.flush();
		assertThat(this.tap.awaitCaughtUp(TIMEOUT)).isTrue();
		assertThat(this.seen).containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(String::valueOf).toList());
	}

	@Test
	void aSubscriberThatThrowsGoesOnGettingRecords() throws Exception {
		this.tap.subscribe((tapped) -> {
			throw new AssertionError("of a test");
		});
		this.tap.watch(Set.of(this.topic), NOW);
		send(0, "first");
		send(0, "second");
		awaitSeen("first", "second");
	}

	@Test
	void nothingIsMissedAndNothingComesTwiceWhenTheBrokerIsRestarted() throws Exception {
		this.tap.watch(Set.of(this.topic), NOW);
		send(0, "before");
		awaitSeen("before");
		BrokerNode node = BROKER.node();
		node.stop();
		node.start();
		send(0, "after");
		awaitSeen("before", "after");
	}

	@Test
	void whileTheBrokerIsAwayNobodyHasCaughtUp() {
		this.tap.watch(Set.of(this.topic), NOW);
		BrokerNode node = BROKER.node();
		node.stop();
		try {
			assertThat(this.tap.awaitCaughtUp(Duration.ofMillis(300))).isFalse();
			this.tap.stop();
		}
		finally {
			node.start();
		}
	}

	@Test
	void whatWasWatchedBeforeThePauseIsSeenAfterIt() throws Exception {
		this.tap.watch(Set.of(this.topic), NOW);
		send(0, "before");
		awaitSeen("before");
		this.tap.stop();
		send(0, "during");
		this.tap.start();
		awaitSeen("before", "during");
	}

	@Test
	void aPauseOnAnInterruptedThreadLeavesNoConsumerAndRepeatsNoRecord() throws Exception {
		Set<ObjectName> others = consumers();
		this.tap.watch(Set.of(this.topic), NOW);
		send(0, "before");
		awaitSeen("before");
		assertThat(consumers()).isNotEqualTo(others);
		Thread.currentThread().interrupt();
		this.tap.stop();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(others).containsAll(consumers());
		send(0, "during");
		this.tap.start();
		awaitSeen("before", "during");
	}

	@Test
	void aTopicThatIsDeletedHoldsUpNoOther() throws Exception {
		String other = "other-" + UUID.randomUUID();
		this.tap.watch(Set.of(this.topic, other), NOW);
		BROKER.admin().deleteTopics(List.of(other)).all().get(1, TimeUnit.MINUTES);
		send(0, "first");
		assertThat(this.tap.awaitCaughtUp(TIMEOUT)).isTrue();
		assertThat(this.seen).containsExactly("first");
	}

	@Test
	void aTapThatIsStoppedWatchesNothing() {
		this.tap.stop();
		assertThatExceptionOfType(TapException.class).isThrownBy(() -> this.tap.watch(Set.of(this.topic), NOW))
			.withMessage("The tap is stopped, because its application context is paused or closed");
	}

	private static Set<ObjectName> consumers() throws Exception {
		ObjectName all = new ObjectName("kafka.consumer:type=app-info,id=*");
		return ManagementFactory.getPlatformMBeanServer().queryNames(all, null);
	}

	private void addPartition() throws Exception {
		BROKER.admin().createPartitions(Map.of(this.topic, NewPartitions.increaseTo(2))).all().get(1, TimeUnit.MINUTES);
	}

	private void send(int partition, String value) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.until(() -> producer.partitionsFor(this.topic).size() > partition);
		producer.send(new ProducerRecord<>(this.topic, partition, null, value.getBytes()));
		producer.flush();
	}

	private void awaitSeen(String... values) {
		Awaitility.await()
			.atMost(TIMEOUT)
			.pollInSameThread()
			.pollInterval(Duration.ofMillis(1))
			.untilAsserted(() -> assertThat(this.seen).containsExactly(values));
	}

}
