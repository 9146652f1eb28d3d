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

	/**
	 * The range that was added to last, which is not among the others: records come one
	 * after the other.
	 */
	private long consumedFrom;

	private long consumedTo;

	private final TreeMap<Long, Outcome> others = new TreeMap<>();

	/**
	 * What was noted last, which is not among the others: most records are consumed next.
	 */
	private @Nullable Outcome last;

	private long lastOffset = -1;

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
		Outcome known = take(offset);
		Outcome next = change
			.apply((known != null) ? known : new Outcome(State.NOT_CALLED, listener, Attempts.NONE, null, 0));
		if (next.state() == State.CONSUMED) {
			addConsumed(offset);
		}
		else if (next.state() != State.NOT_CALLED) {
			this.last = next;
			this.lastOffset = offset;
			this.bytes += next.bytes();
		}
		forgetOldest(maxBytes);
	}

	/**
	 * Take what is known of a record out, and put what was noted last to the others.
	 */
	private @Nullable Outcome take(long offset) {
		Outcome known = this.last;
		if (known != null && this.lastOffset != offset) {
			this.others.put(this.lastOffset, known);
			known = null;
		}
		this.last = null;
		Outcome taken = (known != null || this.others.isEmpty()) ? known : this.others.remove(offset);
		this.bytes -= (taken != null) ? taken.bytes() : 0;
		return taken;
	}

	private void addConsumed(long offset) {
		if (offset >= this.consumedFrom && offset < this.consumedTo) {
			return;
		}
		if (offset != this.consumedTo) {
			goToRange(offset);
		}
		this.consumedTo = Math.max(this.consumedTo, offset + 1);
		Long end = this.consumed.isEmpty() ? null : this.consumed.remove(this.consumedTo);
		this.consumedTo = (end != null) ? end : this.consumedTo;
	}

	/**
	 * Have the range to which an offset is added be the last one.
	 */
	private void goToRange(long offset) {
		if (this.consumedFrom < this.consumedTo) {
			this.consumed.put(this.consumedFrom, this.consumedTo);
		}
		Map.Entry<Long, Long> before = this.consumed.floorEntry(offset);
		boolean joins = before != null && before.getValue() >= offset;
		this.consumedFrom = joins ? before.getKey() : offset;
		this.consumedTo = joins ? before.getValue() : offset;
		this.consumed.remove(this.consumedFrom);
	}

	private void forgetOldest(int maxBytes) {
		int one = (this.last != null) ? 1 : 0;
		while (this.others.size() + one > MAX_ENTRIES || (this.bytes > maxBytes && this.others.size() + one > 1)) {
			Map.Entry<Long, Outcome> oldest = this.others.pollFirstEntry();
			this.bytes -= oldest.getValue().bytes();
			this.knownFrom = Math.max(this.knownFrom, oldest.getKey() + 1);
		}
		if (this.consumed.size() >= MAX_ENTRIES) {
			this.knownFrom = Math.max(this.knownFrom, this.consumed.pollFirstEntry().getValue());
		}
	}

	/**
	 * Return the outcomes of records that were not consumed, by offset.
	 */
	synchronized Map<Long, Outcome> troubles(long sinceNanos) {
		Map<Long, Outcome> troubles = new TreeMap<>(this.others);
		if (this.last != null) {
			troubles.put(this.lastOffset, this.last);
		}
		troubles.values().removeIf((outcome) -> outcome.nanoTime() - sinceNanos < 0);
		return troubles;
	}

	/**
	 * Return what became of a record, or {@code null} if it is forgotten.
	 */
	synchronized @Nullable Outcome of(long offset) {
		Outcome known = (this.last != null && this.lastOffset == offset) ? this.last : this.others.get(offset);
		if (known != null) {
			return known;
		}
		if (offset >= this.consumedFrom && offset < this.consumedTo) {
			return Outcome.of(State.CONSUMED, "");
		}
		Map.Entry<Long, Long> range = this.consumed.floorEntry(offset);
		if (range != null && range.getValue() > offset) {
			return Outcome.of(State.CONSUMED, "");
		}
		return (offset < this.knownFrom) ? null : Outcome.of(State.NOT_CALLED, "");
	}

}
