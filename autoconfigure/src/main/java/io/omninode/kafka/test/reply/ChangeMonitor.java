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

package io.omninode.kafka.test.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Tells of the changes of something those who wait for it: threads that look at it after
 * every change, and actions that run then. A change is told of after it is made.
 */
final class ChangeMonitor {

	private List<Runnable> listeners = List.of();

	private int version;

	/**
	 * Tell those who wait that there was a change.
	 */
	void changed() {
		synchronized (this) {
			this.version++;
			notifyAll();
		}
		timeChanged();
	}

	/**
	 * Notify listeners of a change that only extends the deadline. Waiting threads need
	 * not be woken up for it.
	 */
	void timeChanged() {
		for (Runnable listener : listeners()) {
			listener.run();
		}
	}

	private synchronized List<Runnable> listeners() {
		return this.listeners;
	}

	/**
	 * Have something run after every change, on the thread that makes the change.
	 */
	synchronized void whenChanged(Runnable listener) {
		List<Runnable> added = new ArrayList<>(this.listeners);
		added.add(listener);
		this.listeners = added;
	}

	/**
	 * Wait until something is settled, which is asked after every change, or no time is
	 * left.
	 */
	void await(BooleanSupplier settled, LongSupplier nanosLeft) throws InterruptedException {
		int seen = version();
		while (!settled.getAsBoolean() && awaitChange(seen, nanosLeft)) {
			seen = version();
		}
	}

	private synchronized int version() {
		return this.version;
	}

	private synchronized boolean awaitChange(int seen, LongSupplier nanosLeft) throws InterruptedException {
		long left = nanosLeft.getAsLong();
		while (this.version == seen && left > 0) {
			TimeUnit.NANOSECONDS.timedWait(this, left);
			left = nanosLeft.getAsLong();
		}
		return this.version != seen;
	}

}
