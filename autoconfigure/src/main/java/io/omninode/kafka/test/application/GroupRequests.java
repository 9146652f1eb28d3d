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

import io.omninode.kafka.test.waiting.Answer;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.clients.admin.Admin;
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
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The requests about groups, each of them one for all groups or partitions that are asked
 * for. A group that has gone in the meantime is left out.
 *
 * @param admin asks the cluster; called when it is needed
 */
record GroupRequests(Supplier<Admin> admin) {

	/**
	 * Compared by the client: an older broker does not know how to.
	 */
	private static final Set<String> CONSUMING = Set.of("", "consumer", "streams");

	private static final Set<String> PROTOCOLS = Set.of("", "consumer", "share", "streams");

	/**
	 * Short: the client looks for a deleted topic during a minute otherwise.
	 */
	private static final int ENDS_TIMEOUT = 5_000;

	/**
	 * Describe the consumer, share and streams groups of the cluster. Groups of the
	 * classic protocol are asked for as such: a client that does not say so finds that
	 * out with a failing request, and pauses before the next, for 100 ms.
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
	 * Tasks have numbers; not every topic of a task need have a partition of that number.
	 */
	private List<ObservedGroup> existing(List<ObservedGroup> groups) {
		Set<TopicPartition> partitions = partitions(groups.stream()
			.flatMap((group) -> group.assigned().stream())
			.map(TopicPartition::topic)
			.collect(Collectors.toSet()));
		return groups.stream().map((group) -> group.limitedTo(partitions)).toList();
	}

	private static <T> void describe(@Nullable List<String> groups,
			Function<List<String>, Map<String, KafkaFuture<T>>> request, Function<T, ObservedGroup> mapper,
			List<ObservedGroup> described) {
		if (groups != null) {
			described.addAll(present(request.apply(groups).values(), mapper));
		}
	}

	/**
	 * Return what groups have committed for all of their partitions.
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
	 * Return what consumer groups and streams groups have committed, by their ids; none
	 * for a group that is not there.
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
	 * Return what all consumer groups and streams groups have committed in some
	 * partitions, in two questions however many groups there are: none for a group that
	 * is gone meanwhile.
	 * @param wanted says which groups
	 * @param timeout the maximum time for each answer
	 */
	Map<String, Map<TopicPartition, Long>> committed(Collection<TopicPartition> partitions, Predicate<String> wanted,
			Duration timeout) {
		ListGroupsOptions options = new ListGroupsOptions().withProtocolTypes(CONSUMING);
		List<String> groups = Answer
			.to(within(timeout, this.admin.get().listGroups(options).all()), GroupRequests::failed)
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
						GroupIdNotFoundException.class::isInstance, GroupRequests::failed);
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
	 * A share group has no committed offset. It has a start offset, which may stay behind
	 * the records that are acknowledged, and a lag, which counts these too. Where nothing
	 * lags, all records were acknowledged that were there when the ends were asked for,
	 * which is before.
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
	 * Return whether a share group is there, once it is known where it begins in the
	 * partitions that it has fetched from. Their leaders ask the share coordinator after
	 * the first fetch; so does the broker that answers us, and the coordinator takes up
	 * one question after the other.
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
	 * Return where partitions end; one whose end is not known is left out.
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
	 * Return the partitions of those of some topics that are there.
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

	private static <T, R> List<R> present(Collection<KafkaFuture<T>> futures, Function<T, R> mapper) {
		List<R> present = new ArrayList<>();
		for (KafkaFuture<T> future : futures) {
			T answer = Answer.orNone(future::get, GroupRequests::isGone, GroupRequests::failed);
			if (answer != null) {
				present.add(mapper.apply(answer));
			}
		}
		return present;
	}

	private static boolean isGone(Throwable cause) {
		return cause instanceof GroupIdNotFoundException || cause instanceof UnknownTopicOrPartitionException;
	}

	private static <T> T get(KafkaFuture<T> future) {
		return Answer.to(future::get, GroupRequests::failed);
	}

	private static IllegalStateException failed(Throwable reason) {
		return new IllegalStateException("The consumer groups cannot be asked: " + reason, reason);
	}

}
