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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The last records that the tap has seen, within its bounds.
 */
final class RecordBuffer {

	/**
	 * The approximate size of the objects of one record.
	 */
	private static final int OVERHEAD = 512;

	private final Deque<Kept> records = new ArrayDeque<>();

	private final Map<String, List<TappedRecord>> recordsById = new HashMap<>();

	private final TapBounds bounds;

	private final LongSupplier clock;

	private long bytes;

	/**
	 * The number of newest records that are not in the index yet.
	 */
	private int withoutIndex;

	/**
	 * Create an instance.
	 * @param clock returns the time, as {@link System#nanoTime()}
	 */
	RecordBuffer(TapBounds bounds, LongSupplier clock) {
		this.bounds = bounds;
		this.clock = clock;
	}

	/**
	 * Add records that arrived together.
	 */
	synchronized void add(List<TappedRecord> arrived) {
		long now = this.clock.getAsLong();
		for (TappedRecord record : arrived) {
			add(record);
			while (this.records.size() > 1 && isTooMuch(now)) {
				removeOldest();
			}
		}
	}

	private void add(TappedRecord record) {
		Kept kept = new Kept(record, size(record.record()));
		this.records.addLast(kept);
		this.bytes += kept.bytes();
		this.withoutIndex++;
	}

	/**
	 * Join lists. A list with a single element is unmodifiable, because most ids have one
	 * record.
	 */
	private static List<TappedRecord> join(List<TappedRecord> known, List<TappedRecord> added) {
		List<TappedRecord> joined = (known.size() == 1) ? new ArrayList<>(known) : known;
		joined.addAll(added);
		return joined;
	}

	private void removeOldest() {
		Kept oldest = this.records.removeFirst();
		this.bytes -= oldest.bytes();
		if (this.withoutIndex > this.records.size()) {
			this.withoutIndex--;
		}
		else if (oldest.record().correlationId() != null) {
			this.recordsById.computeIfPresent(oldest.record().correlationId(), (id, ofId) -> withoutFirst(ofId));
		}
	}

	private static @Nullable List<TappedRecord> withoutFirst(List<TappedRecord> ofId) {
		if (ofId.size() == 1) {
			return null;
		}
		ofId.remove(0);
		return ofId;
	}

	private boolean isTooMuch(long now) {
		return this.records.size() > this.bounds.maxRecords() || this.bytes > this.bounds.maxBytes()
				|| isTooOld(this.records.getFirst().record(), now);
	}

	private boolean isTooOld(TappedRecord record, long now) {
		return now - record.arrivedNanos() > this.bounds.maxAge().toNanos();
	}

	/**
	 * Return the records that match a filter. A slow filter does not block other threads.
	 */
	List<TappedRecord> find(Predicate<? super TappedRecord> filter) {
		long now = this.clock.getAsLong();
		return snapshot().stream().map(Kept::record).filter((record) -> !isTooOld(record, now)).filter(filter).toList();
	}

	private synchronized List<Kept> snapshot() {
		return List.copyOf(this.records);
	}

	/**
	 * Return the records with a correlation id.
	 */
	synchronized List<TappedRecord> find(String correlationId) {
		indexNewest();
		List<TappedRecord> ofId = this.recordsById.get(correlationId);
		if (ofId == null) {
			return List.of();
		}
		long now = this.clock.getAsLong();
		return ofId.stream().filter((record) -> !isTooOld(record, now)).toList();
	}

	/**
	 * Index the records that arrived since the last search for an id. This is done
	 * lazily, because many records come and go without a search.
	 */
	private void indexNewest() {
		Iterator<Kept> newestFirst = this.records.descendingIterator();
		Deque<TappedRecord> added = new ArrayDeque<>(this.withoutIndex);
		for (; this.withoutIndex > 0; this.withoutIndex--) {
			added.addFirst(newestFirst.next().record());
		}
		for (TappedRecord record : added) {
			if (record.correlationId() != null) {
				this.recordsById.merge(record.correlationId(), List.of(record), RecordBuffer::join);
			}
		}
	}

	private static long size(ConsumerRecord<byte[], byte[]> record) {
		long size = OVERHEAD + Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
		for (Header header : record.headers()) {
			size += header.key().length() + ((header.value() != null) ? header.value().length : 0);
		}
		return size;
	}

	/**
	 * A record and its size.
	 *
	 * @param record the record
	 * @param bytes its size, including that of its objects
	 */
	private record Kept(TappedRecord record, long bytes) {

	}

}
