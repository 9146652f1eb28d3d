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

	private final Map<Thread, Call> calls = new ConcurrentHashMap<>();

	void begin(String group, Origins.Place place) {
		this.calls.put(Thread.currentThread(), new Call(group, place, null));
	}

	/**
	 * Note a failure: of a batch the first record that failed counts.
	 */
	void fail(String group, Origins.Place place, Throwable failure) {
		this.calls.compute(Thread.currentThread(),
				(thread, call) -> (call == null || call.failure() == null) ? new Call(group, place, failure) : call);
	}

	/**
	 * Note an {@code Error}, of which no interceptor is told.
	 */
	void die(Throwable failure) {
		this.calls.computeIfPresent(Thread.currentThread(),
				(thread, call) -> new Call(call.group(), call.place(), failure));
	}

	void end() {
		this.calls.remove(Thread.currentThread());
	}

	/**
	 * Return the last call of this thread, and forget it.
	 */
	@Nullable Call take() {
		return this.calls.remove(Thread.currentThread());
	}

	/**
	 * Return where the thread is that works on a record, or on a batch that may have it.
	 */
	List<StackTraceElement> stack(String group, Origins.Place place) {
		return this.calls.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().isWorkOn(group, place))
			.findFirst()
			.map((entry) -> List.of(entry.getKey().getStackTrace()))
			.orElse(List.of());
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
