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
import java.util.List;
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
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A group as its coordinator describes it.
 *
 * @param id the id of the group
 * @param isShare whether it is a share group
 * @param isStable whether its members have the partitions that they are supposed to have
 * @param members its members
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ObservedGroup(String id, boolean isShare, boolean isStable, List<GroupMember> members) {

	static ObservedGroup of(ClassicGroupDescription group) {
		return new ObservedGroup(group.groupId(), false, group.state() == ClassicGroupState.STABLE,
				members(group.members()));
	}

	static ObservedGroup of(ConsumerGroupDescription group) {
		return new ObservedGroup(group.groupId(), false, group.groupState() == GroupState.STABLE,
				members(group.members()));
	}

	static ObservedGroup of(ShareGroupDescription group) {
		return new ObservedGroup(group.groupId(), true, group.groupState() == GroupState.STABLE, group.members()
			.stream()
			.map((member) -> new GroupMember(member.clientId(), member.host(), member.assignment().topicPartitions()))
			.toList());
	}

	static ObservedGroup of(StreamsGroupDescription group) {
		Map<String, Set<String>> topics = new HashMap<>();
		group.subtopologies().forEach((part) -> {
			Set<String> ofPart = new HashSet<>(part.sourceTopics());
			ofPart.addAll(part.repartitionSourceTopics().keySet());
			topics.put(part.subtopologyId(), ofPart);
		});
		return new ObservedGroup(group.groupId(), false, group.groupState() == GroupState.STABLE,
				group.members()
					.stream()
					.map((member) -> new GroupMember(member.clientId(), member.clientHost(), member.assignment()
						.activeTasks()
						.stream()
						.flatMap((tasks) -> partitions(tasks, topics.getOrDefault(tasks.subtopologyId(), Set.of())))
						.collect(Collectors.toSet())))
					.toList());
	}

	private static Stream<TopicPartition> partitions(StreamsGroupMemberAssignment.TaskIds tasks, Set<String> topics) {
		return topics.stream()
			.flatMap((topic) -> tasks.partitions().stream().map((number) -> new TopicPartition(topic, number)));
	}

	private static List<GroupMember> members(Collection<MemberDescription> members) {
		return members.stream()
			.map((member) -> new GroupMember(member.clientId(), member.host(), member.assignment().topicPartitions()))
			.toList();
	}

	ObservedGroup limitedTo(Set<TopicPartition> existing) {
		return new ObservedGroup(this.id, this.isShare, this.isStable,
				this.members.stream().map((member) -> member.limitedTo(existing)).toList());
	}

	/**
	 * Return a member that has a partition.
	 * @param partition the partition
	 * @return the member, or {@code null} if none has it
	 */
	public @Nullable GroupMember holder(TopicPartition partition) {
		return this.members.stream()
			.filter((member) -> member.partitions().contains(partition))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the partitions of all members.
	 * @return the partitions
	 */
	public Set<TopicPartition> assigned() {
		return this.members.stream().flatMap((member) -> member.partitions().stream()).collect(Collectors.toSet());
	}

	boolean hasMembers() {
		return !this.members.isEmpty();
	}

	/**
	 * Return whether a member has a partition.
	 * @param partition the partition
	 * @return whether one has it
	 */
	public boolean reads(TopicPartition partition) {
		return this.members.stream().anyMatch((member) -> member.partitions().contains(partition));
	}

	boolean readsAny(Collection<String> topics) {
		return assigned().stream().anyMatch((partition) -> topics.contains(partition.topic()));
	}

}
