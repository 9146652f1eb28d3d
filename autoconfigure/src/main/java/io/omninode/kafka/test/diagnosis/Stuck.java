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

import java.util.Map;
import java.util.TreeMap;

import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import org.jspecify.annotations.Nullable;

/**
 * An earlier record of the partition that a listener does not get past.
 *
 * @param place where that record is
 * @param outcome what the listener makes of it
 */
record Stuck(Origins.Place place, Outcome outcome) {

	private static final int MAX_RECORDS = 1_000;

	/**
	 * Return what keeps groups from a record, for those whose listener has not been
	 * called with it.
	 */
	static Map<String, Stuck> of(ConsumptionLook look, ListenerOutcomes outcomes) {
		Map<String, Stuck> stuck = new TreeMap<>();
		look.outcomes().forEach((group, outcome) -> {
			if (outcome.state() == State.NOT_CALLED && !look.isPast(group)) {
				Stuck found = find(group, look, outcomes);
				if (found != null) {
					stuck.put(group, found);
				}
			}
		});
		return stuck;
	}

	private static @Nullable Stuck find(String group, ConsumptionLook look, ListenerOutcomes outcomes) {
		Origins.Place wanted = look.wanted().place();
		long first = Math.max(look.committed().getOrDefault(group, -1L), wanted.offset() - MAX_RECORDS);
		for (long offset = Math.max(0, first); offset < wanted.offset(); offset++) {
			Outcome outcome = outcomes.of(group, wanted.partition(), offset);
			if (outcome.state() == State.CALLED || outcome.state() == State.FAILED
					|| outcome.state() == State.ROLLED_BACK) {
				return new Stuck(new Origins.Place(wanted.partition(), offset), outcome);
			}
		}
		return null;
	}

}
