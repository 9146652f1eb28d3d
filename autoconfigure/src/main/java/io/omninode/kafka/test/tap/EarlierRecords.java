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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.waiting.Deadline;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the last records that topics had before a test began, as evidence for a failure.
 *
 * @param consumer reads; closed with this
 * @param since where the test began
 */
record EarlierRecords(Consumer<byte[], byte[]> consumer, TestStart since) implements AutoCloseable {

	static final int MAX_OF_A_PARTITION = 100;

	private static final Duration POLL = Duration.ofMillis(50);

	/**
	 * Read the last records of each partition, the oldest first.
	 * @param timeout the maximum time to read; the records read by then are returned
	 */
	List<ConsumerRecord<byte[], byte[]>> read(Collection<String> topics, Duration timeout) {
		Map<TopicPartition, Long> ends = seek(partitions(topics));
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		Deadline.in(timeout).isMet(Duration.ZERO, () -> {
			if (!ends.isEmpty()) {
				this.consumer.poll(POLL).forEach((record) -> addIfEarlier(records, record, ends));
			}
			return ends.entrySet().stream().allMatch((end) -> this.consumer.position(end.getKey()) >= end.getValue());
		});
		records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
		return records;
	}

	private static void addIfEarlier(List<ConsumerRecord<byte[], byte[]>> records,
			ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Long> ends) {
		if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
			records.add(record);
		}
	}

	private List<TopicPartition> partitions(Collection<String> topics) {
		return topics.stream()
			.flatMap((topic) -> this.consumer.partitionsFor(topic).stream())
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
	}

	/**
	 * Seek to the most recent records before the test.
	 * @return the offsets at which the test began, for partitions that have such records
	 */
	private Map<TopicPartition, Long> seek(List<TopicPartition> partitions) {
		this.consumer.assign(partitions);
		Map<TopicPartition, Long> ends = new HashMap<>(this.since.offsets(this.consumer, partitions));
		Map<TopicPartition, Long> starts = this.consumer.beginningOffsets(partitions);
		ends.entrySet().removeIf((end) -> end.getValue() <= starts.getOrDefault(end.getKey(), 0L));
		this.consumer.assign(ends.keySet());
		ends.forEach((partition, end) -> this.consumer.seek(partition,
				Math.max(starts.getOrDefault(partition, 0L), end - MAX_OF_A_PARTITION)));
		return ends;
	}

	@Override
	public void close() {
		this.consumer.close(CloseOptions.timeout(Duration.ZERO));
	}

}
