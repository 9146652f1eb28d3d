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
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * {@link ApplicationReadiness} of Spring Kafka's listener containers: those of
 * {@code @KafkaListener} methods, and those that are beans. The members of a group may
 * share fewer partitions than there are members; so one container with partitions is
 * enough for a group. It may even be one of another context or process: who still has no
 * partition after a while asks the group.
 *
 * @param beanFactory holds the containers
 * @param groups knows who else has the partitions
 * @param timeout the maximum time to wait
 */
record ListenerReadiness(ListableBeanFactory beanFactory, ConsumerGroups groups,
		Duration timeout) implements ApplicationReadiness {

	private static final Duration POLL = Duration.ofMillis(5);

	private static final Duration POLL_OF_GROUPS = Duration.ofMillis(50);

	private static final Duration UNTIL_GROUPS_ARE_ASKED = Duration.ofSeconds(1);

	@Override
	public void await() {
		if (waiting().isEmpty() || isTrueWithin(min(UNTIL_GROUPS_ARE_ASKED), POLL, () -> waiting().isEmpty())) {
			return;
		}
		if (!isTrueWithin(this.timeout, POLL_OF_GROUPS, () -> waitingInVain().isEmpty())) {
			throw new IllegalStateException("Not every listener is ready after " + this.timeout.toSeconds() + "s: "
					+ waitingInVain().stream().map(this::describe).collect(Collectors.joining(", ")));
		}
	}

	private Duration min(Duration other) {
		return (this.timeout.compareTo(other) < 0) ? this.timeout : other;
	}

	private static boolean isTrueWithin(Duration timeout, Duration poll, Callable<Boolean> condition) {
		try {
			Awaitility.await()
				.pollInSameThread()
				.pollDelay(Duration.ZERO)
				.pollInterval(poll)
				.atMost(timeout)
				.until(condition);
			return true;
		}
		catch (ConditionTimeoutException ex) {
			return false;
		}
	}

	/**
	 * Return the containers whose partitions nobody has.
	 */
	private List<MessageListenerContainer> waitingInVain() {
		return waiting().stream().filter((container) -> !isServedByOthers(container)).toList();
	}

	private boolean isServedByOthers(MessageListenerContainer container) {
		String group = container.getGroupId();
		List<String> topics = topics(container);
		return group != null && !topics.isEmpty() && this.groups.serves(group, topics);
	}

	private List<MessageListenerContainer> waiting() {
		List<MessageListenerContainer> containers = containers();
		return containers.stream()
			.filter(MessageListenerContainer::isRunning)
			.filter((container) -> containers.stream().noneMatch((other) -> isServed(container, other)))
			.toList();
	}

	private static boolean isServed(MessageListenerContainer container, MessageListenerContainer other) {
		boolean sameGroup = other == container
				|| (container.getGroupId() != null && Objects.equals(container.getGroupId(), other.getGroupId())
						&& Objects.equals(topics(container), topics(other)));
		Collection<?> assigned = other.getAssignedPartitions();
		return sameGroup && (assigned == null || !assigned.isEmpty());
	}

	private List<MessageListenerContainer> containers() {
		List<MessageListenerContainer> containers = new ArrayList<>(
				this.beanFactory.getBeansOfType(MessageListenerContainer.class, true, false).values());
		this.beanFactory.getBeansOfType(KafkaListenerEndpointRegistry.class, true, false)
			.values()
			.forEach((registry) -> containers.addAll(registry.getListenerContainers()));
		return containers;
	}

	private static List<String> topics(MessageListenerContainer container) {
		String[] topics = container.getContainerProperties().getTopics();
		return (topics != null) ? List.of(topics) : List.of();
	}

	private String describe(MessageListenerContainer container) {
		return "container <" + container.getListenerId() + "> of group <" + container.getGroupId() + "> on "
				+ topics(container) + " runs without a partition";
	}

}
