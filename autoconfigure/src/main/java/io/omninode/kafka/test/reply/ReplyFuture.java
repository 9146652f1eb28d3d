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
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.waiting.Deadline;

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

	private final Deadline delivery;

	private boolean timed;

	private boolean deliveryTimed;

	ReplyFuture(ReplySlot request, DefaultPendingReply pending) {
		this.request = request;
		this.pending = pending;
		this.delivery = Deadline.in(request.timeout().plus(ReplySlot.MAX_DELIVERY));
	}

	CompletableFuture<Reply> begin() {
		this.request.whenChanged(this::completeLater);
		complete();
		return this.future;
	}

	private void completeLater() {
		if (!this.future.isDone()) {
			this.request.completions().execute(this::complete);
		}
	}

	private void complete() {
		try {
			if (this.pending.isSettled()) {
				completeNow();
			}
			else if (!this.request.isClockRunning()) {
				startDeliveryTimer();
			}
			else if (startTimer()) {
				later(left()).execute(this::completeNow);
			}
		}
		catch (RuntimeException | Error ex) {
			this.future.completeExceptionally(ex);
		}
	}

	/**
	 * Look again whether the request is acknowledged when it should be.
	 */
	private synchronized void startDeliveryTimer() {
		if (!this.deliveryTimed) {
			this.deliveryTimed = true;
			later(left()).execute(this::checkDelivery);
		}
	}

	/**
	 * The time is over: while a broker is there, the request has more of it.
	 */
	private void checkDelivery() {
		if (this.future.isDone()) {
			return;
		}
		if (this.request.isClockRunning() || this.pending.isSettled()) {
			complete();
		}
		else if (this.request.isStillSent(this.delivery)) {
			later(ReplySlot.NEXT_LOOK.toNanos()).execute(this::checkDelivery);
		}
		else {
			completeNow();
		}
	}

	private long left() {
		return this.request.left(this.beginNanos, this.request.timeout());
	}

	private Executor later(long nanos) {
		return CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, this.request.completions());
	}

	private synchronized boolean startTimer() {
		boolean start = !this.timed;
		this.timed = true;
		return start;
	}

	private void completeNow() {
		if (this.future.isDone()) {
			return;
		}
		try {
			this.future.complete(this.pending.awaitSince(this.beginNanos));
		}
		catch (RuntimeException | Error ex) {
			this.future.completeExceptionally(ex);
		}
	}

}
