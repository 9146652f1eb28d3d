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

package io.omninode.kafka.test.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.omninode.kafka.test.broker.OwnBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.listener.ListenerContainers;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.ShareKafkaMessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListenerReadiness} where a share listener has an answer to its first
 * fetch long before it is known where its group begins: the share coordinator answers
 * late, for it is always about to write.
 */
@Tag(KafkaTags.KAFKA)
class ShareReadinessIntegrationTests {

	@RegisterExtension
	private static final OwnBroker BROKER = new OwnBroker(Map.of("share.coordinator.append.linger.ms", "500"));

	private final BlockingQueue<String> consumed = new LinkedBlockingQueue<>();

	private final String topic = "topic-" + UUID.randomUUID();

	private final AtomicBoolean busy = new AtomicBoolean(true);

	private CompletableFuture<Void> writes;

	@BeforeEach
	void keepTheCoordinatorBusy() throws Exception {
		BROKER.admin().createTopics(List.of(new NewTopic(this.topic, 1, (short) 1))).all().get(1, TimeUnit.MINUTES);
		// Coordinators learn of a topic a little after everybody else.
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.ignoreExceptionsInstanceOf(CompletionException.class)
			.untilAsserted(this::write);
		this.writes = CompletableFuture.runAsync(() -> {
			while (this.busy.get()) {
				write();
			}
		});
	}

	private void write() {
		BROKER.admin()
			.alterShareGroupOffsets("other-" + this.topic, Map.of(new TopicPartition(this.topic, 0), 0L))
			.all()
			.toCompletionStage()
			.toCompletableFuture()
			.join();
	}

	@AfterEach
	void leaveTheCoordinator() throws Exception {
		this.busy.set(false);
		this.writes.get(1, TimeUnit.MINUTES);
	}

	@Test
	void aShareListenerGetsTheFirstRecord() throws Exception {
		ShareKafkaMessageListenerContainer<String, String> container = container();
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerSingleton("container", container);
		container.start();
		// Answers come in order on a connection: that of the writes is not for questions.
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()))) {
			ApplicationReadiness
				.of(beanFactory, new ListenerContainers(beanFactory), new ConsumerGroups(() -> admin, "own-"),
						Duration.ofMinutes(1))
				.await();
			send("first");
			assertThat(this.consumed.poll(1, TimeUnit.MINUTES)).isEqualTo("first");
		}
		finally {
			container.stop();
		}
	}

	private ShareKafkaMessageListenerContainer<String, String> container() {
		ContainerProperties properties = new ContainerProperties(this.topic);
		properties.setGroupId(this.topic);
		properties.setPollTimeout(100);
		properties.setMessageListener((MessageListener<String, String>) (record) -> this.consumed.add(record.value()));
		return new ShareKafkaMessageListenerContainer<>(new DefaultShareConsumerFactory<>(
				Map.of("bootstrap.servers", BROKER.bootstrapServers(), "fetch.max.wait.ms", 0), StringDeserializer::new,
				StringDeserializer::new), properties);
	}

	private void send(String value) throws Exception {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", BROKER.bootstrapServers()), new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>(this.topic, value)).get(1, TimeUnit.MINUTES);
		}
	}

}
