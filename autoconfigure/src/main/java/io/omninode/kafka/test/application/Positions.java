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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.omninode.kafka.test.application.ListenerReadiness.Obstacle;
import io.omninode.kafka.test.listener.ListenerContainer;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows whether listener containers have a position in each partition. Only containers
 * that may begin at the end are checked. A consumer must not be called from another
 * thread, but Spring Kafka usually commits the position of such a container at once, so
 * that a single request finds it for all of them. A container that does not commit has a
 * position when a fetch was answered, which shows in the metrics of the consumer, after
 * {@code fetch.max.wait.ms} at most.
 * <p>
 * Safe for use by several threads.
 */
class Positions {

	private final ConsumerGroups groups;

	private final ReadyContainers sightings = new ReadyContainers();

	Positions(ConsumerGroups groups) {
		this.groups = groups;
	}

	/**
	 * Return the containers that have no position in a partition.
	 * @param looked the containers to check
	 * @param running all containers that run
	 */
	List<Obstacle> missing(List<ListenerContainer> looked, List<ListenerContainer> running) {
		List<ListenerContainer> unknown = looked.stream().filter(this::isUnknown).toList();
		return unknown.isEmpty() ? List.of() : find(unknown, running);
	}

	private boolean isUnknown(ListenerContainer container) {
		if (container.isShare() || !container.mayBeginAtTheEnd()) {
			return false;
		}
		Set<TopicPartition> assigned = container.assigned();
		return assigned != null && !this.sightings.isKnown(container, assigned);
	}

	private List<Obstacle> find(List<ListenerContainer> unknown, List<ListenerContainer> running) {
		Set<TopicPartition> partitions = this.groups.requests()
			.partitions(unknown.stream().flatMap((each) -> topics(each).stream()).collect(Collectors.toSet()));
		Map<String, Map<TopicPartition, Long>> committed = this.groups.requests()
			.committedByConsumers(
					unknown.stream().map(ListenerContainer::group).filter(Objects::nonNull).distinct().toList());
		List<Obstacle> missing = new ArrayList<>();
		for (ListenerContainer container : unknown) {
			Set<TopicPartition> assigned = Objects.requireNonNullElse(container.assigned(), Set.of());
			Set<TopicPartition> open = wanted(container, assigned, partitions);
			open.removeAll(committed.getOrDefault(String.valueOf(container.group()), Map.of()).keySet());
			if (open.isEmpty() || isTrusted(container, open, running)) {
				this.sightings.add(container, assigned);
			}
			else {
				missing.add(Obstacle.of(container, "has no position in " + text(open)));
			}
		}
		return missing;
	}

	/**
	 * Return the topics in whose partitions the container must have a position. For a
	 * pattern, these are the topics of its partitions.
	 */
	private static Set<String> topics(ListenerContainer container) {
		Set<String> topics = new HashSet<>(container.subscription().topics());
		Set<TopicPartition> assigned = container.assigned();
		if (assigned != null && container.subscription().manual().isEmpty()) {
			assigned.forEach((partition) -> topics.add(partition.topic()));
		}
		return topics;
	}

	private static Set<TopicPartition> wanted(ListenerContainer container, Set<TopicPartition> assigned,
			Set<TopicPartition> partitions) {
		Set<TopicPartition> wanted = new HashSet<>(assigned);
		Set<String> topics = topics(container);
		partitions.stream().filter((partition) -> topics.contains(partition.topic())).forEach(wanted::add);
		return wanted;
	}

	/**
	 * Return whether the containers of the group have fetched from all of these
	 * partitions, or cannot tell, because a paused container does not fetch.
	 */
	private static boolean isTrusted(ListenerContainer container, Set<TopicPartition> open,
			List<ListenerContainer> running) {
		Set<TopicPartition> unfetched = new HashSet<>(open);
		for (ListenerContainer other : running) {
			if (other.isOfGroupOf(container)) {
				Set<TopicPartition> fetched = other.isPaused() ? null : other.fetched();
				if (fetched == null) {
					return true;
				}
				unfetched.removeAll(fetched);
			}
		}
		return unfetched.isEmpty();
	}

	private static String text(Set<TopicPartition> partitions) {
		return new TreeSet<>(partitions.stream().map(TopicPartition::toString).toList()).toString();
	}

}
