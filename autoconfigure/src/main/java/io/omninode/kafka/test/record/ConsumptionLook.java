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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.application.ListenerOutcomes;
import io.omninode.kafka.test.application.Origins;
import io.omninode.kafka.test.application.Outcome;
import io.omninode.kafka.test.application.Outcome.State;
import org.jspecify.annotations.Nullable;

/**
 * One look at what groups made of a record.
 *
 * @param place where the record is
 * @param committed the next offset of each group, -1 if it has committed none
 * @param outcomes what listeners made of the record, by those groups that have committed
 * past it
 * @param sentNanos when the record was sent, on the clock of {@link System#nanoTime()}
 */
record ConsumptionLook(Origins.Place place, Map<String, Long> committed, Map<String, Outcome> outcomes,
		long sentNanos) {

	/**
	 * How much more than it tells the time may be for which a listener has had a
	 * partition.
	 */
	private static final long RESOLUTION = TimeUnit.SECONDS.toNanos(1);

	static ConsumptionLook at(Origins.Place place, Map<String, Long> committed, ListenerOutcomes outcomes,
			long sentNanos) {
		Map<String, Outcome> known = new TreeMap<>();
		committed.forEach((group, next) -> {
			if (next > place.offset()) {
				known.put(group, outcomes.of(group, place.partition(), place.offset()));
			}
		});
		return new ConsumptionLook(place, new TreeMap<>(committed), known, sentNanos);
	}

	/**
	 * Return whether every group has consumed the record, as far as can be seen.
	 */
	boolean isConsumed() {
		return !this.committed.isEmpty() && this.outcomes.keySet().containsAll(this.committed.keySet())
				&& this.outcomes.values().stream().allMatch(this::isConsumed);
	}

	private boolean isConsumed(Outcome outcome) {
		return outcome.state() == State.CONSUMED || outcome.state() == State.UNKNOWN
				|| (outcome.state() == State.NOT_CALLED && mayBeOfAnother(outcome));
	}

	/**
	 * A listener that has got the partition after the record was sent does not know what
	 * another member of its group made of it.
	 */
	private boolean mayBeOfAnother(Outcome outcome) {
		return outcome.nanoTime() - RESOLUTION - this.sentNanos > 0;
	}

	/**
	 * Return whether there is nothing to wait for: a group is past the record, and its
	 * listener is not going to consume it.
	 */
	boolean isLost() {
		return !lost().isEmpty();
	}

	/**
	 * Return the groups that are not going to consume the record.
	 */
	List<String> lost() {
		return this.outcomes.keySet().stream().filter((group) -> isLost(this.outcomes.get(group))).toList();
	}

	/**
	 * A failure may be tried again after a time that nobody knows: the timeout decides.
	 */
	private boolean isLost(@Nullable Outcome outcome) {
		return outcome != null && switch (outcome.state()) {
			case NOT_CALLED -> outcome.nanoTime() - this.sentNanos <= 0;
			case GIVEN_UP, REJECTED -> true;
			default -> false;
		};
	}

}
