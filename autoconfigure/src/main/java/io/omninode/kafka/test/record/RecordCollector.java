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

package io.omninode.kafka.test.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Records one after the other, first those that the tap still knows, then those that
 * come, each once. For one thread.
 */
final class RecordCollector implements AutoCloseable {

	private final BlockingQueue<TappedRecord> arrived = new LinkedBlockingQueue<>();

	private final Deque<TappedRecord> known;

	private final Map<TopicPartition, Long> given = new HashMap<>();

	private final Runnable end;

	/**
	 * Begin to collect.
	 * @param tap the tap
	 * @param filter says which records; cheap, for it runs on the thread of the tap
	 */
	RecordCollector(Tap tap, Predicate<TappedRecord> filter) {
		this.end = tap.subscribe((tapped) -> {
			if (filter.test(tapped)) {
				this.arrived.add(tapped);
			}
		});
		this.known = new ArrayDeque<>(tap.seen(filter));
	}

	/**
	 * Return the next record, or {@code null} if none comes until the deadline.
	 */
	@Nullable TappedRecord next(long deadlineNanos) {
		try {
			TappedRecord next;
			do {
				next = !this.known.isEmpty() ? this.known.poll()
						: this.arrived.poll(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
			while (next != null && !isNew(next));
			return next;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for records", ex);
		}
	}

	/**
	 * Return what has come and was not given yet.
	 */
	List<TappedRecord> rest() {
		List<TappedRecord> rest = new ArrayList<>(this.known);
		this.known.clear();
		this.arrived.drainTo(rest);
		rest.removeIf((tapped) -> !isNew(tapped));
		return rest;
	}

	/**
	 * Records of a partition come in the order of their offsets.
	 */
	private boolean isNew(TappedRecord tapped) {
		TopicPartition place = new TopicPartition(tapped.record().topic(), tapped.record().partition());
		long offset = tapped.record().offset();
		Long last = this.given.get(place);
		if (last != null && offset <= last) {
			return false;
		}
		this.given.put(place, offset);
		return true;
	}

	@Override
	public void close() {
		this.end.run();
	}

}
