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

package io.omninode.kafka.test.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.omninode.kafka.test.application.ConsumerGroups;
import io.omninode.kafka.test.application.ObservedGroup;
import io.omninode.kafka.test.client.MissingRight;
import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.listener.Origins;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the topic of a request, in this context and elsewhere.
 *
 * @param containers the listener containers of the context
 * @param groups the groups of the cluster
 * @param committed what groups have committed in the partition, whether they have members
 * or not
 * @param last where the partition of the request ends, {@code null} if that is not known
 * @param unseen the right without which there may be groups that are not seen,
 * {@code null} if all are
 */
record Readers(List<ListenerContainer> containers, List<ObservedGroup> groups, Map<String, Long> committed,
		@Nullable End last, @Nullable MissingRight unseen) {

	static Readers none() {
		return new Readers(List.of(), List.of(), Map.of(), null, null);
	}

	static Readers of(Origins.@Nullable Place request, Sources sources, Duration timeout) {
		ConsumerGroups groups = sources.application().groups();
		End end = (request != null)
				? new End(groups.endIfThere(request.partition()), groups.leaderEpoch(request.partition())) : null;
		Map<String, Map<TopicPartition, Long>> committed = (request != null)
				? groups.committedByGroup(List.of(request.partition()), timeout) : Map.of();
		Map<String, Long> ofPartition = new TreeMap<>();
		committed.forEach((group, offsets) -> offsets.values().forEach((next) -> ofPartition.put(group, next)));
		return new Readers(sources.application().outcomes().containers(), groups.observed(), ofPartition, end,
				groups.unseen());
	}

	/**
	 * Return where the partition of the request ends, -1 if it is not there, {@code null}
	 * if that is not known.
	 */
	@Nullable Long end() {
		return (this.last != null) ? (Long) this.last.offset() : null;
	}

	/**
	 * Return whether the leader of the partition was elected anew since a record was
	 * published to it.
	 */
	boolean isElectedSince(ConsumerRecord<?, ?> record) {
		Optional<Integer> then = record.leaderEpoch();
		return this.last != null && then.isPresent()
				&& this.last.leaderEpoch().filter((now) -> now > then.get()).isPresent();
	}

	/**
	 * Return the containers of the context that read a topic.
	 */
	List<ListenerContainer> of(String topic) {
		return this.containers.stream().filter((container) -> container.reads(topic)).toList();
	}

	@Nullable ObservedGroup group(@Nullable String id) {
		return this.groups.stream().filter((group) -> group.id().equals(id)).findFirst().orElse(null);
	}

	/**
	 * Return another container of the context that is in the same group and has a
	 * partition.
	 */
	@Nullable ListenerContainer holder(ListenerContainer container, TopicPartition partition) {
		return of(partition.topic()).stream()
			.filter((other) -> other.container() != container.container() && other.isOfGroupOf(container))
			.filter((other) -> {
				Set<TopicPartition> assigned = other.assigned();
				return assigned != null && assigned.contains(partition);
			})
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the topics that something reads.
	 */
	Set<String> topics() {
		Set<String> topics = new TreeSet<>();
		this.containers.forEach((container) -> topics.addAll(container.subscription().topics()));
		this.groups.forEach((group) -> group.assigned().forEach((partition) -> topics.add(partition.topic())));
		return topics;
	}

	/**
	 * The end of a partition.
	 *
	 * @param offset the offset of its next record, -1 if the partition is not there
	 * @param leaderEpoch the epoch of its leader
	 */
	record End(long offset, Optional<Integer> leaderEpoch) {

	}

}
