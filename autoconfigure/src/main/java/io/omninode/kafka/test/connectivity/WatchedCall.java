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

package io.omninode.kafka.test.connectivity;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A call of the thread that creates this object. When its time is over, the thread is
 * interrupted; the interrupt status is cleared when the call has ended because of that.
 */
final class WatchedCall implements Runnable {

	private static final Duration AGAIN = Duration.ofSeconds(1);

	private final Thread thread = Thread.currentThread();

	private final long beginNanos = System.nanoTime();

	private final ClusterWatch watch;

	private final ScheduledExecutorService timer;

	private final Patience patience;

	private boolean done;

	private boolean ended;

	private @Nullable Reachability trouble;

	private @Nullable Future<?> next;

	WatchedCall(ClusterWatch watch, ScheduledExecutorService timer, Patience patience) {
		this.watch = watch;
		this.timer = timer;
		this.patience = patience;
	}

	synchronized void begin() {
		look(this.patience.ifGone());
	}

	private void look(Duration delay) {
		this.next = this.timer.schedule(this, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Check whether a broker still answers, and end the call if none does. Repeat this,
	 * because the called code may ignore the interrupt.
	 */
	@Override
	public void run() {
		Reachability found = this.watch.trouble();
		synchronized (this) {
			if (this.done) {
				return;
			}
			Duration left = left();
			if (found != null || left.isZero()) {
				this.trouble = found;
				this.ended = true;
				this.thread.interrupt();
			}
			look((left.compareTo(AGAIN) < 0 && !left.isZero()) ? left : AGAIN);
		}
	}

	private Duration left() {
		if (this.patience.atMost().isZero()) {
			return AGAIN;
		}
		Duration left = this.patience.atMost().minusNanos(System.nanoTime() - this.beginNanos);
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * Note that the call is over, and return whether it was ended.
	 */
	synchronized boolean finish() {
		this.done = true;
		if (this.next != null) {
			this.next.cancel(false);
		}
		if (this.ended) {
			Thread.interrupted();
		}
		return this.ended;
	}

	/**
	 * Return why the call was ended, or {@code null} if a broker was there.
	 */
	synchronized @Nullable Reachability trouble() {
		return this.trouble;
	}

}
