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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.listener.ListenerContainers;
import io.omninode.kafka.test.record.MissingRecordError;
import io.omninode.kafka.test.record.SentRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.ShareKafkaMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.TopicPartitionOffset.SeekPosition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ListenerReadiness}: listeners that begin at the end of their topic get
 * the very first record.
 */
@SpringBootTest(classes = ListenerReadinessIntegrationTests.Application.class,
		properties = "kafka.test.codegen-topics=false")
@KafkaTest
class ListenerReadinessIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	private final BlockingQueue<String> consumed = new LinkedBlockingQueue<>();

	private final CountDownLatch held = new CountDownLatch(1);

	private final CountDownLatch hold = new CountDownLatch(1);

	private String topic = "ready-" + UUID.randomUUID();

	@Autowired
	private TestRecords records;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private TestTopics topics;

	@Autowired
	private ConsumerGroups groups;

	@Autowired
	private KafkaTemplate<Object, Object> template;

	@Autowired
	private ConsumerFactory<Object, Object> consumerFactory;

	@Autowired
	private DefaultListableBeanFactory beanFactory;

	@AfterEach
	void stop() {
		this.hold.countDown();
		for (String name : this.beanFactory.getBeanNamesForType(MessageListenerContainer.class)) {
			this.beanFactory.getBean(name, MessageListenerContainer.class).stop();
			this.beanFactory.destroySingleton(name);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "classic", "consumer" })
	void aListenerThatBeginsAtTheEndGetsTheFirstRecord(String protocol) throws Exception {
		for (int i = 0; i < 5; i++) {
			this.topic = "ready-" + UUID.randomUUID();
			this.topics.create(this.topic);
			start(container(new ContainerProperties(this.topic), 1, "group.protocol", protocol));
			assertConsumed(this.records.send(this.topic, i), String.valueOf(i));
			stop();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "classic", "consumer" })
	void whereSeveralConsumersShareTheTopicEachPartitionHasAPosition(String protocol) throws Exception {
		for (int i = 0; i < 5; i++) {
			this.topic = "ready-" + UUID.randomUUID();
			this.topics.create(new NewTopic(this.topic, 6, (short) 1));
			start(container(new ContainerProperties(this.topic), 3, "group.protocol", protocol));
			for (int partition = 0; partition < 6; partition++) {
				assertConsumed(this.records.send(new ProducerRecord<>(this.topic, partition, "key", partition)),
						String.valueOf(partition));
			}
			stop();
		}
	}

	@Test
	void aListenerThatCommitsByItselfGetsTheFirstRecord() throws Exception {
		for (int i = 0; i < 5; i++) {
			this.topic = "ready-" + UUID.randomUUID();
			this.topics.create(this.topic);
			start(container(new ContainerProperties(this.topic), 1, "enable.auto.commit", "true", "fetch.max.wait.ms",
					"500"));
			assertConsumed(this.records.send(this.topic, i), String.valueOf(i));
			stop();
		}
	}

	@Test
	void aListenerOfAPatternGetsTheFirstRecord() throws Exception {
		this.topics.create(this.topic);
		start(container(new ContainerProperties(Pattern.compile(this.topic + ".*")), 1));
		assertConsumed(this.records.send(this.topic, 1), "1");
	}

	@Test
	void aPatternThatMatchesNothingIsReady() throws Exception {
		start(container(new ContainerProperties(Pattern.compile("nothing-" + UUID.randomUUID())), 1));
		assertThat(this.records.send(this.topic, 1).offset()).isZero();
	}

	@Test
	void aListenerOfGivenPartitionsGetsTheFirstRecord() throws Exception {
		this.topics.create(this.topic);
		this.records.send(this.topic, 0);
		start(container(new ContainerProperties(new TopicPartitionOffset(this.topic, 0, SeekPosition.END)), 1));
		assertConsumed(this.records.send(this.topic, 1), "1");
		this.flows.awaitQuiet(Duration.ofMinutes(1));
	}

	@Test
	void aBatchListenerGetsTheFirstRecord() throws Exception {
		this.topics.create(this.topic);
		ContainerProperties properties = new ContainerProperties(this.topic);
		properties.setMessageListener((BatchMessageListener<String, String>) (batch) -> batch
			.forEach((record) -> this.consumed.add(record.value())));
		start(container(properties, 1));
		assertConsumed(this.records.send(this.topic, 1), "1");
	}

	@Test
	void aListenerThatWasStoppedIsIgnoredAndReadyAgainAfterItsStart() throws Exception {
		this.topics.create(this.topic);
		MessageListenerContainer container = container(new ContainerProperties(this.topic), 1, "enable.auto.commit",
				"true");
		this.beanFactory.registerSingleton(this.topic, container);
		this.records.send(this.topic, 1);
		container.start();
		assertConsumed(this.records.send(this.topic, 2), "2");
		container.stop();
		this.records.send("other-" + this.topic, 3);
		container.start();
		assertConsumed(this.records.send(this.topic, 4), "4");
	}

	@Test
	void aPausedListenerIsReady() throws Exception {
		this.topics.create(this.topic);
		MessageListenerContainer container = container(new ContainerProperties(this.topic), 1);
		start(container);
		this.records.send(this.topic, 1).awaitConsumed();
		container.pause();
		this.records.send(this.topic, 2);
		container.resume();
		assertConsumed(this.records.send(this.topic, 3), "1");
	}

	@Test
	void aListenerThatGetsNoPositionIsNamed() throws Exception {
		this.topics.create(this.topic);
		start(container(new ContainerProperties(this.topic), 1, "enable.auto.commit", "true", "fetch.max.wait.ms",
				"60000"));
		assertThatIllegalStateException()
			.isThrownBy(() -> ApplicationReadiness
				.of(this.beanFactory, new ListenerContainers(this.beanFactory), this.groups, Duration.ofSeconds(1))
				.await())
			.withMessage("Not every listener is ready after 1s: container <" + this.topic + "> of group <" + this.topic
					+ "> on [" + this.topic + "] has no position in [" + this.topic + "-0]");
		// Answers the fetch, for which the end of the container would wait.
		this.template.send(this.topic, "1");
	}

	@Test
	void aMemberOfAnotherRunThatHasThePartitionIsNamed() {
		this.topics.create(this.topic);
		leaveMemberBehind("killed");
		start(container(new ContainerProperties(this.topic), 1));
		assertThatIllegalStateException()
			.isThrownBy(() -> ApplicationReadiness
				.of(this.beanFactory, new ListenerContainers(this.beanFactory), this.groups, Duration.ofSeconds(1))
				.await())
			.withMessage("Not every listener is ready after 1s: container <" + this.topic + "> of group <" + this.topic
					+ "> on [" + this.topic + "] runs without a partition\n\n" + "Cause:    group <" + this.topic
					+ "> with members that are not of this context: their partitions are not free\n"
					+ "Evidence: group <" + this.topic
					+ "> has client id <killed> at </127.0.0.1>, there for at least 1s\n"
					+ "Remedy:   end the application that has that client. If its JVM was killed, its partitions are free\n"
					+ "          when its session is over: set kafka.test.ready-timeout to more than its\n"
					+ "          session.timeout.ms (45s by default), or give the tests a group id of their own\n");
	}

	@Test
	void aMemberOfTheSameClientIdIsNamedToo() {
		this.topics.create(this.topic);
		leaveMemberBehind("same");
		start(container(new ContainerProperties(this.topic), 1, "client.id", "same"));
		assertThatIllegalStateException()
			.isThrownBy(() -> ApplicationReadiness
				.of(this.beanFactory, new ListenerContainers(this.beanFactory), this.groups, Duration.ofSeconds(1))
				.await())
			.withMessageContaining("Evidence: group <" + this.topic + "> has client id <same> at </127.0.0.1>, there");
	}

	/**
	 * Have a member join the group and not leave it, as that of a JVM that is killed.
	 */
	private void leaveMemberBehind(String clientId) {
		Map<String, Object> settings = new HashMap<>(this.consumerFactory.getConfigurationProperties());
		settings.putAll(Map.of("group.id", this.topic, "client.id", clientId, "session.timeout.ms", 600_000));
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.subscribe(List.of(this.topic));
			Awaitility.await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> {
				consumer.poll(Duration.ofMillis(100));
				return !consumer.assignment().isEmpty();
			});
			consumer
				.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
		}
	}

	@Test
	void aShareListenerGetsTheFirstRecord() throws Exception {
		for (int i = 0; i < 5; i++) {
			this.topic = "ready-" + UUID.randomUUID();
			this.topics.create(this.topic);
			start(shareContainer());
			SentRecord sent = this.records.send(this.topic, i);
			assertConsumed(sent, String.valueOf(i));
			sent.awaitConsumed();
			sent.awaitConsumedBy(this.topic);
			this.flows.awaitQuiet(Duration.ofMinutes(1));
			stop();
		}
	}

	@Test
	void whatAShareListenerHasNotAcknowledgedIsNotConsumed() throws Exception {
		this.topics.create(this.topic);
		ShareKafkaMessageListenerContainer<String, String> container = shareContainer();
		container.getContainerProperties().setMessageListener((MessageListener<String, String>) (record) -> hold());
		start(container);
		SentRecord sent = this.records.send(this.topic, 1);
		assertThat(this.held.await(1, TimeUnit.MINUTES)).isTrue();
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(SHORT))
			.withMessage("Record " + this.topic + "-0@0 was not consumed within 300ms.\n\n" + "Evidence: group <"
					+ this.topic + ">: committed nothing, end 1\n");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumedBy(this.topic, SHORT));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(SHORT))
			.withMessageContaining("group <" + this.topic + "> on " + this.topic + "-0: committed nothing, end 1");
		this.hold.countDown();
		sent.awaitConsumed();
		this.flows.awaitQuiet(Duration.ofMinutes(1));
	}

	private void hold() {
		this.held.countDown();
		try {
			this.hold.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void assertConsumed(SentRecord sent, String value) throws InterruptedException {
		assertThat(this.consumed.poll(1, TimeUnit.MINUTES)).as("first record after " + sent).isEqualTo(value);
	}

	private void start(MessageListenerContainer container) {
		this.beanFactory.registerSingleton(this.topic, container);
		container.start();
	}

	private ConcurrentMessageListenerContainer<Object, Object> container(ContainerProperties properties,
			int concurrency, String... consumer) {
		Properties overrides = new Properties();
		overrides.putAll(Map.of("auto.offset.reset", "latest", "fetch.max.wait.ms", "20"));
		for (int i = 0; i < consumer.length; i += 2) {
			overrides.put(consumer[i], consumer[i + 1]);
		}
		properties.setKafkaConsumerProperties(overrides);
		configure(properties);
		ConcurrentMessageListenerContainer<Object, Object> container = new ConcurrentMessageListenerContainer<Object, Object>(
				this.consumerFactory, properties);
		container.setConcurrency(concurrency);
		container.setBeanName(this.topic);
		return container;
	}

	private ShareKafkaMessageListenerContainer<String, String> shareContainer() {
		ContainerProperties properties = new ContainerProperties(this.topic);
		configure(properties);
		Map<String, Object> settings = new HashMap<>();
		settings.put("fetch.max.wait.ms", 20);
		settings.put("bootstrap.servers", this.consumerFactory.getConfigurationProperties().get("bootstrap.servers"));
		ShareKafkaMessageListenerContainer<String, String> container = new ShareKafkaMessageListenerContainer<>(
				new DefaultShareConsumerFactory<String, String>(settings, StringDeserializer::new,
						StringDeserializer::new),
				properties);
		container.setBeanName(this.topic);
		return container;
	}

	private void configure(ContainerProperties properties) {
		properties.setGroupId(this.topic);
		properties.setPollTimeout(100);
		if (properties.getMessageListener() == null) {
			properties
				.setMessageListener((MessageListener<String, String>) (record) -> this.consumed.add(record.value()));
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
