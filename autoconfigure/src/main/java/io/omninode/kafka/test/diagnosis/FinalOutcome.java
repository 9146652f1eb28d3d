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
import java.util.ArrayList;
import java.util.List;

import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import io.omninode.kafka.test.tap.TapException;
import org.apache.kafka.common.IsolationLevel;
import org.apiguardian.api.API;

import org.springframework.kafka.event.ConsumerStoppedEvent;

/**
 * Whether the listeners of the context are done with a record that they could not handle:
 * each has an error handler that wrote it to a dead-letter topic that is not read, or was
 * stopped by an {@link Error}. A record that was given up in another way may be with a
 * recoverer that hands it on, and a container that stopped otherwise may be started
 * again. Until a listener of the context has failed, the cluster is not asked.
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

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private final String id;

	private final Origins.Place place;

	private final long sentNanos;

	private final Sources sources;

	private long lookNanos;

	private boolean reached;

	/**
	 * Create an instance.
	 * @param id the correlation id of the record
	 * @param place where the record is
	 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
	 * @param sources what can be asked
	 */
	public FinalOutcome(String id, Origins.Place place, long sentNanos, Sources sources) {
		this.id = id;
		this.place = place;
		this.sentNanos = sentNanos;
		this.sources = sources;
		this.lookNanos = System.nanoTime();
	}

	/**
	 * Look, twice a second at most.
	 * @return whether they are
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
		List<Copy> copies = new Copies(this.sources.tap(), this.sources.scope()).of(this.place);
		return consumption.isFinal() && (!copies.isEmpty() || readers.stream().allMatch(FinalOutcome::isStopped))
				&& consumption.last()
					.committed()
					.keySet()
					.stream()
					.allMatch((group) -> readers.stream().anyMatch((listener) -> listener.group().equals(group)))
				&& copies.stream().allMatch((copy) -> isUnread(copy.place(), outcomes)) && !isHandedOn(outcomes);
	}

	private boolean isEnd(ListenerState listener, ListenerOutcomes outcomes) {
		if (isStopped(listener)) {
			return true;
		}
		Outcome outcome = outcomes.of(listener.group(), this.place.partition(), this.place.offset());
		return listener.status() == Status.RUNNING
				&& (outcome.state() == State.GIVEN_UP || outcome.state() == State.ROLLED_BACK)
				&& isOld(outcome.nanoTime());
	}

	private static boolean isStopped(ListenerState listener) {
		ListenerState.Stop stop = listener.stop();
		return listener.status() == Status.FAILED && stop != null
				&& stop.reason().equals(ConsumerStoppedEvent.Reason.ERROR.name()) && isOld(stop.nanoTime());
	}

	private static boolean isOld(long nanoTime) {
		return System.nanoTime() - nanoTime >= GRACE.toNanos();
	}

	/**
	 * Return whether nothing reads a copy: the listener of a dead-letter topic may
	 * answer.
	 */
	private boolean isUnread(Origins.Place copy, ListenerOutcomes outcomes) {
		return outcomes.readers(copy.partition()).isEmpty()
				&& this.sources.application().groups().readersOf(copy.partition()).isEmpty();
	}

	/**
	 * Return whether something reads another record with the id, which may lead to the
	 * reply.
	 */
	private boolean isHandedOn(ListenerOutcomes outcomes) {
		IdSearch search = new IdSearch(this.id);
		List<Origins.Place> others = new ArrayList<>();
		try {
			this.sources.tap()
				.search(this.sources.scope().beginning(), IsolationLevel.READ_UNCOMMITTED, TIMEOUT, (tapped) -> {
					Origins.Place found = Origins.Place.of(tapped.record());
					if (!found.equals(this.place) && search.find(tapped) != null) {
						others.add(found);
					}
				});
		}
		catch (TapException ex) {
			return true;
		}
		return others.stream().anyMatch((other) -> !isUnread(other, outcomes));
	}

}
