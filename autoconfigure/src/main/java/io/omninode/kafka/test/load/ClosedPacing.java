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

package io.omninode.kafka.test.load;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/**
 * {@link Pacing} with users who each send the next request when their last one is
 * finished.
 */
final class ClosedPacing extends Pacing {

	private final Queue<Long> free = new ConcurrentLinkedQueue<>();

	private final int requests;

	private final long start;

	private final long measuredFrom;

	private int usersToStart;

	private boolean measuring;

	private volatile int measured;

	ClosedPacing(LoadClock clock, int users, int requests, Duration warmUp) {
		super(clock);
		this.usersToStart = users;
		this.requests = requests;
		this.start = clock.nanoTime();
		this.measuredFrom = this.start + warmUp.toNanos();
	}

	@Override
	boolean hasNext() {
		return this.measured < this.requests && !isStopped();
	}

	@Override
	long awaitDue() {
		long due = awaitUser();
		this.measuring = this.measuring || due - this.measuredFrom >= 0;
		return due;
	}

	private long awaitUser() {
		if (this.usersToStart > 0) {
			this.usersToStart--;
			return this.start;
		}
		Long due = this.free.poll();
		while (due == null && !isStopped()) {
			waitForFinish();
			due = this.free.poll();
		}
		return orNow(due);
	}

	private long orNow(@Nullable Long due) {
		return (due != null) ? due : clock().nanoTime();
	}

	@Override
	int step() {
		return this.measuring ? 0 : WARM_UP;
	}

	@Override
	@SuppressWarnings("NonAtomicOperationOnVolatileField")
	void leave() {
		super.leave();
		if (this.measuring) {
			this.measured++;
		}
	}

	@Override
	int finish(long nanos) {
		this.free.add(nanos);
		return super.finish(nanos);
	}

	@Override
	double progress() {
		return (double) this.measured / this.requests;
	}

	@Override
	boolean mustWait() {
		return this.free.isEmpty();
	}

}
