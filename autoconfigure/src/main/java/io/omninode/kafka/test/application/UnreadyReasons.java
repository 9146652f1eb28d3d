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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.omninode.kafka.test.application.ListenerReadiness.Obstacle;
import io.omninode.kafka.test.listener.ListenerContainer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Explains why listener containers run without a partition, and what to do about it.
 *
 * @param groups knows groups and topics
 * @param isOfTests whether {@code bootstrap.servers} lead to the cluster of the tests
 */
record UnreadyReasons(ConsumerGroups groups, Predicate<Object> isOfTests) {

	private static final String SERVERS = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

	private static final String METADATA_AGE = CommonClientConfigs.METADATA_MAX_AGE_CONFIG;

	private static final String DEFAULT_METADATA_AGE = "300000";

	/**
	 * Return whether the consumers of a container connect to a cluster other than that of
	 * the tests.
	 */
	boolean isElsewhere(@Nullable ListenerContainer container) {
		Object servers = (container != null) ? container.setting(SERVERS) : null;
		return servers != null && !this.isOfTests.test(servers);
	}

	/**
	 * Return the other members of the groups whose containers have no partitions for no
	 * other known reason.
	 */
	OtherMembers otherMembers(List<Obstacle> obstacles, List<ListenerContainer> running) {
		List<ListenerContainer> waiting = withoutPartition(obstacles).stream()
			.filter((container) -> !isElsewhere(container))
			.toList();
		return OtherMembers.find(this.groups.requests().admin().get(), waiting, running);
	}

	/**
	 * Return the known reasons, and what to do about them.
	 * @param obstacles what keeps readers from being ready
	 * @param wanted the topics that they are expected to read
	 * @param others the other members of their groups
	 * @param ofOthers what these members mean
	 */
	String toText(List<Obstacle> obstacles, WantedTopics wanted, OtherMembers others, String ofOthers) {
		List<String> reasons = new ArrayList<>();
		for (ListenerContainer container : withoutPartition(obstacles)) {
			if (isElsewhere(container)) {
				reasons.add(elsewhere(container));
			}
			else if (!others.byGroup().containsKey(String.valueOf(container.group()))) {
				reasons.add(newer(container, wanted));
			}
		}
		reasons.add(ofOthers.stripLeading());
		reasons.removeIf(String::isEmpty);
		return reasons.isEmpty() ? "" : "\n\n" + String.join("\n", reasons);
	}

	private static List<ListenerContainer> withoutPartition(List<Obstacle> obstacles) {
		List<ListenerContainer> containers = new ArrayList<>();
		for (Obstacle obstacle : obstacles) {
			ListenerContainer container = obstacle.container();
			if (container != null && obstacle.state().equals(Assignments.NO_PARTITION)) {
				containers.add(container);
			}
		}
		return containers;
	}

	private static String elsewhere(ListenerContainer container) {
		return """
				Cause:    container <%s>: its consumer has bootstrap.servers <%s>, which is not the cluster of the tests
				Remedy:   kafka.test.foreign-clusters=redirect
				          has it use the cluster of the tests, where the test does not set that address itself; or
				          spring.kafka.listener.auto-startup=false
				          and start the listeners that the test needs; or start that cluster
				""".formatted(container.id(), servers(container));
	}

	private static String servers(ListenerContainer container) {
		Object servers = container.setting(SERVERS);
		return (servers instanceof List<?> list) ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
				: String.valueOf(servers);
	}

	/**
	 * Return the cause and remedy for a pattern with topics that are newer than the
	 * metadata. A consumer only looks for matching topics when it refreshes its metadata.
	 */
	private String newer(ListenerContainer container, WantedTopics wanted) {
		if (container.subscription().pattern() == null) {
			return "";
		}
		Set<String> topics = wanted.isEvery() ? this.groups.topics(container) : existing(wanted.of(container));
		Object age = Objects.requireNonNullElse(container.setting(METADATA_AGE), DEFAULT_METADATA_AGE);
		return topics.isEmpty() ? "" : """
				Cause:    container <%s>: %s its pattern but %s newer than its metadata (metadata.max.age.ms is %s)
				Remedy:   spring.kafka.consumer.properties.metadata.max.age.ms=500
				          in the tests, or create the topic before the context starts
				""".formatted(container.id(), text(topics), (topics.size() == 1) ? "is" : "are", age);
	}

	private Set<String> existing(Set<String> topics) {
		return this.groups.requests()
			.partitions(topics)
			.stream()
			.map(TopicPartition::topic)
			.collect(Collectors.toSet());
	}

	private static String text(Set<String> topics) {
		String names = topics.stream().sorted().map((topic) -> "<" + topic + ">").collect(Collectors.joining(", "));
		return (topics.size() == 1) ? "topic " + names + " matches" : "topics " + names + " match";
	}

}
