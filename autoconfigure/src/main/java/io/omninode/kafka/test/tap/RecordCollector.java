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

import io.omninode.kafka.test.waiting.Interruption;
import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Returns records one after the other, each once: first those that the tap still knows,
 * then new ones. New records are queued, and processed on the thread that waits for them.
 * For use by one thread.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class RecordCollector implements AutoCloseable {

	/**
	 * The maximum number of records in the queue.
	 */
	public static final int MAX_WAITING = 100_000;

	private final BlockingQueue<TappedRecord> arrived = new LinkedBlockingQueue<>(MAX_WAITING);

	private final Deque<TappedRecord> known = new ArrayDeque<>();

	private final Map<TopicPartition, TappedRecord> given = new HashMap<>();

	private final Runnable end;

	private volatile boolean overrun;

	private RecordCollector(Tap tap, Predicate<TappedRecord> filter) {
		this.end = tap.subscribe((tapped) -> {
			if (filter.test(tapped) && !this.arrived.offer(tapped)) {
				this.overrun = true;
			}
		});
	}

	/**
	 * Begin to collect.
	 * @param tap the tap
	 * @param filter selects the records; it must be cheap and never user code, because it
	 * runs on the thread of the tap
	 * @return the collector
	 */
	public static RecordCollector of(Tap tap, Predicate<TappedRecord> filter) {
		RecordCollector collector = new RecordCollector(tap, filter);
		collector.known.addAll(tap.seen(filter));
		return collector;
	}

	/**
	 * Begin to collect the records with a correlation id.
	 * @param tap the tap
	 * @param correlationId the id
	 * @param filter selects some of these records, as in {@link #of(Tap, Predicate)}
	 * @return the collector
	 */
	public static RecordCollector of(Tap tap, String correlationId, Predicate<TappedRecord> filter) {
		RecordCollector collector = new RecordCollector(tap,
				(tapped) -> correlationId.equals(tapped.correlationId()) && filter.test(tapped));
		tap.seen(correlationId).stream().filter(filter).forEach(collector.known::add);
		return collector;
	}

	/**
	 * Return the next record.
	 * @param deadlineNanos how long to wait, on the clock of {@link System#nanoTime()}
	 * @return the record, or {@code null} if none arrives before the deadline
	 */
	public @Nullable TappedRecord next(long deadlineNanos) {
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
			throw Interruption.during("waiting for records", ex);
		}
	}

	/**
	 * Return the records that have arrived but were not returned yet.
	 * @return the records
	 */
	public List<TappedRecord> rest() {
		List<TappedRecord> rest = new ArrayList<>(this.known);
		this.known.clear();
		this.arrived.drainTo(rest);
		rest.removeIf((tapped) -> !isNew(tapped));
		return rest;
	}

	/**
	 * Return whether records were dropped because {@link #MAX_WAITING} others were in the
	 * queue.
	 * @return whether records are missing
	 */
	public boolean isOverrun() {
		return this.overrun;
	}

	/**
	 * Return whether a record is new. Records of a partition arrive in the order of their
	 * offsets, unless the topic is deleted and created again.
	 */
	private boolean isNew(TappedRecord tapped) {
		TopicPartition place = new TopicPartition(tapped.record().topic(), tapped.record().partition());
		TappedRecord last = this.given.get(place);
		if (last != null && !isAfter(tapped, last)) {
			return false;
		}
		this.given.put(place, tapped);
		return true;
	}

	private static boolean isAfter(TappedRecord tapped, TappedRecord last) {
		long later = tapped.arrivedNanos() - last.arrivedNanos();
		return later > 0 || (later == 0 && tapped.record().offset() > last.record().offset());
	}

	@Override
	public void close() {
		this.end.run();
	}

}
