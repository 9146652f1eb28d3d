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

package io.omninode.kafka.test.diagnosis;

import java.time.Duration;
import java.util.List;

import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import org.apiguardian.api.API;

/**
 * Whether nothing can come of a record any more: every listener that reads it has given
 * it up, or has stopped because of a failure. Until a listener of the context says so,
 * this asks nobody.
 * <p>
 * Not safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL)
public final class FinalOutcome {

	/**
	 * What a listener, or its error handler, published last may be under way.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final Origins.Place place;

	private final long sentNanos;

	private final Sources sources;

	private long lookNanos;

	private boolean reached;

	/**
	 * Create an instance.
	 * @param place where the record is
	 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
	 * @param sources what can be asked
	 */
	public FinalOutcome(Origins.Place place, long sentNanos, Sources sources) {
		this.place = place;
		this.sentNanos = sentNanos;
		this.sources = sources;
		this.lookNanos = System.nanoTime();
	}

	/**
	 * Look, twice a second at most.
	 * @return whether nothing can come of the record
	 */
	public boolean isReached() {
		if (!this.reached && System.nanoTime() - this.lookNanos >= GRACE.toNanos()) {
			this.lookNanos = System.nanoTime();
			this.reached = isEnd();
		}
		return this.reached;
	}

	private boolean isEnd() {
		ListenerOutcomes outcomes = this.sources.application().outcomes();
		List<ListenerState> readers = outcomes.readers(this.place.partition());
		if (readers.isEmpty() || !readers.stream().allMatch((listener) -> isEnd(listener, outcomes))) {
			return false;
		}
		Consumption consumption = Consumption.now(this.place, this.sentNanos, this.sources);
		return consumption.isFinal()
				&& consumption.last()
					.committed()
					.keySet()
					.stream()
					.allMatch((group) -> readers.stream().anyMatch((listener) -> listener.group().equals(group)))
				&& areCopiesUnread(outcomes);
	}

	private boolean isEnd(ListenerState listener, ListenerOutcomes outcomes) {
		if (listener.status() == Status.FAILED) {
			ListenerState.Stop stop = listener.stop();
			return stop != null && isOld(stop.nanoTime());
		}
		Outcome outcome = outcomes.of(listener.group(), this.place.partition(), this.place.offset());
		return (outcome.state() == State.GIVEN_UP || outcome.state() == State.ROLLED_BACK
				|| outcome.state() == State.REJECTED) && isOld(outcome.nanoTime());
	}

	private static boolean isOld(long nanoTime) {
		return System.nanoTime() - nanoTime >= GRACE.toNanos();
	}

	/**
	 * The listener of a dead-letter topic may answer.
	 */
	private boolean areCopiesUnread(ListenerOutcomes outcomes) {
		return new Copies(this.sources.tap(), this.sources.scope()).of(this.place)
			.stream()
			.allMatch((copy) -> outcomes.readers(copy.place().partition()).isEmpty()
					&& this.sources.application().groups().readersOf(copy.place().partition()).isEmpty());
	}

}
