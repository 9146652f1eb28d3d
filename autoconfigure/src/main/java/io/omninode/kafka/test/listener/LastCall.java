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

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The record that a listener was called with and has not consumed, on the thread of each
 * consumer, and its failure.
 */
final class LastCall {

	private final Map<Thread, Slot> slots = new ConcurrentHashMap<>();

	private final ThreadLocal<Slot> own = ThreadLocal.withInitial(this::addSlot);

	private Slot addSlot() {
		this.slots.keySet().removeIf((thread) -> !thread.isAlive());
		return this.slots.computeIfAbsent(Thread.currentThread(), (thread) -> new Slot());
	}

	void begin(String group, Origins.Place place) {
		this.own.get().call = new Call(group, place, null);
	}

	/**
	 * Note a failure: of a batch the first record that failed counts.
	 */
	void fail(String group, Origins.Place place, Throwable failure) {
		Slot slot = this.own.get();
		Call call = slot.call;
		if (call == null || call.failure() == null) {
			slot.call = new Call(group, place, failure);
		}
	}

	/**
	 * Note an {@code Error}, of which no interceptor is told.
	 */
	void die(Throwable failure) {
		Slot slot = this.own.get();
		Call call = slot.call;
		if (call != null) {
			slot.call = new Call(call.group(), call.place(), failure);
		}
	}

	void end() {
		this.own.get().call = null;
	}

	/**
	 * Return the last call of this thread, and forget it.
	 */
	@Nullable Call take() {
		Call call = this.own.get().call;
		this.own.remove();
		this.slots.remove(Thread.currentThread());
		return call;
	}

	/**
	 * Return where the thread is that works on a record, or on a batch that may have it.
	 */
	List<StackTraceElement> stack(String group, Origins.Place place) {
		return this.slots.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().isWorkOn(group, place))
			.findFirst()
			.map((entry) -> List.of(entry.getKey().getStackTrace()))
			.orElse(List.of());
	}

	/**
	 * The call of a thread, which others look at.
	 */
	private static final class Slot {

		private volatile @Nullable Call call;

		boolean isWorkOn(String group, Origins.Place place) {
			Call current = this.call;
			return current != null && current.isWorkOn(group, place);
		}

	}

	/**
	 * A call.
	 *
	 * @param group the id of the group
	 * @param place where the record is, or the first of a batch
	 * @param failure what the listener threw, {@code null} if nothing is known
	 */
	record Call(String group, Origins.Place place, @Nullable Throwable failure) {

		boolean isWorkOn(String group, Origins.Place other) {
			return this.failure == null && this.group.equals(group) && this.place.partition().equals(other.partition())
					&& this.place.offset() <= other.offset();
		}

	}

}
