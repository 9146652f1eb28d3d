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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * What consumer groups have committed.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class ConsumerGroups {

	private final Supplier<Admin> admin;

	private final String ownPrefix;

	/**
	 * Create an instance.
	 * @param admin asks the cluster; called when it is needed
	 * @param ownPrefix what the ids of the groups begin with that are not the
	 * application's
	 */
	public ConsumerGroups(Supplier<Admin> admin, String ownPrefix) {
		this.admin = admin;
		this.ownPrefix = ownPrefix;
	}

	/**
	 * Return what the groups have committed that read a partition now: one of their
	 * members has it. Our own groups do not count.
	 * @param partition the partition
	 * @return the next offset of each group, -1 if it has committed none
	 */
	public Map<String, Long> readersOf(TopicPartition partition) {
		try {
			List<String> groups = this.admin.get()
				.listGroups(ListGroupsOptions.forConsumerGroups())
				.all()
				.get()
				.stream()
				.map(GroupListing::groupId)
				.filter((group) -> !group.startsWith(this.ownPrefix))
				.toList();
			return committed(readers(groups, partition), partition);
		}
		catch (ExecutionException ex) {
			throw failed(ex);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Return whether a group is at rest and its members have all partitions of some
	 * topics between them.
	 */
	boolean serves(String group, Collection<String> topics) {
		try {
			KafkaFuture<ConsumerGroupDescription> asked = this.admin.get()
				.describeConsumerGroups(List.of(group))
				.describedGroups()
				.get(group);
			ConsumerGroupDescription description = Objects.requireNonNull(asked).get();
			return description.groupState() == GroupState.STABLE
					&& assigned(description).containsAll(partitions(topics));
		}
		catch (ExecutionException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private static Set<TopicPartition> assigned(ConsumerGroupDescription group) {
		return group.members()
			.stream()
			.flatMap((member) -> member.assignment().topicPartitions().stream())
			.collect(Collectors.toSet());
	}

	private Set<TopicPartition> partitions(Collection<String> topics) throws InterruptedException, ExecutionException {
		return this.admin.get()
			.describeTopics(topics)
			.allTopicNames()
			.get()
			.values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
			.collect(Collectors.toSet());
	}

	private List<String> readers(Collection<String> groups, TopicPartition partition)
			throws InterruptedException, ExecutionException {
		return this.admin.get()
			.describeConsumerGroups(groups)
			.all()
			.get()
			.values()
			.stream()
			.filter((group) -> reads(group, partition))
			.map(ConsumerGroupDescription::groupId)
			.toList();
	}

	private static boolean reads(ConsumerGroupDescription group, TopicPartition partition) {
		return group.members().stream().anyMatch((member) -> member.assignment().topicPartitions().contains(partition));
	}

	/**
	 * Return what one group has committed.
	 * @param group the id of the group
	 * @param partition the partition
	 * @return its next offset, -1 if it has committed none
	 */
	public long committed(String group, TopicPartition partition) {
		try {
			return committed(List.of(group), partition).getOrDefault(group, -1L);
		}
		catch (ExecutionException ex) {
			throw failed(ex);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private Map<String, Long> committed(Collection<String> groups, TopicPartition partition)
			throws InterruptedException, ExecutionException {
		Map<String, Long> committed = new TreeMap<>();
		if (groups.isEmpty()) {
			return committed;
		}
		Map<String, ListConsumerGroupOffsetsSpec> wanted = new TreeMap<>();
		ListConsumerGroupOffsetsSpec spec = new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(partition));
		groups.forEach((group) -> wanted.put(group, spec));
		this.admin.get().listConsumerGroupOffsets(wanted).all().get().forEach((group, offsets) -> {
			OffsetAndMetadata offset = offsets.get(partition);
			committed.put(group, (offset != null) ? offset.offset() : -1L);
		});
		return committed;
	}

	/**
	 * Return where a partition ends.
	 * @param partition the partition
	 * @return the offset that its next record gets
	 */
	public long end(TopicPartition partition) {
		try {
			return this.admin.get()
				.listOffsets(Map.of(partition, OffsetSpec.latest()))
				.partitionResult(partition)
				.get()
				.offset();
		}
		catch (ExecutionException ex) {
			throw failed(ex);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private static IllegalStateException failed(ExecutionException ex) {
		return new IllegalStateException("The consumer groups cannot be asked: " + ex.getCause(), ex.getCause());
	}

	private static IllegalStateException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while asking for consumer groups", ex);
	}

}
