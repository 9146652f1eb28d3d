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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The point at which a test method began: the ends of topics, and the time for topics
 * whose ends are not known. Records published later belong to the test.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class TestStart {

	private final Instant instant;

	private final long nanos;

	private final Map<TopicPartition, Long> ends;

	private final Set<String> topics;

	private final boolean complete;

	/**
	 * Create an instance.
	 * @param instant when the test method began
	 * @param ends the ends of topics at that time
	 * @param complete whether the ends include all topics that existed at that time
	 */
	public TestStart(Instant instant, Map<TopicPartition, Long> ends, boolean complete) {
		this.instant = instant;
		this.nanos = System.nanoTime() - Duration.between(instant, Instant.now()).toNanos();
		this.ends = Map.copyOf(ends);
		this.topics = ends.keySet().stream().map(TopicPartition::topic).collect(Collectors.toUnmodifiableSet());
		this.complete = complete;
	}

	/**
	 * Create an instance that knows only the time.
	 * @param instant when the test method began
	 * @return the beginning
	 */
	public static TestStart at(Instant instant) {
		return new TestStart(instant, Map.of(), false);
	}

	/**
	 * Return when the test method began.
	 * @return the instant
	 */
	public Instant instant() {
		return this.instant;
	}

	/**
	 * Return whether something that happened on the clock of {@link System#nanoTime()}
	 * was before the test method began.
	 * @param nanos when it happened
	 * @return whether it was
	 */
	public boolean isAfter(long nanos) {
		return nanos - this.nanos < 0;
	}

	private @Nullable Long end(TopicPartition partition) {
		Long end = this.ends.get(partition);
		return (end == null && (this.complete || this.topics.contains(partition.topic()))) ? Long.valueOf(0) : end;
	}

	/**
	 * Return whether records may have been published to a partition since then.
	 * @param end where the partition ends now
	 */
	boolean isBefore(TopicPartition partition, long end) {
		Long begin = end(partition);
		return end > ((begin != null) ? begin : 0);
	}

	/**
	 * Return the offsets of the first records that belong to the test.
	 * @param consumer looks up offsets by time where the end is not known
	 * @param partitions the partitions
	 * @return the offset in each partition; its end, if there is no such record yet
	 */
	public Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		Map<TopicPartition, Long> offsets = new HashMap<>();
		List<TopicPartition> timed = new ArrayList<>();
		for (TopicPartition partition : partitions) {
			Long end = end(partition);
			if (end != null) {
				offsets.put(partition, end);
			}
			else {
				timed.add(partition);
			}
		}
		if (!timed.isEmpty()) {
			offsets.putAll(offsetsByTime(consumer, timed));
		}
		return offsets;
	}

	/**
	 * Get the ends first, so that a record published in the meantime is not skipped.
	 */
	private Map<TopicPartition, Long> offsetsByTime(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
		Map<TopicPartition, Long> times = new HashMap<>();
		partitions.forEach((partition) -> times.put(partition, this.instant.toEpochMilli()));
		consumer.offsetsForTimes(times).forEach((partition, found) -> {
			if (found != null) {
				offsets.merge(partition, found.offset(), Math::min);
			}
		});
		return offsets;
	}

	/**
	 * Return whether a record was published since then.
	 * @param record the record
	 * @return whether its offset is at or after the end that its partition had then; if
	 * that end is not known, or if the topic was deleted and created again, its timestamp
	 * decides
	 */
	public boolean isBefore(ConsumerRecord<?, ?> record) {
		Long end = end(new TopicPartition(record.topic(), record.partition()));
		if (end == null) {
			return record.timestamp() >= this.instant.toEpochMilli();
		}
		return record.offset() >= end || isPublishedSince(record.timestamp());
	}

	/**
	 * Return whether a timestamp is after the beginning. A timestamp in the future does
	 * not count.
	 */
	private boolean isPublishedSince(long timestamp) {
		return timestamp > this.instant.toEpochMilli() && timestamp <= System.currentTimeMillis();
	}

}
