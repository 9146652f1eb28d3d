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
import java.util.function.Predicate;

import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.tap.CatchUp;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TapException;
import io.omninode.kafka.test.waiting.Durations;
import org.jspecify.annotations.Nullable;

/**
 * {@link PendingReply} that looks at a {@link ReplySlot}.
 *
 * @param request what is known of the request
 * @param condition says which replies count
 * @param tap reads the reply topics
 * @param strays finds what has the id on other topics
 */
record DefaultPendingReply(ReplySlot request, Predicate<? super Reply> condition, Tap tap,
		Strays strays) implements PendingReply {

	private static final ReplyGoal ONE = new ReplyGoal.First(1);

	@Override
	public String correlationId() {
		return this.request.correlationId();
	}

	@Override
	public Reply await() {
		return await(this.request.timeout());
	}

	@Override
	public Reply await(Duration timeout) {
		return await(ONE, timeout, System.nanoTime()).get(0);
	}

	/**
	 * Wait for the reply as if the wait had begun earlier.
	 */
	Reply awaitSince(long beginNanos) {
		return await(ONE, this.request.timeout(), beginNanos).get(0);
	}

	@Override
	public List<Reply> awaitAll(int count) {
		return awaitAll(count, this.request.timeout());
	}

	@Override
	public List<Reply> awaitAll(int count, Duration timeout) {
		if (count < 1 || count > ReplySlot.MAX_REPLIES) {
			throw new IllegalArgumentException(
					"Between 1 and " + ReplySlot.MAX_REPLIES + " replies can be awaited, not <" + count + ">");
		}
		return await(new ReplyGoal.First(count), timeout, System.nanoTime());
	}

	@Override
	public List<Reply> awaitEach() {
		return awaitEach(this.request.timeout());
	}

	@Override
	public List<Reply> awaitEach(Duration timeout) {
		return await(new ReplyGoal.OfEach(this.request.topics().replies()), timeout, System.nanoTime());
	}

	private List<Reply> await(ReplyGoal goal, Duration timeout, long beginNanos) {
		Durations.requirePositive(timeout);
		ReplySearch search = search();
		EarlyEnd end = new EarlyEnd(this.request, this.tap);
		this.request.await(() -> goal.isOver(this.request) || !goal.pick(search.found(), this.request).isEmpty()
				|| end.isReached(), beginNanos, timeout);
		List<Reply> picked = goal.pick(search.found(), this.request);
		if (picked.isEmpty() && !goal.isOver(this.request)) {
			readToEnd();
			picked = goal.pick(search.found(), this.request);
		}
		if (picked.isEmpty()) {
			throw missing(goal, search.found(), end.isReached() ? null : timeout);
		}
		return picked;
	}

	private ReplySearch search() {
		return new ReplySearch(this.request, this.condition);
	}

	/**
	 * Return whether a wait for one reply would return, or fail, without waiting.
	 */
	boolean isSettled() {
		return ONE.isOver(this.request) || this.request.replies(0).stream().anyMatch(this.condition);
	}

	/**
	 * The time is over: have the tap read all that is there now, and return whether it
	 * did.
	 */
	private boolean readToEnd() {
		try {
			return this.request.failure() == null && this.request.isClockRunning()
					&& new CatchUp(this.tap, this.request.watch()).isDone();
		}
		catch (TapException ex) {
			if (this.request.failure() == null) {
				throw ex;
			}
			return false;
		}
	}

	private MissingReplyError missing(ReplyGoal goal, List<Reply> found, @Nullable Duration timeout) {
		MissingReplyReport report = report();
		String expected = goal.missing(found, this.request);
		Reply instead = goal.instead(this.request);
		if (instead != null) {
			return (goal instanceof ReplyGoal.ErrorEvent)
					? new MissingReplyError(report.answered(expected, instead), null, null)
					: new MissingReplyError(report.failed(expected, instead), null, instead);
		}
		Throwable failure = this.request.failure();
		if (failure != null) {
			return new MissingReplyError(report.failed(expected, failure), failure, null);
		}
		if (!(goal instanceof ReplyGoal.ErrorEvent)) {
			this.request.gaveUp();
		}
		return new MissingReplyError(report.missing(expected, timeout, goal.topics(this.request), found), null, null);
	}

	private MissingReplyReport report() {
		return new MissingReplyReport(this.request, this.tap, this.strays.requestTopics());
	}

	@Override
	public Reply awaitError() {
		return awaitError(this.request.timeout());
	}

	@Override
	public Reply awaitError(Duration timeout) {
		return await(ReplyGoal.ErrorEvent.of(this.request), timeout, System.nanoTime()).get(0);
	}

	@Override
	public void awaitNone(Duration duration) {
		Durations.requirePositive(duration);
		ReplySearch search = search();
		this.request.await(() -> this.request.failure() != null || !search.found().isEmpty(), System.nanoTime(),
				duration);
		boolean known = !search.found().isEmpty() || readToEnd();
		List<Reply> found = search.found();
		if (!found.isEmpty()) {
			throw new AssertionError(report().unexpected(found.get(0)));
		}
		requireKnown(known);
		requireNoStrays();
	}

	private void requireNoStrays() {
		Strays.Found found = this.strays.of(this.request);
		if (!found.isNone()) {
			throw new AssertionError(report().doubtful(found));
		}
	}

	private void requireKnown(boolean known) {
		Throwable failure = this.request.failure();
		if (failure != null) {
			String expected = ONE.missing(List.of(), this.request);
			throw new MissingReplyError(report().failed(expected, failure), failure, null);
		}
		if (!known) {
			throw new AssertionError(report().unknown(CatchUp.TIMEOUT));
		}
	}

	@Override
	public List<Reply> replies() {
		return List.copyOf(search().found());
	}

	@Override
	public int duplicates() {
		return count(Reply::isDuplicate);
	}

	@Override
	public int late() {
		return count(Reply::isLate);
	}

	private int count(Predicate<Reply> which) {
		return (int) replies().stream().filter(which).count();
	}

	@Override
	public PendingReply matching(Predicate<? super Reply> condition) {
		Predicate<Reply> earlier = this.condition::test;
		return new DefaultPendingReply(this.request, earlier.and(ReceivedRecord.condition(condition)), this.tap,
				this.strays);
	}

	@Override
	public CompletableFuture<Reply> toFuture() {
		return new ReplyFuture(this.request, this).begin();
	}

	@Override
	public String toString() {
		return this.request.toString();
	}

}
