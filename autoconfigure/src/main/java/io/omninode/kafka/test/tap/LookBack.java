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
import java.util.List;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The last records that the tap saw, within a bound of count and size.
 */
final class LookBack {

	private final Deque<TappedRecord> records = new ArrayDeque<>();

	private final int maxRecords;

	private final long maxBytes;

	private long bytes;

	LookBack(int maxRecords, long maxBytes) {
		this.maxRecords = maxRecords;
		this.maxBytes = maxBytes;
	}

	synchronized void add(TappedRecord record) {
		this.records.addLast(record);
		this.bytes += size(record.record());
		while (this.records.size() > this.maxRecords || (this.bytes > this.maxBytes && this.records.size() > 1)) {
			this.bytes -= size(this.records.removeFirst().record());
		}
	}

	synchronized List<TappedRecord> find(Predicate<? super TappedRecord> filter) {
		List<TappedRecord> found = new ArrayList<>();
		for (TappedRecord record : this.records) {
			if (filter.test(record)) {
				found.add(record);
			}
		}
		return found;
	}

	private static long size(ConsumerRecord<byte[], byte[]> record) {
		return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
	}

}
