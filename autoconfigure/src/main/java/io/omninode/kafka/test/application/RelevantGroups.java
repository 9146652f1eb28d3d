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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The groups that are relevant for a context: those of its listeners and of its Kafka
 * Streams, and those whose members read its topics or those of the test, whichever
 * application they belong to.
 *
 * @param readers the readers of the context
 * @param observed the groups, by id
 * @param topics the topics of the context and of the test
 */
record RelevantGroups(Readers readers, Map<String, ObservedGroup> observed, Set<String> topics) {

	static RelevantGroups of(Readers readers, List<ObservedGroup> observed, Set<String> ofTest) {
		Set<String> groups = readers.groups();
		Set<String> topics = new HashSet<>(ofTest);
		topics.addAll(readers.topics());
		observed.stream()
			.filter((group) -> groups.contains(group.id()))
			.forEach((group) -> group.assigned().forEach((partition) -> topics.add(partition.topic())));
		return new RelevantGroups(readers, observed.stream()
			.filter((group) -> groups.contains(group.id()) || mayRead(group, topics))
			.collect(Collectors.toMap(ObservedGroup::id, Function.identity(), (one, other) -> one, TreeMap::new)),
				topics);
	}

	private static boolean mayRead(ObservedGroup group, Set<String> topics) {
		return group.hasMembers() && (!group.isStable() || group.readsAny(topics));
	}

	Collection<ObservedGroup> groups() {
		return this.observed.values();
	}

	/**
	 * Return the partitions whose commits are awaited: those that groups have, those that
	 * a group had before a rebalance that is still in progress, and those that listeners
	 * subscribe to.
	 */
	Map<String, Set<TopicPartition>> waitedFor(Map<String, Map<TopicPartition, Long>> committed,
			Subscriptions subscriptions) {
		Map<String, Set<TopicPartition>> partitions = new TreeMap<>();
		this.observed.forEach((id, group) -> {
			Set<TopicPartition> ofGroup = new HashSet<>(group.assigned());
			if (group.hasMembers() && !group.isStable()) {
				ofGroup.addAll(committed.getOrDefault(id, Map.of()).keySet());
			}
			partitions.put(id, ofTopics(ofGroup));
		});
		this.readers.listening().forEach((container) -> {
			Set<TopicPartition> ofListeners = partitions.computeIfAbsent(String.valueOf(container.group()),
					(key) -> new HashSet<>());
			container.subscription().manual().forEach((manual) -> ofListeners.add(manual.getTopicPartition()));
			ofListeners.addAll(subscriptions.of(container));
		});
		this.readers.streams()
			.stream()
			.filter(StreamsApplication::isGrouped)
			.forEach((application) -> partitions.computeIfAbsent(application.id(), (key) -> new HashSet<>())
				.addAll(application.assigned()));
		return partitions;
	}

	/**
	 * Return the partitions committed by groups that have listeners in the context, but
	 * none that is running.
	 */
	Map<String, Set<TopicPartition>> absent(Map<String, Map<TopicPartition, Long>> committed) {
		Map<String, Set<TopicPartition>> partitions = new TreeMap<>();
		this.readers.silent().forEach((id) -> {
			ObservedGroup group = this.observed.get(id);
			if (group != null && !group.hasMembers()) {
				partitions.put(id, ofTopics(committed.getOrDefault(id, Map.of()).keySet()));
			}
		});
		return partitions;
	}

	private Set<TopicPartition> ofTopics(Set<TopicPartition> partitions) {
		return partitions.stream()
			.filter((partition) -> this.topics.contains(partition.topic()))
			.collect(Collectors.toCollection(HashSet::new));
	}

	/**
	 * Return the groups that are not at rest, with the reason.
	 */
	List<String> restless(Map<String, Map<TopicPartition, Long>> committed) {
		Set<String> ids = new TreeSet<>(this.readers.active());
		this.observed.forEach((id, group) -> {
			if (group.hasMembers() && !ofTopics(committed.getOrDefault(id, Map.of()).keySet()).isEmpty()) {
				ids.add(id);
			}
		});
		List<String> restless = new ArrayList<>(this.readers.restless());
		ids.forEach((id) -> addIfRestless(restless, id, this.observed.get(id)));
		return restless;
	}

	/**
	 * Return whether no group reads, or has read, a topic of the context.
	 */
	boolean isEmpty() {
		return this.readers.isEmpty() && this.observed.values()
			.stream()
			.noneMatch((group) -> group.hasMembers() && group.readsAny(this.topics));
	}

	private static void addIfRestless(List<String> restless, String id, @Nullable ObservedGroup group) {
		if (group == null || !group.hasMembers()) {
			restless.add("group <" + Excerpt.of(id) + ">: no member yet");
		}
		else if (!group.isStable()) {
			restless.add("group <" + Excerpt.of(id) + ">: rebalancing");
		}
	}

}
