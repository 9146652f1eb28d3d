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
import java.util.Set;
import java.util.function.Supplier;

import io.omninode.kafka.test.listener.ListenerContainers;
import org.apache.kafka.common.TopicPartition;

/**
 * A single check whether the application is quiet.
 * <p>
 * Due to its order, one check is enough. First it reads what the groups have committed
 * (C), then whether a producer has unacknowledged records (P), then where the partitions
 * end (E). Offsets only grow. So a partition whose E is not past its C had neither a new
 * nor an unconsumed record between the two readings. These periods all include the moment
 * at which C is complete, so at that moment all partitions were consumed. A listener
 * passes its records to a producer before the record that it processes is committed. So
 * if P finds nothing, all records published by the listeners of committed records are on
 * the broker before E is read, and would show up in E. Nothing is left that could cause
 * further work.
 * <p>
 * The subscriptions of the listeners are also read after P: a topic that one of them has
 * just created by sending a record exists by then, although its group may not know of it
 * yet.
 *
 * @param containers the listeners of the context
 * @param streams the instances of Kafka Streams in the context
 * @param groups knows what is committed
 * @param topics returns the topics of the tests
 * @param unsent knows what is not acknowledged
 */
record QuietCheck(ListenerContainers containers, StreamsApplications streams, ConsumerGroups groups,
		Supplier<Set<String>> topics, UnacknowledgedRecords unsent) {

	Readers readers() {
		return new Readers(this.containers.all(), this.streams.all());
	}

	PendingWork now() {
		Readers readers = readers();
		List<ObservedGroup> observed = this.groups.observed();
		RelevantGroups view = RelevantGroups.of(readers, observed, this.topics.get());
		Map<String, Map<TopicPartition, Long>> committed = this.groups.requests().committed(view.groups());
		List<String> producers = this.unsent.producers();
		Map<String, Set<TopicPartition>> waitedFor = view.waitedFor(committed,
				Subscriptions.of(readers.running(), this.groups));
		Map<String, Set<TopicPartition>> absent = view.absent(committed);
		Set<TopicPartition> partitions = new HashSet<>();
		waitedFor.values().forEach(partitions::addAll);
		absent.values().forEach(partitions::addAll);
		Map<TopicPartition, Long> ends = this.groups.requests().ends(partitions);
		return new PendingWork(lags(waitedFor, committed, ends), lags(absent, committed, ends),
				view.restless(committed), producers, view.isEmpty() && !this.unsent.isAnyOfApplication());
	}

	private static List<Lag> lags(Map<String, Set<TopicPartition>> partitions,
			Map<String, Map<TopicPartition, Long>> committed, Map<TopicPartition, Long> ends) {
		List<Lag> lags = new ArrayList<>();
		partitions
			.forEach((group,
					ofGroup) -> ofGroup.forEach((partition) -> lags.add(new Lag(group, partition,
							committed.getOrDefault(group, Map.of()).getOrDefault(partition, -1L),
							ends.getOrDefault(partition, 0L)))));
		lags.removeIf(Lag::isNone);
		return lags;
	}

}
