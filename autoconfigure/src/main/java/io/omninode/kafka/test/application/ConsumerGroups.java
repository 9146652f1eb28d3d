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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.omninode.kafka.test.client.MissingRight;
import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.waiting.Rounds;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The committed offsets of consumer groups, and the acknowledged ones of share groups.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class ConsumerGroups {

	private final Rounds<String, Consumer<List<ObservedGroup>>> rounds = new Rounds<>();

	private final GroupRequests requests;

	private final String ownPrefix;

	/**
	 * Create an instance.
	 * @param admin asks the cluster; called when it is needed
	 * @param ownPrefix the prefix of the ids of groups that do not belong to the
	 * application
	 */
	public ConsumerGroups(Supplier<Admin> admin, String ownPrefix) {
		this(admin, ownPrefix, "the user of the tests");
	}

	/**
	 * Create an instance.
	 * @param admin asks the cluster; called when it is needed
	 * @param ownPrefix what the ids of the groups begin with that are not the
	 * application's
	 * @param user the user that the cluster knows the admin client by
	 */
	public ConsumerGroups(Supplier<Admin> admin, String ownPrefix, String user) {
		this.requests = new GroupRequests(admin, user);
		this.ownPrefix = ownPrefix;
	}

	GroupRequests requests() {
		return this.requests;
	}

	/**
	 * Return the groups of the cluster, without those of this library.
	 * @return the groups as their coordinators describe them now
	 */
	public List<ObservedGroup> observed() {
		AtomicReference<List<ObservedGroup>> observed = new AtomicReference<>(List.of());
		this.rounds.join("observed", observed::set, (parts) -> {
			List<ObservedGroup> groups = List.copyOf(this.requests.describe(this::isOthers));
			parts.forEach((part) -> part.accept(groups));
		});
		return observed.get();
	}

	/**
	 * Return the right without which the cluster tells only of groups that this user may
	 * use.
	 * @return the right, or {@code null} if all groups are seen
	 */
	public @Nullable MissingRight unseen() {
		return this.requests.mayDescribeTheCluster() ? null : this.requests.toDescribeTheCluster();
	}

	/**
	 * Return the committed offsets of the groups that currently read a partition, because
	 * one of their members has it. Groups of this library do not count. A share group has
	 * committed the records that it has acknowledged without a gap.
	 * @param partition the partition
	 * @return the next offset of each group, -1 if it has committed none
	 */
	public Map<String, Long> readersOf(TopicPartition partition) {
		return readersOf(partition, Set.of());
	}

	/**
	 * Return the committed offsets of the groups that currently read a partition, and of
	 * other existing groups, whether they have members or not.
	 * @param partition the partition
	 * @param others the ids of the other groups
	 * @return the next offset of each group, -1 if it has committed none
	 */
	public Map<String, Long> readersOf(TopicPartition partition, Set<String> others) {
		return committed(
				observed().stream().filter((group) -> others.contains(group.id()) || group.reads(partition)).toList(),
				partition);
	}

	/**
	 * Return the groups of the cluster, without those of this library.
	 * @return their ids
	 */
	public Set<String> ids() {
		return observed().stream().map(ObservedGroup::id).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the offset that a group has committed, or acknowledged if it is a share
	 * group.
	 * @param group the id of the group
	 * @param partition the partition
	 * @return its next offset, -1 if it has committed none
	 */
	public long committed(String group, TopicPartition partition) {
		return committed(this.requests.describe(group::equals), partition).getOrDefault(group, -1L);
	}

	/**
	 * Return the committed offsets of all groups, without those of this library, in some
	 * partitions. This takes two requests, however many groups there are. Share groups
	 * are left out.
	 * @param partitions the partitions
	 * @param timeout the maximum time for each answer
	 * @return the next offset of each group in each partition where it has committed one
	 * @throws IllegalStateException if the cluster does not answer in time, or refuses
	 */
	public Map<String, Map<TopicPartition, Long>> committedByGroup(Collection<TopicPartition> partitions,
			Duration timeout) {
		return this.requests.committed(partitions, this::isOthers, timeout);
	}

	private boolean isOthers(String group) {
		return !group.startsWith(this.ownPrefix);
	}

	private Map<String, Long> committed(Collection<ObservedGroup> groups, TopicPartition partition) {
		Map<String, Long> committed = new TreeMap<>();
		this.requests.committed(groups)
			.forEach((group, offsets) -> committed.put(group, offsets.getOrDefault(partition, -1L)));
		return committed;
	}

	/**
	 * Return the topics that a listener subscribes to. For a pattern, these are the
	 * existing ones.
	 */
	Set<String> topics(ListenerContainer listener) {
		Pattern pattern = listener.subscription().pattern();
		return (pattern != null) ? this.requests.topics(pattern) : Set.copyOf(listener.subscription().topics());
	}

	/**
	 * Return whether a group is stable and its members together have all partitions of
	 * some topics.
	 */
	boolean serves(String group, Collection<String> topics) {
		Set<TopicPartition> partitions = this.requests.partitions(topics);
		return !partitions.isEmpty() && this.requests.describe(group::equals)
			.stream()
			.anyMatch((each) -> each.isStable() && each.assigned().containsAll(partitions));
	}

	/**
	 * Return where a partition ends, if it exists.
	 * @param partition the partition
	 * @return the offset of its next record, -1 if the partition does not exist
	 */
	public long endIfThere(TopicPartition partition) {
		boolean isThere = this.requests.partitions(Set.of(partition.topic())).contains(partition);
		return isThere ? this.requests.ends(List.of(partition)).getOrDefault(partition, -1L) : -1;
	}

	/**
	 * Return the epoch of the leader that a partition has now.
	 * @param partition the partition
	 * @return the epoch, which grows with each election; nothing if that is not known
	 */
	public Optional<Integer> leaderEpoch(TopicPartition partition) {
		return this.requests.leaderEpoch(partition);
	}

	/**
	 * Return where a partition ends.
	 * @param partition the partition
	 * @return the offset of its next record
	 */
	public long end(TopicPartition partition) {
		Long end = this.requests.ends(List.of(partition)).get(partition);
		if (end == null) {
			throw new IllegalStateException("Partition " + partition + " is not there");
		}
		return end;
	}

}
