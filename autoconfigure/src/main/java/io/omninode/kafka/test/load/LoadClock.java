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

import java.util.concurrent.locks.LockSupport;

/**
 * The clock that determines when requests leave.
 */
interface LoadClock {

	/**
	 * Return the time on the clock of {@link System#nanoTime()}.
	 */
	long nanoTime();

	/**
	 * Wait for a time, or until the thread is woken up or interrupted.
	 */
	void park(long nanos);

	/**
	 * The clock of the system. It spins only for the last few microseconds, because the
	 * service and the broker need the processors as well.
	 */
	record OfSystem() implements LoadClock {

		private static final long SPIN_NANOS = 20_000;

		@Override
		public long nanoTime() {
			return System.nanoTime();
		}

		@Override
		public void park(long nanos) {
			if (nanos > SPIN_NANOS) {
				LockSupport.parkNanos(nanos - SPIN_NANOS);
			}
			else {
				Thread.onSpinWait();
			}
		}

	}

}
