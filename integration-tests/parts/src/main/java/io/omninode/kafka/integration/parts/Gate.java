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

package io.omninode.kafka.integration.parts;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * What every value passes on its way, when a test lets it.
 */
public final class Gate {

	private static final int OPEN = Integer.MAX_VALUE / 2;

	private final Semaphore permits = new Semaphore(OPEN);

	private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

	private final Queue<String> passed = new ConcurrentLinkedQueue<>();

	/**
	 * Let some more values pass, and none after them.
	 * @param values the number of values
	 */
	public void closeAfter(int values) {
		this.permits.drainPermits();
		this.permits.release(values);
	}

	/**
	 * Let all values pass.
	 */
	public void open() {
		this.permits.release(OPEN - this.permits.availablePermits());
	}

	public String pass(String value) {
		this.arrived.add(value);
		this.permits.acquireUninterruptibly();
		this.passed.add(value);
		return value;
	}

	/**
	 * Return the values that have arrived, whether they have passed or not.
	 * @return the values
	 */
	public BlockingQueue<String> arrived() {
		return this.arrived;
	}

	/**
	 * Return the values that have passed.
	 * @return the values
	 */
	public Queue<String> passed() {
		return this.passed;
	}

}
