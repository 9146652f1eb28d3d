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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.omninode.kafka.test.application.ConsumptionSources;
import io.omninode.kafka.test.application.Origins;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.waiting.Deadline;

/**
 * {@link SentRecord} that asks the groups until they are past it: Kafka tells nobody of a
 * commit. Each look is decided by what was seen in it.
 *
 * @param place where the record is
 * @param sources what tells whether it is consumed
 * @param copies finds it on retry and dead-letter topics
 * @param settings the default timeout and more
 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
 */
record DefaultSentRecord(Origins.Place place, ConsumptionSources sources, Copies copies, WaitSettings settings,
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
		await(timeout, () -> this.sources.groups().readersOf(this.place.partition()), "");
	}

	@Override
	public void awaitConsumedBy(String group) {
		awaitConsumedBy(group, this.settings.timeout());
	}

	@Override
	public void awaitConsumedBy(String group, Duration timeout) {
		await(timeout, () -> Map.of(group, this.sources.groups().committed(group, this.place.partition())),
				" by <" + Excerpt.of(group) + ">");
	}

	private void await(Duration timeout, Supplier<Map<String, Long>> committed, String by) {
		Durations.requirePositive(timeout);
		AtomicReference<ConsumptionLook> last = new AtomicReference<>(
				new ConsumptionLook(this.place, Map.of(), Map.of(), this.sentNanos));
		String failure = "Record " + this + " was not consumed" + by + " within " + Durations.text(timeout);
		try {
			this.settings.watch()
				.run(failure, Patience.ofWait(timeout),
						() -> Deadline.in(timeout).isMet(POLL, () -> isDecided(last, committed.get())));
			if (!last.get().isConsumed()) {
				throw missing(failure, last.get());
			}
		}
		catch (NoAnswerException ex) {
			throw new MissingRecordError(ex);
		}
	}

	private boolean isDecided(AtomicReference<ConsumptionLook> last, Map<String, Long> committed) {
		ConsumptionLook look = ConsumptionLook.at(this.place, committed, this.sources.outcomes(), this.sentNanos);
		last.set(look);
		return look.isConsumed() || look.isLost();
	}

	private MissingRecordError missing(String failure, ConsumptionLook look) {
		ConsumptionReport report = this.settings.watch()
			.call(failure, Patience.atTheEnd(MAX_EVIDENCE), () -> report(look));
		return new MissingRecordError(look.isLost() ? report.lost() : report.late(failure));
	}

	private ConsumptionReport report(ConsumptionLook look) {
		List<Origins.Place> found = look.outcomes().isEmpty() ? List.of() : this.copies.of(this.place);
		long end = look.committed().isEmpty() ? -1 : this.sources.groups().end(this.place.partition());
		return new ConsumptionReport(look, end, found, this.copies.open(topic(), this.settings.watch()));
	}

	@Override
	public String toString() {
		return this.place.toString();
	}

}
