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

package io.omninode.kafka.test.record;

import java.time.Duration;

import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.waiting.Deadline;
import io.omninode.kafka.test.waiting.Durations;

/**
 * {@link SentRecord} that asks the groups until they are past it: Kafka tells nobody of a
 * commit. Each look is decided by what was seen in it.
 *
 * @param place where the record is
 * @param copies finds it on retry and dead-letter topics
 * @param settings the default timeout and more
 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
 */
record DefaultSentRecord(Origins.Place place, Copies copies, WaitSettings settings,
		long sentNanos) implements SentRecord {

	private static final Duration MAX_EVIDENCE = Duration.ofSeconds(10);

	private static final Duration POLL = Duration.ofMillis(5);

	@Override
	public String topic() {
		return this.place.partition().topic();
	}

	@Override
	public int partition() {
		return this.place.partition().partition();
	}

	@Override
	public long offset() {
		return this.place.offset();
	}

	@Override
	public void awaitConsumed() {
		awaitConsumed(this.settings.timeout());
	}

	@Override
	public void awaitConsumed(Duration timeout) {
		await(timeout, new Wanted(this.place, null, this.sentNanos));
	}

	@Override
	public void awaitConsumedBy(String group) {
		awaitConsumedBy(group, this.settings.timeout());
	}

	@Override
	public void awaitConsumedBy(String group, Duration timeout) {
		await(timeout, new Wanted(this.place, group, this.sentNanos));
	}

	private void await(Duration timeout, Wanted wanted) {
		Durations.requirePositive(timeout);
		ConsumptionWait wait = new ConsumptionWait(wanted, this.settings.application(),
				new Unreadable(this.copies, this.settings, Unreadable.STANDSTILL));
		String failure = "Record " + this + " was not consumed" + wanted.by() + " within " + Durations.text(timeout);
		try {
			this.settings.watch()
				.run(failure, Patience.ofWait(timeout), () -> Deadline.in(timeout).isMet(POLL, wait::isDecided));
			if (!wait.last().isConsumed()) {
				throw missing(failure, wait);
			}
		}
		catch (NoAnswerException ex) {
			throw new MissingRecordError(ex);
		}
	}

	private MissingRecordError missing(String failure, ConsumptionWait wait) {
		ConsumptionReport report = this.settings.watch()
			.call(failure, Patience.atTheEnd(MAX_EVIDENCE), () -> report(wait.last()));
		if (wait.isStopped()) {
			return new MissingRecordError(report.stopped());
		}
		return new MissingRecordError(wait.last().isLost() ? report.lost() : report.late(failure));
	}

	private ConsumptionReport report(ConsumptionLook look) {
		return ConsumptionReport.of(look, this.copies, this.settings);
	}

	@Override
	public String toString() {
		return this.place.toString();
	}

}
