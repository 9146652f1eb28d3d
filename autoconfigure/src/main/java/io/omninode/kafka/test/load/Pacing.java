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

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Determines when requests leave. The sending thread waits here, and is woken up by
 * threads that finish requests.
 */
abstract class Pacing {

	/**
	 * The step of requests that are not measured.
	 */
	static final int WARM_UP = -1;

	private static final long IDLE_NANOS = 100_000_000;

	private final LoadClock clock;

	private final AtomicInteger inFlight = new AtomicInteger();

	private volatile boolean stopped;

	private volatile @Nullable Thread waiting;

	private volatile long limited;

	Pacing(LoadClock clock) {
		this.clock = clock;
	}

	/**
	 * Return the pacing of a plan, which begins now.
	 */
	static Pacing of(LoadPlan plan, LoadClock clock) {
		PlanOptions options = plan.options();
		if (plan.shape() instanceof LoadShape.Open open) {
			return new OpenPacing(clock, open.stages(), options.warmUp(), options.maxInFlight());
		}
		LoadShape.Closed closed = (LoadShape.Closed) plan.shape();
		return new ClosedPacing(clock, Math.min(closed.users(), options.maxInFlight()), closed.requests(),
				options.warmUp());
	}

	/**
	 * Return whether there are more requests.
	 */
	abstract boolean hasNext();

	/**
	 * Wait until the next request is due, and return when it was due. After a stop,
	 * return at once.
	 */
	abstract long awaitDue();

	/**
	 * Return the step of the request that is due, counted from 0, or {@link #WARM_UP}.
	 */
	abstract int step();

	/**
	 * Return how much of the measurement is done, from 0 to 1.
	 */
	abstract double progress();

	/**
	 * Note that a request leaves.
	 */
	void leave() {
		this.inFlight.incrementAndGet();
	}

	/**
	 * Note that a request is finished, and return how many are in flight.
	 */
	int finish(long nanos) {
		int left = this.inFlight.decrementAndGet();
		wakeUp();
		return left;
	}

	void stop() {
		this.stopped = true;
		wakeUp();
	}

	boolean isStopped() {
		return this.stopped;
	}

	int inFlight() {
		return this.inFlight.get();
	}

	/**
	 * Return how many requests were due by schedule, but had to wait for one in flight.
	 */
	long limited() {
		return this.limited;
	}

	@SuppressWarnings("NonAtomicOperationOnVolatileField")
	void countLimited() {
		this.limited++;
	}

	LoadClock clock() {
		return this.clock;
	}

	void waitUntil(long nanos) {
		for (long left = nanos - this.clock.nanoTime(); left > 0
				&& !this.stopped; left = nanos - this.clock.nanoTime()) {
			this.clock.park(left);
		}
	}

	/**
	 * Wait until woken up, unless a request can leave.
	 */
	void waitForFinish() {
		this.waiting = Thread.currentThread();
		if (mustWait() && !this.stopped) {
			this.clock.park(IDLE_NANOS);
		}
		this.waiting = null;
	}

	/**
	 * Return whether nothing can leave before a request is finished.
	 */
	abstract boolean mustWait();

	private void wakeUp() {
		Thread thread = this.waiting;
		if (thread != null) {
			LockSupport.unpark(thread);
		}
	}

}
