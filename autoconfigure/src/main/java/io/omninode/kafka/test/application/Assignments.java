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

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.omninode.kafka.test.listener.ListenerContainer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Knows whether listener containers have partitions. A group may have fewer partitions
 * than members, so one container with partitions is enough for a group. It may even
 * belong to another context or process: for a container that still has no partition after
 * a while, the group is asked. A share container does not know its partitions, but its
 * group does.
 * <p>
 * Safe for use by several threads.
 */
class Assignments {

	static final String NO_PARTITION = "runs without a partition";

	private static final String NO_MEMBER = "has no member in its share group that has fetched";

	private final ConsumerGroups groups;

	/**
	 * The containers whose partitions were seen with other members.
	 */
	private final Set<MessageListenerContainer> guests = ConcurrentHashMap.newKeySet();

	private final ReadyContainers sightings = new ReadyContainers();

	Assignments(ConsumerGroups groups) {
		this.groups = groups;
	}

	/**
	 * Return what a container has instead of partitions, or {@code null} if it has some.
	 * @param container the container
	 * @param topics the topics in which it must have a partition; if there are none, any
	 * partition is enough
	 * @param running the containers that run
	 * @param askGroups whether it is time to ask groups about other members
	 */
	@Nullable String missing(ListenerContainer container, Set<String> topics, List<ListenerContainer> running,
			boolean askGroups) {
		if (container.isShare()) {
			return isSharing(container) ? null : NO_MEMBER;
		}
		boolean missing = topics.isEmpty() ? hasNone(container, running, askGroups)
				: hasNone(container, topics, running, askGroups);
		return missing ? NO_PARTITION : null;
	}

	private boolean hasNone(ListenerContainer container, List<ListenerContainer> running, boolean askGroups) {
		return running.stream().noneMatch((other) -> isServed(container, other))
				&& !isServedByOthers(container, askGroups, () -> this.groups.topics(container)) && hasTopics(container);
	}

	/**
	 * Return whether there is a topic of which no member of the group of a container has
	 * a partition. A consumer may learn late of a new topic.
	 */
	private boolean hasNone(ListenerContainer container, Set<String> topics, List<ListenerContainer> running,
			boolean askGroups) {
		Set<String> open = new HashSet<>(topics);
		for (ListenerContainer member : running) {
			if (member.isOfGroupOf(container)) {
				Set<TopicPartition> assigned = member.assigned();
				if (assigned == null) {
					return false;
				}
				assigned.forEach((partition) -> open.remove(partition.topic()));
			}
		}
		return !open.isEmpty() && !isServedByOthers(container, askGroups, () -> open)
				&& (container.subscription().pattern() == null || !this.groups.requests().partitions(open).isEmpty());
	}

	private static boolean isServed(ListenerContainer container, ListenerContainer other) {
		boolean sameGroup = other.container() == container.container()
				|| (other.isOfGroupOf(container) && container.subscription().isLike(other.subscription()));
		if (!sameGroup) {
			return false;
		}
		Collection<TopicPartition> assigned = other.assigned();
		return assigned == null || !assigned.isEmpty();
	}

	private boolean isServedByOthers(ListenerContainer container, boolean ask, Supplier<Set<String>> names) {
		String group = container.group();
		if (group == null || (!ask && !this.guests.contains(container.container()))) {
			return false;
		}
		Set<String> topics = names.get();
		boolean served = !topics.isEmpty() && this.groups.serves(group, topics);
		if (served) {
			this.guests.add(container.container());
		}
		return served;
	}

	/**
	 * Return whether there is a topic for a container to read. A pattern does not have to
	 * match any.
	 */
	private boolean hasTopics(ListenerContainer container) {
		return container.subscription().pattern() == null || !this.groups.topics(container).isEmpty();
	}

	/**
	 * Return whether a share container has begun. A share group that begins at the end of
	 * a partition determines that end only after the first fetch, which may have been
	 * answered before.
	 */
	private boolean isSharing(ListenerContainer container) {
		String group = container.group();
		return group == null || this.sightings.isKnown(container, Set.of())
				|| (container.hasFetched() && this.groups.serves(group, container.subscription().topics())
						&& this.groups.requests().hasBegun(group) && this.sightings.add(container, Set.of()));
	}

}
