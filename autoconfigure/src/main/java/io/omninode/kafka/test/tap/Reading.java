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

package io.omninode.kafka.test.tap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * The consumer of the tap with what it reads: used by the thread of the tap alone.
 */
final class Reading {

	private final Consumer<byte[], byte[]> consumer;

	private final Map<TopicPartition, Long> liveFrom;

	/**
	 * Go on where an earlier reading stopped.
	 */
	Reading(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> positions,
			Map<TopicPartition, Long> liveFrom) {
		this.consumer = consumer;
		this.liveFrom = new HashMap<>(liveFrom);
		consumer.assign(positions.keySet());
		positions.forEach(consumer::seek);
	}

	Consumer<byte[], byte[]> consumer() {
		return this.consumer;
	}

	boolean hasPartitions() {
		return !this.consumer.assignment().isEmpty();
	}

	/**
	 * Begin to read a topic, from the first record that is not older than an instant.
	 */
	void add(String topic, Instant since) {
		List<TopicPartition> partitions = partitions(topic);
		assignAlso(partitions);
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(partitions);
		starts(ends, since).forEach(this.consumer::seek);
		partitions.forEach(this.consumer::position);
		this.liveFrom.putAll(ends);
	}

	private Map<TopicPartition, Long> starts(Map<TopicPartition, Long> ends, Instant since) {
		Map<TopicPartition, Long> wanted = new HashMap<>();
		ends.keySet().forEach((partition) -> wanted.put(partition, since.toEpochMilli()));
		Map<TopicPartition, OffsetAndTimestamp> found = this.consumer.offsetsForTimes(wanted);
		Map<TopicPartition, Long> starts = new HashMap<>(ends);
		found.forEach((partition, offset) -> {
			if (offset != null) {
				starts.merge(partition, offset.offset(), Math::min);
			}
		});
		return starts;
	}

	/**
	 * Begin to read the partitions that topics got while nothing was read, from their
	 * beginning.
	 */
	void addNewPartitions(Collection<String> topics) {
		Set<TopicPartition> known = this.consumer.assignment();
		List<TopicPartition> added = topics.stream()
			.flatMap((topic) -> partitions(topic).stream())
			.filter((partition) -> !known.contains(partition))
			.toList();
		assignAlso(added);
		this.consumer.seekToBeginning(added);
		added.forEach(this.consumer::position);
	}

	private List<TopicPartition> partitions(String topic) {
		return this.consumer.partitionsFor(topic)
			.stream()
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
	}

	private void assignAlso(Collection<TopicPartition> partitions) {
		Set<TopicPartition> all = new HashSet<>(this.consumer.assignment());
		all.addAll(partitions);
		this.consumer.assign(all);
	}

	TappedRecord tapped(ConsumerRecord<byte[], byte[]> record, long arrivedNanos) {
		TopicPartition partition = new TopicPartition(record.topic(), record.partition());
		return new TappedRecord(record, arrivedNanos, record.offset() >= this.liveFrom.getOrDefault(partition, 0L));
	}

	Map<TopicPartition, Long> ends() {
		return this.consumer.endOffsets(this.consumer.assignment());
	}

	boolean hasReached(Map<TopicPartition, Long> ends) {
		Set<TopicPartition> assigned = this.consumer.assignment();
		return ends.entrySet()
			.stream()
			.filter((end) -> assigned.contains(end.getKey()))
			.allMatch((end) -> this.consumer.position(end.getKey()) >= end.getValue());
	}

	Map<TopicPartition, Long> positions() {
		Map<TopicPartition, Long> positions = new HashMap<>();
		this.consumer.assignment().forEach((each) -> positions.put(each, this.consumer.position(each)));
		return positions;
	}

	Map<TopicPartition, Long> liveFrom() {
		return this.liveFrom;
	}

}
