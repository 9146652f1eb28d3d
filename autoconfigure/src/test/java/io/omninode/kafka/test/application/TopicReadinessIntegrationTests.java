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
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.listener.ListenerContainers;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.topic.TestTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ListenerReadiness}: a send waits for the listeners that read its
 * topic.
 */
@SpringBootTest(classes = ListenerReadinessIntegrationTests.Application.class,
		properties = "kafka.test.codegen-topics=false")
@KafkaTest
class TopicReadinessIntegrationTests {

	private static final String NOWHERE = "127.0.0.1:1";

	private final BlockingQueue<String> consumed = new LinkedBlockingQueue<>();

	private final String topic = "topic-" + UUID.randomUUID();

	private final String other = "other-" + this.topic;

	@Autowired
	private TestRecords records;

	@Autowired
	private TestTopics topics;

	@Autowired
	private ConsumerGroups groups;

	@Autowired
	private ConsumerFactory<Object, Object> consumerFactory;

	@Autowired
	private DefaultListableBeanFactory beanFactory;

	@AfterEach
	void stop() {
		for (String name : this.beanFactory.getBeanNamesForType(MessageListenerContainer.class)) {
			this.beanFactory.getBean(name, MessageListenerContainer.class).stop();
			this.beanFactory.destroySingleton(name);
		}
	}

	@Test
	void aListenerWhoseClusterIsAwayFailsNoSendToAnotherTopic() throws Exception {
		this.topics.create(this.topic);
		start(this.other, new ContainerProperties(this.other), "bootstrap.servers", NOWHERE);
		start(this.topic, new ContainerProperties(this.topic));
		this.records.send(this.topic, "first").awaitConsumed();
		assertThat(this.consumed).containsExactly("first");
	}

	@Test
	void aListenerOfAPatternGetsTheFirstRecordOfATopicThatIsNewer() throws Exception {
		this.topics.create(this.topic + ".old");
		start(this.topic, new ContainerProperties(Pattern.compile(this.topic + ".*")));
		this.records.send(this.topic + ".old", "old").awaitConsumed();
		this.records.send(this.topic + ".new", "new");
		assertThat(this.consumed.poll(1, TimeUnit.MINUTES)).isEqualTo("old");
		assertThat(this.consumed.poll(1, TimeUnit.MINUTES)).isEqualTo("new");
	}

	@Test
	void whereNobodyReadsTheTopicNobodyIsWaitedFor() {
		start(this.other, new ContainerProperties(this.other), "bootstrap.servers", NOWHERE);
		readiness(Duration.ofDays(1)).await("nobody-" + this.topic);
		assertThat(container(this.other).getAssignedPartitions()).isEmpty();
	}

	@Test
	void whatAReaderPassesOnIsNotMissedByTheNext() {
		this.topics.create(this.topic, this.other);
		start(this.other, new ContainerProperties(this.other));
		start(this.topic, new ContainerProperties(this.topic));
		readiness(Duration.ofMinutes(1)).await(this.topic);
		assertThat(container(this.other).getAssignedPartitions()).isNotEmpty();
	}

	@Test
	void aListenerOfAnotherClusterIsNamed() {
		start(this.other, new ContainerProperties(this.other), "bootstrap.servers", NOWHERE);
		assertThatIllegalStateException().isThrownBy(() -> readiness(Duration.ofSeconds(1)).await(this.other))
			.withMessage("Not every listener is ready after 1s for <%1$s>: container <%1$s> of group <%1$s> on [%1$s] "
				.formatted(this.other)
					+ """
							runs without a partition

							Cause:    container <%s>: its consumer has bootstrap.servers <127.0.0.1:1>, which is not the cluster of the tests
							Remedy:   kafka.test.foreign-clusters=redirect
							          has it use the cluster of the tests, where the test does not set that address itself; or
							          spring.kafka.listener.auto-startup=false
							          and start the listeners that the test needs; or start that cluster
							"""
						.formatted(this.other));
	}

	@Test
	void aTopicThatIsNewerThanTheMetadataOfAPatternIsNamed() {
		this.topics.create(this.topic + ".old");
		start(this.topic, new ContainerProperties(Pattern.compile(this.topic + ".*")), "metadata.max.age.ms", "300000");
		this.records.send(this.topic + ".old", "old").awaitConsumed();
		this.topics.create(this.topic + ".new");
		assertThatIllegalStateException().isThrownBy(() -> readiness(Duration.ofSeconds(1)).await(this.topic + ".new"))
			.withMessage(
					"Not every listener is ready after 1s for <%1$s.new>: container <%1$s> of group <%1$s> on pattern <%1$s.*> "
						.formatted(this.topic)
							+ """
									runs without a partition

									Cause:    container <%1$s>: topic <%1$s.new> matches its pattern but is newer than its metadata (metadata.max.age.ms is 300000)
									Remedy:   spring.kafka.consumer.properties.metadata.max.age.ms=500
									          in the tests, or create the topic before the context starts
									"""
								.formatted(this.topic));
	}

	private ApplicationReadiness readiness(Duration timeout) {
		return ApplicationReadiness.of(this.beanFactory, new ListenerContainers(this.beanFactory), this.groups, timeout,
				(servers) -> !servers.equals(NOWHERE));
	}

	private MessageListenerContainer container(String name) {
		return this.beanFactory.getBean(name, MessageListenerContainer.class);
	}

	private void start(String name, ContainerProperties properties, String... consumer) {
		Properties overrides = new Properties();
		overrides.putAll(Map.of("auto.offset.reset", "latest"));
		for (int i = 0; i < consumer.length; i += 2) {
			overrides.put(consumer[i], consumer[i + 1]);
		}
		properties.setKafkaConsumerProperties(overrides);
		properties.setGroupId(name);
		properties.setPollTimeout(100);
		properties.setMessageListener((MessageListener<String, String>) (record) -> this.consumed.add(record.value()));
		ConcurrentMessageListenerContainer<Object, Object> container = new ConcurrentMessageListenerContainer<>(
				this.consumerFactory, properties);
		container.setBeanName(name);
		this.beanFactory.registerSingleton(name, container);
		container.start();
	}

}
