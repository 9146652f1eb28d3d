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

package io.omninode.kafka.test.listener;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.adapter.AdapterUtils;
import org.springframework.kafka.listener.adapter.InvocationResult;
import org.springframework.util.ReflectionUtils;

/**
 * What a listener method has begun and not ended when it returns: a future, or a
 * {@code Mono}, as of a suspending function. It is kept for the thread of the consumer,
 * from the return of the method until the container has taken note of it.
 */
final class BackgroundWork {

	private final LastCall lastCall = new LastCall();

	private final ThreadLocal<Call> calls = ThreadLocal.withInitial(Call::new);

	LastCall lastCall() {
		return this.lastCall;
	}

	/**
	 * Note that the listener method is called on this thread.
	 */
	void invoke() {
		this.calls.get().invoked = true;
	}

	/**
	 * Return whether the listener method was called on this thread since the last time,
	 * and forget it.
	 */
	boolean takeInvoked() {
		Call call = this.calls.get();
		boolean invoked = call.invoked;
		call.invoked = false;
		return invoked;
	}

	/**
	 * Note what a listener method has returned.
	 * @return what the container is to get instead: the same, but for a {@code Mono} that
	 * also tells of its end
	 */
	@Nullable Object begin(@Nullable Object returned) {
		if (returned instanceof InvocationResult routed) {
			Object result = begin(routed.result());
			return (result != routed.result())
					? new InvocationResult(result, routed.sendTo(), routed.messageReturnType()) : routed;
		}
		if (returned instanceof CompletableFuture<?> future) {
			if (future.isCompletedExceptionally()) {
				future.whenComplete((result, failure) -> OwnCalls.removeFrom(failure));
			}
			this.calls.get().begun = future;
			return future;
		}
		return (returned != null && AdapterUtils.isMono(returned.getClass())) ? beginMono(returned) : returned;
	}

	/**
	 * Reactor need not be there at compile time.
	 */
	private Object beginMono(Object mono) {
		CompletableFuture<Object> end = new CompletableFuture<>();
		Consumer<Object> success = end::complete;
		Consumer<Throwable> failure = (ex) -> {
			OwnCalls.removeFrom(ex);
			end.completeExceptionally(ex);
		};
		Object told = then(then(mono, "doOnSuccess", success), "doOnError", failure);
		this.calls.get().begun = end;
		return told;
	}

	private static Object then(Object mono, String method, Consumer<?> consumer) {
		try {
			return mono.getClass().getMethod(method, Consumer.class).invoke(mono, consumer);
		}
		catch (ReflectiveOperationException ex) {
			ReflectionUtils.handleReflectionException(ex);
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return what this thread's listener method has begun since the last call, or
	 * {@code null} if it has ended everything itself.
	 */
	@Nullable CompletableFuture<?> take() {
		Call call = this.calls.get();
		CompletableFuture<?> begun = call.begun;
		call.begun = null;
		return begun;
	}

	/**
	 * What is known of the call that a thread makes.
	 */
	private static final class Call {

		private boolean invoked;

		private @Nullable CompletableFuture<?> begun;

	}

}
