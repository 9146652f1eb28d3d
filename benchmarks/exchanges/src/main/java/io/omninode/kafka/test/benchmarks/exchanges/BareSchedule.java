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

package io.omninode.kafka.test.benchmarks.exchanges;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.Histogram;

/**
 * A thread that waits for the times of a schedule, as a load does, and sends nothing.
 * What it is late by is the doing of the machine and of whatever else runs on it. It
 * waits for the clock alone, there is no event: and in the way of a load, for another way
 * would be late by something else.
 */
final class BareSchedule extends Thread {

	private static final long SPIN_NANOS = 20_000;

	private final Histogram delays = new Histogram(3);

	private final long stepNanos;

	private final long times;

	private BareSchedule(int ratePerSecond, Duration length) {
		super("bare-schedule");
		this.stepNanos = 1_000_000_000L / ratePerSecond;
		this.times = length.toNanos() / this.stepNanos;
	}

	static BareSchedule start(int ratePerSecond, Duration length) {
		BareSchedule schedule = new BareSchedule(ratePerSecond, length);
		schedule.start();
		return schedule;
	}

	@Override
	public void run() {
		long begin = System.nanoTime();
		for (long time = 0; time < this.times; time++) {
			long due = begin + time * this.stepNanos;
			waitUntil(due);
			this.delays.recordValue(System.nanoTime() - due);
		}
	}

	private static void waitUntil(long due) {
		for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
			if (left > SPIN_NANOS) {
				LockSupport.parkNanos(left - SPIN_NANOS);
			}
			else {
				Thread.onSpinWait();
			}
		}
	}

	/**
	 * Wait for its end, and return by how many milliseconds 99 of 100 times were late at
	 * most.
	 */
	double p99() throws InterruptedException {
		join();
		return this.delays.getValueAtPercentile(99) / 1e6;
	}

}
