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
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The last records that the tap saw, within its bounds.
 */
final class LookBack {

	/**
	 * About what the objects of one record take.
	 */
	private static final int OVERHEAD = 256;

	private final Deque<TappedRecord> records = new ArrayDeque<>();

	private final TapBounds bounds;

	private final LongSupplier clock;

	private long bytes;

	/**
	 * Create an instance.
	 * @param clock returns the time, as {@link System#nanoTime()}
	 */
	LookBack(TapBounds bounds, LongSupplier clock) {
		this.bounds = bounds;
		this.clock = clock;
	}

	synchronized void add(TappedRecord record) {
		this.records.addLast(record);
		this.bytes += size(record.record());
		while (this.records.size() > 1 && isTooMuch()) {
			this.bytes -= size(this.records.removeFirst().record());
		}
	}

	private boolean isTooMuch() {
		return this.records.size() > this.bounds.maxRecords() || this.bytes > this.bounds.maxBytes()
				|| isTooOld(this.records.getFirst());
	}

	private boolean isTooOld(TappedRecord record) {
		return this.clock.getAsLong() - record.arrivedNanos() > this.bounds.maxAge().toNanos();
	}

	/**
	 * Return the records that pass a filter, which holds nobody up however long it takes.
	 */
	List<TappedRecord> find(Predicate<? super TappedRecord> filter) {
		return snapshot().stream().filter((record) -> !isTooOld(record)).filter(filter).toList();
	}

	private synchronized List<TappedRecord> snapshot() {
		return List.copyOf(this.records);
	}

	private static long size(ConsumerRecord<byte[], byte[]> record) {
		long size = OVERHEAD + Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
		for (Header header : record.headers()) {
			size += header.key().length() + ((header.value() != null) ? header.value().length : 0);
		}
		return size;
	}

}
