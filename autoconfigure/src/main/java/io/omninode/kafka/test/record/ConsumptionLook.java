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
 */
record ConsumptionLook(Origins.Place place, Map<String, Long> committed, Map<String, Outcome> outcomes) {

	static ConsumptionLook at(Origins.Place place, Map<String, Long> committed, ListenerOutcomes outcomes) {
		Map<String, Outcome> known = new TreeMap<>();
		committed.forEach((group, next) -> {
			if (next > place.offset()) {
				known.put(group, outcomes.of(group, place.partition(), place.offset()));
			}
		});
		return new ConsumptionLook(place, new TreeMap<>(committed), known);
	}

	/**
	 * Return whether every group has consumed the record, as far as can be seen.
	 */
	boolean isConsumed() {
		return !this.committed.isEmpty() && this.outcomes.keySet().containsAll(this.committed.keySet())
				&& this.outcomes.values().stream().allMatch(ConsumptionLook::isConsumed);
	}

	private static boolean isConsumed(Outcome outcome) {
		return outcome.state() == State.CONSUMED || outcome.state() == State.UNKNOWN;
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
	private static boolean isLost(@Nullable Outcome outcome) {
		return outcome != null && switch (outcome.state()) {
			case NOT_CALLED, GIVEN_UP, REJECTED -> true;
			default -> false;
		};
	}

}
