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

package io.omninode.kafka.test.waiting;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The point in time until which to wait for a condition. It is immutable, and can limit
 * several waits in a row.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Deadline {

	private static final Duration LONGEST = Duration.ofDays(36_500);

	private final long nanoTime;

	private Deadline(long nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Return the deadline that is a timeout away.
	 * @param timeout the time from now on; a century at most
	 * @return the deadline
	 */
	public static Deadline in(Duration timeout) {
		Duration time = (timeout.compareTo(LONGEST) < 0) ? timeout : LONGEST;
		return new Deadline(System.nanoTime() + time.toNanos());
	}

	/**
	 * Return how much time is left.
	 * @return the time until the deadline, zero after it
	 */
	public Duration left() {
		return Duration.ofNanos(nanosLeft());
	}

	private long nanosLeft() {
		return Math.max(this.nanoTime - System.nanoTime(), 0);
	}

	/**
	 * Check a condition on the calling thread until it is true or the deadline has
	 * passed: immediately, after every interval, and a last time at the deadline. An
	 * exception of the condition ends the wait.
	 * @param interval the time between two checks
	 * @param condition the condition
	 * @return whether the condition was true in time
	 * @throws IllegalStateException if the thread is interrupted; it stays interrupted
	 */
	public boolean isMet(Duration interval, BooleanSupplier condition) {
		boolean last = false;
		while (!condition.getAsBoolean()) {
			if (last) {
				return false;
			}
			pause(interval);
			last = nanosLeft() == 0;
		}
		return true;
	}

	private void pause(Duration interval) {
		long nanos = Math.min(TimeUnit.NANOSECONDS.convert(interval), nanosLeft());
		Object nobodyNotifies = new Object();
		try {
			synchronized (nobodyNotifies) {
				TimeUnit.NANOSECONDS.timedWait(nobodyNotifies, nanos);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
	}

}
