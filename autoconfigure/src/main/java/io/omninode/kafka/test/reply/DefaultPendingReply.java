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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.omninode.kafka.test.record.Durations;
import io.omninode.kafka.test.tap.Tap;

/**
 * {@link PendingReply} that looks at a {@link ReplyWait}.
 *
 * @param request what is known of the request
 * @param condition says which replies count
 * @param timeout the default timeout
 * @param tap reads the reply topics
 */
record DefaultPendingReply(ReplyWait request, Predicate<? super Reply> condition, Duration timeout,
		Tap tap) implements PendingReply {

	private static final Duration CATCH_UP_TIMEOUT = Duration.ofSeconds(5);

	@Override
	public String correlationId() {
		return this.request.correlationId();
	}

	@Override
	public Reply await() {
		return await(this.timeout);
	}

	@Override
	public Reply await(Duration timeout) {
		return awaitAll(1, timeout).get(0);
	}

	@Override
	public List<Reply> awaitAll(int count) {
		return awaitAll(count, this.timeout);
	}

	@Override
	public List<Reply> awaitAll(int count, Duration timeout) {
		if (count < 1) {
			throw new IllegalArgumentException("At least one reply has to be awaited, not <" + count + ">");
		}
		Durations.requirePositive(timeout);
		List<Reply> found = find(count, timeout);
		if (found.size() < count) {
			throw missing(count, timeout);
		}
		return found.subList(0, count);
	}

	private List<Reply> find(int count, Duration timeout) {
		List<Reply> found = findInTime(count, timeout);
		if (found.size() < count) {
			readToEnd();
		}
		return filter(this.request.replies());
	}

	private List<Reply> findInTime(int count, Duration timeout) {
		long begin = System.nanoTime();
		List<Reply> all = this.request.replies();
		List<Reply> found = filter(all);
		while (found.size() < count && awaitMore(all.size(), begin, timeout)) {
			all = this.request.replies();
			found = filter(all);
		}
		return found;
	}

	/**
	 * The time is over: have the tap read all that is there now, and return whether it
	 * did.
	 */
	private boolean readToEnd() {
		return this.request.failure() == null && this.tap.awaitCaughtUp(CATCH_UP_TIMEOUT);
	}

	private boolean awaitMore(int seen, long begin, Duration timeout) {
		try {
			return this.request.awaitMore(seen, begin, timeout);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a reply to <" + correlationId() + ">", ex);
		}
	}

	private List<Reply> filter(List<Reply> replies) {
		return replies.stream().filter(this.condition).toList();
	}

	@Override
	public void awaitNone(Duration duration) {
		Durations.requirePositive(duration);
		boolean known = !findInTime(1, duration).isEmpty() || readToEnd();
		List<Reply> found = filter(this.request.replies());
		if (!found.isEmpty()) {
			throw new AssertionError(new MissingReplyReport(this.request, this.tap).unexpected(found.get(0)));
		}
		if (this.request.failure() != null) {
			throw missing(1, duration);
		}
		if (!known) {
			throw new AssertionError(
					"Whether a reply to <" + correlationId() + "> came is not known: " + this.request.topics()
							+ " could not be read to the end within " + CATCH_UP_TIMEOUT.toSeconds() + "s");
		}
	}

	private MissingReplyError missing(int count, Duration timeout) {
		MissingReplyReport report = new MissingReplyReport(this.request, this.tap);
		Throwable failure = this.request.failure();
		if (failure != null) {
			return new MissingReplyError(report.failed(failure), failure);
		}
		return new MissingReplyError(report.missing(filter(this.request.replies()).size(), count, timeout), null);
	}

	@Override
	public PendingReply matching(Predicate<? super Reply> condition) {
		Predicate<Reply> both = (reply) -> this.condition.test(reply) && condition.test(reply);
		return new DefaultPendingReply(this.request, both, this.timeout, this.tap);
	}

	@Override
	public CompletableFuture<Reply> toFuture() {
		CompletableFuture<Reply> future = new CompletableFuture<>();
		this.request.whenChanged(() -> completeLater(future));
		complete(future);
		return future;
	}

	/**
	 * Complete a future on another thread, for what its user does with it must not hold
	 * up the tap.
	 */
	private void completeLater(CompletableFuture<Reply> future) {
		if (!future.isDone()) {
			future.defaultExecutor().execute(() -> complete(future));
		}
	}

	private void complete(CompletableFuture<Reply> future) {
		try {
			List<Reply> found = filter(this.request.replies());
			if (!found.isEmpty()) {
				future.complete(found.get(0));
			}
			else if (this.request.failure() != null) {
				future.completeExceptionally(missing(1, this.timeout));
			}
			else if (this.request.isClockRunning()) {
				failLater(future);
			}
		}
		catch (RuntimeException ex) {
			future.completeExceptionally(ex);
		}
	}

	private void failLater(CompletableFuture<Reply> future) {
		Executor later = CompletableFuture.delayedExecutor(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		later.execute(() -> {
			if (!future.isDone()) {
				future.completeExceptionally(missing(1, this.timeout));
			}
		});
	}

}
