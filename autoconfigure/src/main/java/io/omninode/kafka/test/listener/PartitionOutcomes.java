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

package io.omninode.kafka.test.listener;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.omninode.kafka.test.listener.Outcome.State;
import org.jspecify.annotations.Nullable;

/**
 * What the listeners of a group made of the records of one partition. Records that were
 * consumed take next to no room as long as they follow each other.
 */
final class PartitionOutcomes {

	static final int MAX_ENTRIES = 1_000;

	/**
	 * The offsets after the last record that was consumed, by the first of each range.
	 */
	private final TreeMap<Long, Long> consumed = new TreeMap<>();

	private final TreeMap<Long, Outcome> others = new TreeMap<>();

	private long knownFrom;

	private int bytes;

	/**
	 * Note what became of a record.
	 * @param offset the offset of the record
	 * @param listener the id of the listener
	 * @param change changes what is known of it
	 */
	synchronized void note(long offset, String listener, UnaryOperator<Outcome> change) {
		note(offset, listener, change, Integer.MAX_VALUE);
	}

	/**
	 * Note what became of a record, and forget the oldest while they take more room than
	 * they may.
	 * @param maxBytes about how much they may take
	 */
	synchronized void note(long offset, String listener, UnaryOperator<Outcome> change, int maxBytes) {
		Outcome known = this.others.remove(offset);
		this.bytes -= (known != null) ? known.bytes() : 0;
		Outcome next = change.apply((known != null) ? known : Outcome.of(State.NOT_CALLED, listener));
		if (next.state() == State.CONSUMED) {
			addConsumed(offset);
		}
		else if (next.state() != State.NOT_CALLED) {
			this.others.put(offset, next);
			this.bytes += next.bytes();
		}
		forgetOldest(maxBytes);
	}

	private void addConsumed(long offset) {
		Map.Entry<Long, Long> before = this.consumed.floorEntry(offset);
		boolean joins = before != null && before.getValue() >= offset;
		if (before != null && before.getValue() > offset) {
			return;
		}
		Long end = this.consumed.remove(offset + 1);
		this.consumed.put(joins ? before.getKey() : Long.valueOf(offset),
				(end != null) ? end : Long.valueOf(offset + 1));
	}

	private void forgetOldest(int maxBytes) {
		while (this.others.size() > MAX_ENTRIES || (this.bytes > maxBytes && this.others.size() > 1)) {
			Map.Entry<Long, Outcome> oldest = this.others.pollFirstEntry();
			this.bytes -= oldest.getValue().bytes();
			this.knownFrom = Math.max(this.knownFrom, oldest.getKey() + 1);
		}
		if (this.consumed.size() > MAX_ENTRIES) {
			this.knownFrom = Math.max(this.knownFrom, this.consumed.pollFirstEntry().getValue());
		}
	}

	/**
	 * Return the outcomes of records that were not consumed, by offset.
	 */
	synchronized Map<Long, Outcome> troubles(long sinceNanos) {
		Map<Long, Outcome> troubles = new TreeMap<>(this.others);
		troubles.values().removeIf((outcome) -> outcome.nanoTime() - sinceNanos < 0);
		return troubles;
	}

	/**
	 * Return what became of a record, or {@code null} if it is forgotten.
	 */
	synchronized @Nullable Outcome of(long offset) {
		Outcome known = this.others.get(offset);
		if (known != null) {
			return known;
		}
		Map.Entry<Long, Long> range = this.consumed.floorEntry(offset);
		if (range != null && range.getValue() > offset) {
			return Outcome.of(State.CONSUMED, "");
		}
		return (offset < this.knownFrom) ? null : Outcome.of(State.NOT_CALLED, "");
	}

}
