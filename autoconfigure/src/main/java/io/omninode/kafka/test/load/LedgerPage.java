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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * A number of requests that follow each other. The requests themselves are forgotten when
 * all of them are finished.
 */
final class LedgerPage {

	static final int SIZE = 1024;

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
