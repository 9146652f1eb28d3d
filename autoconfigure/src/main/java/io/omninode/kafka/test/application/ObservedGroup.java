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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment;
import org.apache.kafka.common.ClassicGroupState;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/**
 * A group as its coordinator describes it.
 *
 * @param id the id of the group
 * @param isShare whether it is a share group
 * @param isStable whether its members have the partitions that they shall have
 * @param members how many members it has
 * @param assigned the partitions that its members have between them
 */
record ObservedGroup(String id, boolean isShare, boolean isStable, int members, Set<TopicPartition> assigned) {

	static ObservedGroup of(ClassicGroupDescription group) {
		return new ObservedGroup(group.groupId(), false, group.state() == ClassicGroupState.STABLE,
				group.members().size(), partitions(group.members()));
	}

	static ObservedGroup of(ConsumerGroupDescription group) {
		return new ObservedGroup(group.groupId(), false, group.groupState() == GroupState.STABLE,
				group.members().size(), partitions(group.members()));
	}

	static ObservedGroup of(ShareGroupDescription group) {
		return new ObservedGroup(group.groupId(), true, group.groupState() == GroupState.STABLE, group.members().size(),
				group.members()
					.stream()
					.flatMap((member) -> member.assignment().topicPartitions().stream())
					.collect(Collectors.toSet()));
	}

	static ObservedGroup of(StreamsGroupDescription group) {
		Map<String, Set<String>> topics = new HashMap<>();
		group.subtopologies().forEach((part) -> {
			Set<String> ofPart = new HashSet<>(part.sourceTopics());
			ofPart.addAll(part.repartitionSourceTopics().keySet());
			topics.put(part.subtopologyId(), ofPart);
		});
		return new ObservedGroup(group.groupId(), false, group.groupState() == GroupState.STABLE,
				group.members().size(),
				group.members()
					.stream()
					.flatMap((member) -> member.assignment().activeTasks().stream())
					.flatMap((tasks) -> partitions(tasks, topics.getOrDefault(tasks.subtopologyId(), Set.of())))
					.collect(Collectors.toSet()));
	}

	private static Stream<TopicPartition> partitions(StreamsGroupMemberAssignment.TaskIds tasks, Set<String> topics) {
		return topics.stream()
			.flatMap((topic) -> tasks.partitions().stream().map((number) -> new TopicPartition(topic, number)));
	}

	private static Set<TopicPartition> partitions(Collection<MemberDescription> members) {
		return members.stream()
			.flatMap((member) -> member.assignment().topicPartitions().stream())
			.collect(Collectors.toSet());
	}

	ObservedGroup limitedTo(Set<TopicPartition> partitions) {
		Set<TopicPartition> limited = new HashSet<>(this.assigned);
		limited.retainAll(partitions);
		return new ObservedGroup(this.id, this.isShare, this.isStable, this.members, limited);
	}

	boolean hasMembers() {
		return this.members > 0;
	}

	boolean reads(TopicPartition partition) {
		return this.assigned.contains(partition);
	}

	boolean readsAny(Collection<String> topics) {
		return this.assigned.stream().anyMatch((partition) -> topics.contains(partition.topic()));
	}

}
