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

import org.jspecify.annotations.Nullable;

/**
 * The record that a listener was called with and has not consumed, on the thread of each
 * consumer, and its failure.
 */
final class LastCall {

	private final ThreadLocal<Call> last = new ThreadLocal<>();

	void begin(Origins.Place place) {
		this.last.set(new Call(place, null));
	}

	/**
	 * Note a failure: of a batch the first record that failed counts.
	 */
	void fail(Origins.Place place, Throwable failure) {
		Call call = this.last.get();
		if (call == null || call.failure() == null) {
			this.last.set(new Call(place, failure));
		}
	}

	/**
	 * Note an {@code Error}, of which no interceptor is told.
	 */
	void die(Throwable failure) {
		Call call = this.last.get();
		if (call != null) {
			this.last.set(new Call(call.place(), failure));
		}
	}

	void end() {
		this.last.remove();
	}

	/**
	 * Return the last call of this thread, and forget it.
	 */
	@Nullable Call take() {
		Call call = this.last.get();
		this.last.remove();
		return call;
	}

	/**
	 * A call.
	 *
	 * @param place where the record is
	 * @param failure what the listener threw, {@code null} if nothing is known
	 */
	record Call(Origins.Place place, @Nullable Throwable failure) {

	}

}
