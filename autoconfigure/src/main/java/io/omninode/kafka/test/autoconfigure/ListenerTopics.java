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

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.omninode.kafka.test.autoconfigure.application.DeclaredReplicas;
import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.autoconfigure.environment.Addresses;
import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.listener.ListenerContainers;
import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicCreationException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;

/**
 * Creates the topics that only listeners name, in one call, right before the listeners
 * start. An embedded cluster would create them for the listeners anyway, but Kafka's
 * clients log a warning for each. Topics created by {@code KafkaAdmin} or the application
 * exist by then. A topic whose absence is fatal for a listener, or that the listener must
 * not create, is left out.
 */
class ListenerTopics implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ListenerTopics.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final TestCluster cluster;

	private final ListenerContainers containers;

	private final ObjectProvider<TestTopics> topics;

	private boolean created;

	private volatile boolean running;

	ListenerTopics(ConfigurableListableBeanFactory beanFactory, TestCluster cluster, ListenerContainers containers,
			ObjectProvider<TestTopics> topics) {
		this.beanFactory = beanFactory;
		this.cluster = cluster;
		this.containers = containers;
		this.topics = topics;
	}

	/**
	 * Create the topics once. A context that continues after a pause finds its topics, or
	 * has deleted them.
	 */
	@Override
	public void start() {
		this.running = true;
		if (!this.created && this.cluster.createsTopics()) {
			create(named());
		}
		this.created = true;
	}

	private void create(Set<String> names) {
		try {
			if (!names.isEmpty()) {
				this.topics.getObject()
					.create(names.stream().map(ListenerTopics::withDefaults).toArray(NewTopic[]::new));
			}
		}
		catch (TopicCreationException ex) {
			logger.debug("Not all of {} could be created", names, ex);
		}
	}

	private static NewTopic withDefaults(String name) {
		return new NewTopic(name, Optional.empty(), Optional.empty());
	}

	private Set<String> named() {
		Set<String> names = new TreeSet<>();
		this.containers.existing()
			.stream()
			.filter(this::createsTopics)
			.map(ListenerContainer::subscription)
			.flatMap((read) -> Stream.concat(read.topics().stream(),
					read.manual().stream().map(TopicPartitionOffset::getTopic)))
			.forEach(names::add);
		if (!names.isEmpty()) {
			names.removeAll(declared());
		}
		return names;
	}

	private boolean createsTopics(ListenerContainer container) {
		Object creates = container.setting(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG);
		return container.isAutoStartup() && !container.isRunning() && !"false".equals(String.valueOf(creates))
				&& !isInsisting(container) && isOfTests(container);
	}

	private static boolean isInsisting(ListenerContainer container) {
		return container.container() instanceof AbstractMessageListenerContainer<?, ?> known
				&& known.getContainerProperties().isMissingTopicsFatal();
	}

	private boolean isOfTests(ListenerContainer container) {
		Addresses servers = Addresses.of(container.setting(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
		return servers.areAll(Addresses.of(this.cluster.servers()));
	}

	private Set<String> declared() {
		Set<String> names = new TreeSet<>();
		beans(NewTopic.class).forEach((topic) -> names.add(topic.name()));
		beans(KafkaAdmin.NewTopics.class).flatMap((group) -> DeclaredReplicas.held(group).stream())
			.forEach((topic) -> names.add(topic.name()));
		return names;
	}

	/**
	 * Return the beans of a type. A topic of ours that the application declares itself is
	 * a bean without an object.
	 */
	private <T> Stream<T> beans(Class<T> type) {
		return Arrays.stream(this.beanFactory.getBeanNamesForType(type, true, false))
			.filter(this.beanFactory::containsSingleton)
			.map(this.beanFactory::getBean)
			.filter(type::isInstance)
			.map(type::cast);
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Return the phase right before the first listener. All listeners of
	 * {@code @KafkaListener} methods start in the phase that one of them defines.
	 */
	@Override
	public int getPhase() {
		return this.containers.existing()
			.stream()
			.mapToInt((listener) -> listener.container().getPhase())
			.map((phase) -> Math.max(phase, Integer.MIN_VALUE + 1) - 1)
			.min()
			.orElse(AbstractMessageListenerContainer.DEFAULT_PHASE);
	}

}
