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
import io.omninode.kafka.test.diagnosis.Consumption;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.waiting.Deadline;
import io.omninode.kafka.test.waiting.Durations;
import org.jspecify.annotations.Nullable;

/**
 * {@link SentRecord} that asks the groups until they are past it: Kafka tells nobody of a
 * commit. Each look is decided by what was seen in it.
 *
 * @param place where the record is
 * @param tap finds it on retry and dead-letter topics
 * @param settings the default timeout and more
 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
 */
record DefaultSentRecord(Origins.Place place, Tap tap, WaitSettings settings, long sentNanos) implements SentRecord {

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
		awaitGroup(timeout, null);
	}

	@Override
	public void awaitConsumedBy(String group) {
		awaitConsumedBy(group, this.settings.timeout());
	}

	@Override
	public void awaitConsumedBy(String group, Duration timeout) {
		awaitGroup(timeout, group);
	}

	private void awaitGroup(Duration timeout, @Nullable String group) {
		Durations.requirePositive(timeout);
		Consumption consumption = Consumption.of(this.place, group, this.sentNanos, this.settings.sources(this.tap));
		String failure = consumption.failure(timeout);
		try {
			this.settings.watch()
				.run(failure, Patience.ofWait(timeout), () -> Deadline.in(timeout).isMet(POLL, consumption::isDecided));
			if (!consumption.isConsumed()) {
				throw new MissingRecordError(this.settings.watch()
					.call(failure, Patience.atTheEnd(MAX_EVIDENCE), () -> consumption.diagnosis(timeout)));
			}
		}
		catch (NoAnswerException ex) {
			throw new MissingRecordError(Diagnosis.of(failure, ex), ex);
		}
	}

	@Override
	public String toString() {
		return this.place.toString();
	}

}
