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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.omninode.kafka.test.client.TestStart;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The consumer of the tap and its positions. Only the thread of the tap uses it, unless a
 * method says otherwise.
 */
final class TapConsumer {

	private static final Duration API_TIMEOUT = Duration.ofSeconds(10);

	private final Supplier<Consumer<byte[], byte[]>> consumers;

	private final RecordIds ids;

	private final Map<TopicPartition, Long> liveFrom;

	private final Map<TopicPartition, Long> reached;

	private volatile Consumer<byte[], byte[]> consumer;

	private boolean fetching;

	/**
	 * Create an instance that continues where an earlier one stopped.
	 */
	TapConsumer(Supplier<Consumer<byte[], byte[]>> consumers, RecordIds ids, Map<TopicPartition, Long> positions,
			Map<TopicPartition, Long> liveFrom) {
		this.consumers = consumers;
		this.ids = ids;
		this.liveFrom = new ConcurrentHashMap<>(liveFrom);
		this.reached = new ConcurrentHashMap<>(positions);
		this.consumer = newConsumer(positions);
	}

	/**
	 * Wake up the thread of the tap if it is waiting. Other threads may call this.
	 */
	void wakeUp() {
		this.consumer.wakeup();
	}

	boolean hasPartitions() {
		return !this.consumer.assignment().isEmpty();
	}

	/**
	 * Begin to read topics, from the first record that belongs to a test.
	 */
	void add(Collection<String> topics, TestStart since) {
		renewConsumer();
		List<TopicPartition> partitions = topics.stream()
			.flatMap((topic) -> partitions(topic, API_TIMEOUT).stream())
			.toList();
		assignAlso(partitions);
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(partitions);
		Map<TopicPartition, Long> begin = since.offsets(this.consumer, partitions);
		begin.forEach(this.consumer::seek);
		partitions.forEach(this.consumer::position);
		this.liveFrom.putAll(ends);
		this.reached.putAll(begin);
	}

	/**
	 * Begin to read the new partitions of topics, as far as the consumer knows of them.
	 */
	void addNewPartitions(Collection<String> topics) {
		addNew(topics.stream().flatMap((topic) -> knownPartitions(topic).stream()).toList());
	}

	/**
	 * Begin to read partitions that are not read yet, from their beginning.
	 */
	void addNew(Collection<TopicPartition> partitions) {
		Set<TopicPartition> known = this.consumer.assignment();
		List<TopicPartition> added = partitions.stream().filter((partition) -> !known.contains(partition)).toList();
		if (!added.isEmpty()) {
			renewConsumer();
			assignAlso(added);
			this.consumer.seekToBeginning(added);
			added.forEach(this.consumer::position);
		}
	}

	/**
	 * Read topics from their beginning, because they were deleted and created again.
	 */
	void restart(Collection<String> topics) {
		List<TopicPartition> partitions = this.consumer.assignment()
			.stream()
			.filter((partition) -> topics.contains(partition.topic()))
			.toList();
		if (!partitions.isEmpty()) {
			partitions.forEach((partition) -> this.liveFrom.put(partition, 0L));
			this.consumer.seekToBeginning(partitions);
		}
	}

	/**
	 * Return the partitions that the consumer knows, without waiting for a deleted topic.
	 */
	private List<TopicPartition> knownPartitions(String topic) {
		try {
			return partitions(topic, Duration.ZERO);
		}
		catch (TimeoutException ex) {
			return List.of();
		}
	}

	private List<TopicPartition> partitions(String topic, Duration timeout) {
		return this.consumer.partitionsFor(topic, timeout)
			.stream()
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
	}

	private void assignAlso(Collection<TopicPartition> partitions) {
		Set<TopicPartition> all = new HashSet<>(this.consumer.assignment());
		all.addAll(partitions);
		this.consumer.assign(all);
	}

	/**
	 * Create a new consumer if a fetch is waiting at the broker, because the fetch would
	 * delay further requests on the same connections.
	 */
	private void renewConsumer() {
		if (this.fetching) {
			Consumer<byte[], byte[]> next = newConsumer(positions());
			closeConsumer();
			this.consumer = next;
			this.fetching = false;
		}
	}

	private Consumer<byte[], byte[]> newConsumer(Map<TopicPartition, Long> positions) {
		Consumer<byte[], byte[]> next = this.consumers.get();
		next.assign(positions.keySet());
		positions.forEach(next::seek);
		return next;
	}

	/**
	 * Wait for records, and return what came, each partition in order.
	 */
	List<TappedRecord> poll(Duration timeout) {
		this.fetching = true;
		ConsumerRecords<byte[], byte[]> polled = this.consumer.poll(timeout);
		long arrivedNanos = System.nanoTime();
		polled.nextOffsets().forEach((partition, next) -> this.reached.put(partition, next.offset()));
		List<TappedRecord> tapped = new ArrayList<>(polled.count());
		for (TopicPartition partition : polled.partitions()) {
			long liveFrom = this.liveFrom.getOrDefault(partition, 0L);
			for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
				tapped.add(new TappedRecord(record, arrivedNanos, record.offset() >= liveFrom, this.ids.read(record)));
			}
		}
		return tapped;
	}

	boolean hasReached(Map<TopicPartition, Long> ends) {
		Set<TopicPartition> assigned = this.consumer.assignment();
		return ends.entrySet()
			.stream()
			.filter((end) -> assigned.contains(end.getKey()))
			.allMatch((end) -> this.consumer.position(end.getKey()) >= end.getValue());
	}

	/**
	 * Return the positions of all partitions. If a partition has no position, for example
	 * because its broker is gone, the offset after its last record is used.
	 */
	private Map<TopicPartition, Long> positions() {
		Map<TopicPartition, Long> positions = new HashMap<>();
		for (TopicPartition partition : this.consumer.assignment()) {
			try {
				positions.put(partition, this.consumer.position(partition, Duration.ZERO));
			}
			catch (TimeoutException | WakeupException ex) {
				positions.put(partition, this.reached.getOrDefault(partition, 0L));
			}
		}
		return positions;
	}

	/**
	 * Return where to continue. Other threads may call this.
	 */
	Map<TopicPartition, Long> reached() {
		return Map.copyOf(this.reached);
	}

	/**
	 * Return where the records begin that were published while this consumer was reading.
	 * Other threads may call this.
	 */
	Map<TopicPartition, Long> liveFrom() {
		return Map.copyOf(this.liveFrom);
	}

	/**
	 * Stop reading, and note where to continue.
	 */
	void close() {
		try {
			this.reached.putAll(positions());
		}
		finally {
			closeConsumer();
		}
	}

	private void closeConsumer() {
		this.consumer.close(CloseOptions.timeout(Duration.ZERO));
	}

}
