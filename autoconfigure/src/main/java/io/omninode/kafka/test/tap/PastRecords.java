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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads the records of topics since a test or a point in time, once and with a consumer
 * of its own. It begins at the first record that is not older, which the broker looks up
 * by time if the offset is not known, and ends where the partitions end at the call.
 *
 * @param consumer reads; closed with this
 * @param since where the reading begins
 * @param timeout the maximum time to read
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record PastRecords(Consumer<byte[], byte[]> consumer, TestStart since,
		Duration timeout) implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(100);

	private static final int MAX_NAMES = 10;

	/**
	 * Read the topics.
	 * @param topics selects the topics
	 * @param sink gets the records
	 * @throws TapException if the topics cannot be read to their end in time
	 * @throws TopicAuthorizationException when all others were read, if topics may not be
	 * read
	 */
	public void read(Predicate<String> topics, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> sink) {
		read(topics, Long.MAX_VALUE, sink);
	}

	/**
	 * Read the last records of the topics.
	 * @param max how many of each partition
	 * @throws TapException when all of that was read, if there are more; or if it cannot
	 * be read in time
	 */
	void read(Predicate<String> topics, long max, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> sink) {
		long start = System.nanoTime();
		Set<String> refused = new HashSet<>();
		Set<TopicPartition> longer = new HashSet<>();
		Map<TopicPartition, Long> left = seek(partitions(topics), max, longer);
		while (!left.isEmpty()) {
			if (System.nanoTime() - start > this.timeout.toNanos()) {
				throw new TapException(
						"The topics could not be read from " + this.since.instant() + " to their end within "
								+ Durations.text(this.timeout) + ": " + some(left.keySet()) + " are left",
						null);
			}
			poll(left, refused).forEach((record) -> {
				if (this.since.isBefore(record)) {
					sink.accept(record);
				}
			});
			if (left.entrySet().removeIf((end) -> this.consumer.position(end.getKey()) >= end.getValue())) {
				this.consumer.assign(Set.copyOf(left.keySet()));
			}
		}
		if (!refused.isEmpty()) {
			throw new TopicAuthorizationException(refused);
		}
		if (!longer.isEmpty()) {
			throw new TapException("Only the last " + max + " records of " + some(longer) + " were looked at", null);
		}
	}

	private static String some(Set<TopicPartition> partitions) {
		List<String> names = partitions.stream().map(TopicPartition::toString).sorted().limit(MAX_NAMES).toList();
		int more = partitions.size() - names.size();
		return names + ((more > 0) ? " and " + more + " more" : "");
	}

	/**
	 * A topic that may not be read does not keep the others from being read.
	 */
	private ConsumerRecords<byte[], byte[]> poll(Map<TopicPartition, Long> left, Set<String> refused) {
		try {
			return this.consumer.poll(POLL);
		}
		catch (TopicAuthorizationException ex) {
			if (!left.keySet().removeIf((partition) -> ex.unauthorizedTopics().contains(partition.topic()))) {
				throw ex;
			}
			refused.addAll(ex.unauthorizedTopics());
			this.consumer.assign(Set.copyOf(left.keySet()));
			return ConsumerRecords.empty();
		}
	}

	private List<TopicPartition> partitions(Predicate<String> topics) {
		return this.consumer.listTopics()
			.values()
			.stream()
			.flatMap(Collection::stream)
			.filter((info) -> topics.test(info.topic()))
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
	}

	/**
	 * Seek to where the reading begins, and return where it ends, for the partitions that
	 * have records to read. All of them are assigned first, because a consumer logs a
	 * warning when it is asked for the end of a partition that is not assigned to it.
	 */
	private Map<TopicPartition, Long> seek(List<TopicPartition> partitions, long max, Set<TopicPartition> longer) {
		this.consumer.assign(partitions);
		Map<TopicPartition, Long> starts = this.since.offsets(this.consumer, partitions);
		Map<TopicPartition, Long> ends = new HashMap<>(this.consumer.endOffsets(partitions));
		ends.entrySet().removeIf((end) -> starts.getOrDefault(end.getKey(), end.getValue()) >= end.getValue());
		this.consumer.assign(Set.copyOf(ends.keySet()));
		ends.forEach((partition, end) -> {
			long first = starts.getOrDefault(partition, 0L);
			this.consumer.seek(partition, Math.max(first, end - max));
			if (first < end - max) {
				longer.add(partition);
			}
		});
		return ends;
	}

	@Override
	public void close() {
		this.consumer.close(CloseOptions.timeout(Duration.ZERO));
	}

}
