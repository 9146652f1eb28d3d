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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.omninode.kafka.test.application.ApplicationUnderTest;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.Origins;
import org.jspecify.annotations.Nullable;

/**
 * Who is wanted to consume a record: one group, or all that read its partition.
 *
 * @param place where the record is
 * @param group the id of the group, {@code null} for all
 * @param sentNanos when the record was sent, on the clock of {@link System#nanoTime()}
 */
record Wanted(Origins.Place place, @Nullable String group, long sentNanos) {

	/**
	 * Look at the listeners first: what one of them has committed before it stopped is
	 * there then.
	 */
	ConsumptionLook look(ApplicationUnderTest sources) {
		List<ListenerState> listeners = sources.outcomes()
			.readers(this.place.partition())
			.stream()
			.filter((listener) -> !listener.group().isEmpty())
			.filter((listener) -> this.group == null || listener.group().equals(this.group))
			.toList();
		return ConsumptionLook.at(this, committed(sources, listeners), listeners, sources.outcomes());
	}

	private Map<String, Long> committed(ApplicationUnderTest sources, List<ListenerState> listeners) {
		if (this.group != null) {
			return Map.of(this.group, sources.groups().committed(this.group, this.place.partition()));
		}
		Map<String, Long> committed = new TreeMap<>(sources.groups()
			.readersOf(this.place.partition(), groups(listeners.stream().filter(this::counts).toList())));
		groups(listeners.stream().filter(this::counts).filter(this::isWithoutGroup).toList())
			.forEach((each) -> committed.putIfAbsent(each, -1L));
		return committed;
	}

	/**
	 * A listener counts that may have got the record, though its group may have no member
	 * now.
	 */
	private boolean counts(ListenerState listener) {
		return listener.status() == Status.RUNNING || listener.status() == Status.STOPPING
				|| listener.isStoppedSince(this.sentNanos);
	}

	/**
	 * A listener that takes its partitions by hand has no group before it commits, and
	 * the group of one that has stopped may be gone.
	 */
	private boolean isWithoutGroup(ListenerState listener) {
		return !listener.isMember() || listener.status() != Status.RUNNING;
	}

	private static Set<String> groups(List<ListenerState> listeners) {
		return listeners.stream().map(ListenerState::group).collect(Collectors.toSet());
	}

	String by() {
		return (this.group != null) ? " by <" + Excerpt.of(this.group) + ">" : "";
	}

}
