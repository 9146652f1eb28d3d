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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Completes a future with the reply, or with the reason why there is none. What its user
 * does with it must not hold up the thread of the tap: the future is completed on another
 * one.
 */
final class ReplyFuture {

	private final ReplySlot request;

	private final DefaultPendingReply pending;

	private final CompletableFuture<Reply> future = new CompletableFuture<>();

	private final long beginNanos = System.nanoTime();

	ReplyFuture(ReplySlot request, DefaultPendingReply pending) {
		this.request = request;
		this.pending = pending;
	}

	CompletableFuture<Reply> begin() {
		this.request.whenChanged(this::completeLater);
		look();
		return this.future;
	}

	private void completeLater() {
		if (!this.future.isDone()) {
			this.request.completions().execute(this::completeIfSettled);
		}
	}

	/**
	 * Look whether there is something to complete the future with, and again when its
	 * time may be over.
	 */
	private void look() {
		if (!completeIfSettled()) {
			long nanos = this.request.nanosToLook(this.beginNanos, this.request.timeout());
			if (nanos == 0) {
				complete();
			}
			else {
				CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, this.request.completions())
					.execute(this::look);
			}
		}
	}

	/**
	 * Complete the future if that is possible without waiting.
	 * @return whether it is complete
	 */
	private boolean completeIfSettled() {
		try {
			if (!this.future.isDone() && this.pending.isSettled()) {
				complete();
			}
		}
		catch (RuntimeException | Error ex) {
			this.future.completeExceptionally(ex);
		}
		return this.future.isDone();
	}

	private void complete() {
		try {
			this.future.complete(this.pending.awaitSince(this.beginNanos));
		}
		catch (RuntimeException | Error ex) {
			this.future.completeExceptionally(ex);
		}
	}

}
