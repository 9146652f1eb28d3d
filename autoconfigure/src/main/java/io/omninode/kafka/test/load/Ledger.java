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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The states of all requests. One thread adds requests, any thread may finish them, and
 * each is finished once. A finished request takes one byte.
 */
final class Ledger {

	private volatile Page[] pages = new Page[0];

	private volatile int size;

	private int oldest;

	/**
	 * Add the next request.
	 */
	void add(Request request) {
		int index = request.number() / Page.SIZE;
		if (index >= this.pages.length) {
			Page[] more = Arrays.copyOf(this.pages, index + 1);
			more[index] = new Page();
			this.pages = more;
		}
		this.pages[index].put(request);
		this.size = request.number() + 1;
	}

	RequestState state(int number) {
		Page page = page(number);
		return (page != null) ? page.state(number) : RequestState.NONE;
	}

	/**
	 * Return a request, or {@code null} if it is finished.
	 */
	@Nullable Request open(int number) {
		Page page = page(number);
		return (page != null) ? page.get(number) : null;
	}

	/**
	 * Change the state of a request if it has the expected state.
	 */
	boolean change(int number, RequestState from, RequestState to) {
		Page page = page(number);
		return page != null && page.change(number, from, to);
	}

	/**
	 * Pass each request that is overdue to an action, the oldest first. For use by one
	 * thread.
	 */
	void overdue(long now, long timeoutNanos, Consumer<Request> action) {
		while (this.oldest < this.size && state(this.oldest) != RequestState.OPEN) {
			this.oldest++;
		}
		int end = this.size;
		for (int number = this.oldest; number < end; number++) {
			Request request = open(number);
			if (request != null && now - request.sentNanos() < timeoutNanos) {
				return;
			}
			if (request != null && request.isOverdue(now, timeoutNanos)) {
				action.accept(request);
			}
		}
	}

	private @Nullable Page page(int number) {
		Page[] current = this.pages;
		int index = number / Page.SIZE;
		return (number >= 0 && index < current.length) ? current[index] : null;
	}

	/**
	 * A fixed number of consecutive requests. The requests themselves are released when
	 * all of them are finished.
	 */
	private static final class Page {

		private static final int SIZE = 1024;

		private static final VarHandle STATES = MethodHandles.arrayElementVarHandle(byte[].class);

		private final byte[] states = new byte[SIZE];

		private final AtomicInteger finished = new AtomicInteger();

		private volatile @Nullable AtomicReferenceArray<Request> requests = new AtomicReferenceArray<>(SIZE);

		void put(Request request) {
			AtomicReferenceArray<Request> open = this.requests;
			if (open != null) {
				open.set(request.number() % SIZE, request);
				STATES.setVolatile(this.states, request.number() % SIZE, RequestState.OPEN.code());
			}
		}

		RequestState state(int number) {
			return RequestState.of((byte) STATES.getVolatile(this.states, number % SIZE));
		}

		@Nullable Request get(int number) {
			AtomicReferenceArray<Request> open = this.requests;
			return (open != null) ? open.get(number % SIZE) : null;
		}

		boolean change(int number, RequestState from, RequestState to) {
			if (!STATES.compareAndSet(this.states, number % SIZE, from.code(), to.code())) {
				return false;
			}
			if (from == RequestState.OPEN) {
				forget(number);
			}
			return true;
		}

		private void forget(int number) {
			AtomicReferenceArray<Request> open = this.requests;
			if (open != null) {
				open.set(number % SIZE, null);
			}
			if (this.finished.incrementAndGet() == SIZE) {
				this.requests = null;
			}
		}

	}

}
