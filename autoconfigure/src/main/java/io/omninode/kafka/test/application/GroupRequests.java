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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.omninode.kafka.test.client.MissingRight;
import io.omninode.kafka.test.waiting.Answer;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The requests about groups. Each request covers all groups or partitions in question. A
 * group that was removed in the meantime is left out.
 *
 * @param admin asks the cluster; called when it is needed
 * @param user the user that the cluster knows the admin client by
 */
record GroupRequests(Supplier<Admin> admin, String user) {

	/**
	 * The protocol types of groups that consume, filtered by the client because an older
	 * broker cannot do so.
	 */
	private static final Set<String> CONSUMING = Set.of("", "consumer", "streams");

	private static final Set<String> PROTOCOLS = Set.of("", "consumer", "share", "streams");

	/**
	 * The timeout is short, because the client otherwise looks for a deleted topic for a
	 * minute.
	 */
	private static final int ENDS_TIMEOUT = 5_000;

	/**
	 * Return whether this user may describe the cluster: otherwise groups that it may not
	 * describe are left out of any answer, without a word.
	 */
	boolean mayDescribeTheCluster() {
		Set<AclOperation> allowed = get(this.admin.get()
			.describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true))
			.authorizedOperations());
		return allowed == null || allowed.contains(AclOperation.DESCRIBE);
	}

	MissingRight toDescribeTheCluster() {
		return MissingRight.toDescribeTheCluster(this.user);
	}

	/**
	 * Describe the consumer, share and streams groups of the cluster. Groups of the
	 * classic protocol are requested as such. Otherwise the client finds that out with a
	 * failing request, and waits 100 ms before the next one.
	 */
	List<ObservedGroup> describe(Predicate<String> wanted) {
		Map<GroupType, List<String>> groups = get(this.admin.get().listGroups().all()).stream()
			.filter((group) -> wanted.test(group.groupId()) && PROTOCOLS.contains(group.protocol()))
			.collect(Collectors.groupingBy((group) -> group.type().orElse(GroupType.CLASSIC),
					Collectors.mapping(GroupListing::groupId, Collectors.toList())));
		List<ObservedGroup> described = new ArrayList<>();
		describe(groups.get(GroupType.CLASSIC), (ids) -> this.admin.get().describeClassicGroups(ids).describedGroups(),
				ObservedGroup::of, described);
		describe(groups.get(GroupType.CONSUMER),
				(ids) -> this.admin.get().describeConsumerGroups(ids).describedGroups(), ObservedGroup::of, described);
		describe(groups.get(GroupType.SHARE), (ids) -> this.admin.get().describeShareGroups(ids).describedGroups(),
				ObservedGroup::of, described);
		List<ObservedGroup> streams = new ArrayList<>();
		describe(groups.get(GroupType.STREAMS), (ids) -> this.admin.get().describeStreamsGroups(ids).describedGroups(),
				ObservedGroup::of, streams);
		described.addAll(existing(streams));
		return described;
	}

	/**
	 * Leave out partitions that do not exist. A task has a number, but not every topic of
	 * the task has a partition with that number.
	 */
	private List<ObservedGroup> existing(List<ObservedGroup> groups) {
		Set<TopicPartition> partitions = partitions(groups.stream()
			.flatMap((group) -> group.assigned().stream())
			.map(TopicPartition::topic)
			.collect(Collectors.toSet()));
		return groups.stream().map((group) -> group.limitedTo(partitions)).toList();
	}

	private <T> void describe(@Nullable List<String> groups,
			Function<List<String>, Map<String, KafkaFuture<T>>> request, Function<T, ObservedGroup> mapper,
			List<ObservedGroup> described) {
		if (groups != null) {
			described.addAll(present(request.apply(groups).values(), mapper));
		}
	}

	/**
	 * Return the committed offsets of groups in all of their partitions.
	 */
	Map<String, Map<TopicPartition, Long>> committed(Collection<ObservedGroup> groups) {
		Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
		committed.putAll(committedByConsumers(
				groups.stream().filter((group) -> !group.isShare()).map(ObservedGroup::id).toList()));
		List<ObservedGroup> share = groups.stream().filter(ObservedGroup::isShare).toList();
		if (!share.isEmpty()) {
			committed.putAll(committedByShares(share));
		}
		return committed;
	}

	/**
	 * Return the committed offsets of consumer groups and streams groups by their ids,
	 * without groups that do not exist.
	 */
	Map<String, Map<TopicPartition, Long>> committedByConsumers(List<String> groups) {
		if (groups.isEmpty()) {
			return Map.of();
		}
		Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
		get(this.admin.get().listConsumerGroupOffsets(specs(groups, new ListConsumerGroupOffsetsSpec())).all())
			.forEach((group, offsets) -> committed.put(group, known(offsets, (partition, offset) -> offset.offset())));
		return committed;
	}

	/**
	 * Return the committed offsets of all consumer groups and streams groups in some
	 * partitions, without groups that were removed in the meantime. This takes two
	 * requests, however many groups there are.
	 * @param wanted selects the groups
	 * @param timeout the maximum time for each answer
	 */
	Map<String, Map<TopicPartition, Long>> committed(Collection<TopicPartition> partitions, Predicate<String> wanted,
			Duration timeout) {
		ListGroupsOptions options = new ListGroupsOptions().withProtocolTypes(CONSUMING);
		List<String> groups = Answer.to(within(timeout, this.admin.get().listGroups(options).all()), this::failed)
			.stream()
			.map(GroupListing::groupId)
			.filter(wanted)
			.toList();
		Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
		if (!groups.isEmpty()) {
			ListConsumerGroupOffsetsResult result = this.admin.get()
				.listConsumerGroupOffsets(
						specs(groups, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)));
			for (String group : groups) {
				Map<TopicPartition, OffsetAndMetadata> offsets = Answer.orNone(
						within(timeout, result.partitionsToOffsetAndMetadata(group)),
						GroupIdNotFoundException.class::isInstance, this::failed);
				committed.put(group,
						(offsets != null) ? known(offsets, (partition, offset) -> offset.offset()) : Map.of());
			}
		}
		return committed;
	}

	private static Map<String, ListConsumerGroupOffsetsSpec> specs(List<String> groups,
			ListConsumerGroupOffsetsSpec spec) {
		return groups.stream().collect(Collectors.toMap(Function.identity(), (group) -> spec));
	}

	private static <T> Answer.Question<T> within(Duration timeout, KafkaFuture<T> answer) {
		return () -> {
			try {
				return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				throw new IllegalStateException("The consumer groups did not answer within " + Durations.text(timeout),
						ex);
			}
		};
	}

	/**
	 * Leave out the partitions where nothing is committed.
	 */
	private static <T> Map<TopicPartition, Long> known(Map<TopicPartition, T> offsets,
			BiFunction<TopicPartition, T, Long> next) {
		Map<TopicPartition, Long> known = new HashMap<>();
		offsets.forEach((partition, offset) -> {
			if (offset != null) {
				known.put(partition, next.apply(partition, offset));
			}
		});
		return known;
	}

	/**
	 * Return the offsets of share groups. A share group has no committed offset. It has a
	 * start offset, which may be behind the acknowledged records, and a lag, which takes
	 * them into account. If there is no lag, all records were acknowledged that existed
	 * when the ends were requested, which is done first.
	 */
	private Map<String, Map<TopicPartition, Long>> committedByShares(List<ObservedGroup> groups) {
		Map<TopicPartition, Long> ends = ends(
				groups.stream().flatMap((group) -> group.assigned().stream()).collect(Collectors.toSet()));
		Map<String, ListShareGroupOffsetsSpec> specs = groups.stream()
			.collect(Collectors.toMap(ObservedGroup::id, (group) -> new ListShareGroupOffsetsSpec()));
		Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
		get(this.admin.get().listShareGroupOffsets(specs).all()).forEach((group, offsets) -> committed.put(group,
				known(offsets, (partition, offset) -> next(offset, ends.getOrDefault(partition, -1L)))));
		return committed;
	}

	/**
	 * Return whether a share group exists. When this returns, it is determined where the
	 * group begins in the partitions that it has fetched from: their leaders ask the
	 * share coordinator after the first fetch, the broker that answers this request asks
	 * it, too, and the coordinator processes the requests in order.
	 */
	boolean hasBegun(String shareGroup) {
		ListShareGroupOffsetsResult result = this.admin.get()
			.listShareGroupOffsets(Map.of(shareGroup, new ListShareGroupOffsetsSpec()));
		return !present(List.of(result.partitionsToOffsetInfo(shareGroup)), Function.identity()).isEmpty();
	}

	private static long next(SharePartitionOffsetInfo offset, long end) {
		return offset.lag()
			.filter((lag) -> lag == 0)
			.map((none) -> Math.max(offset.startOffset(), end))
			.orElse(offset.startOffset());
	}

	/**
	 * Return where partitions end, without those whose end is not known.
	 */
	Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
		Map<TopicPartition, Long> ends = new HashMap<>();
		if (partitions.isEmpty()) {
			return ends;
		}
		ListOffsetsResult result = this.admin.get()
			.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), (p) -> OffsetSpec.latest())),
					new ListOffsetsOptions().timeoutMs(ENDS_TIMEOUT));
		for (TopicPartition partition : partitions) {
			present(List.of(result.partitionResult(partition)), ListOffsetsResult.ListOffsetsResultInfo::offset)
				.forEach((end) -> ends.put(partition, end));
		}
		return ends;
	}

	/**
	 * Return the epoch of the leader that a partition has now, which grows with each
	 * election; nothing if that is not known.
	 */
	Optional<Integer> leaderEpoch(TopicPartition partition) {
		ListOffsetsResult result = this.admin.get()
			.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions().timeoutMs(ENDS_TIMEOUT));
		return present(List.of(result.partitionResult(partition)), ListOffsetsResult.ListOffsetsResultInfo::leaderEpoch)
			.stream()
			.flatMap(Optional::stream)
			.findFirst();
	}

	/**
	 * Return the partitions of those of the given topics that exist.
	 */
	Set<TopicPartition> partitions(Collection<String> topics) {
		return topics.isEmpty() ? Set.of()
				: present(this.admin.get().describeTopics(topics).topicNameValues().values(), Function.identity())
					.stream()
					.flatMap((topic) -> topic.partitions()
						.stream()
						.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
					.collect(Collectors.toSet());
	}

	Set<String> topics(Pattern pattern) {
		return get(this.admin.get().listTopics().names()).stream()
			.filter(pattern.asMatchPredicate())
			.collect(Collectors.toSet());
	}

	private <T, R> List<R> present(Collection<KafkaFuture<T>> futures, Function<T, R> mapper) {
		List<R> present = new ArrayList<>();
		for (KafkaFuture<T> future : futures) {
			T answer = Answer.orNone(future::get, GroupRequests::isGone, this::failed);
			if (answer != null) {
				present.add(mapper.apply(answer));
			}
		}
		return present;
	}

	private static boolean isGone(Throwable cause) {
		return cause instanceof GroupIdNotFoundException || cause instanceof UnknownTopicOrPartitionException;
	}

	private <T> T get(KafkaFuture<T> future) {
		return Answer.to(future::get, this::failed);
	}

	private IllegalStateException failed(Throwable reason) {
		MissingRight right = MissingRight.of(reason, AclOperation.DESCRIBE, this.user);
		if (right != null) {
			return new IllegalStateException("The consumer groups cannot be asked: " + right, reason);
		}
		return new IllegalStateException("The consumer groups cannot be asked: " + reason, reason);
	}

}
