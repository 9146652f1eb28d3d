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

package io.omninode.kafka.test.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The topics that a flow is expected to visit.
 *
 * @param topics the names of the topics; one that is named twice has to be visited twice
 * @param hops the records of the flow
 */
record ExpectedPath(List<String> topics, List<Hop> hops) {

	/**
	 * Return the topics that were not visited as often as they are named.
	 */
	List<String> missing() {
		return this.topics.stream().distinct().filter((topic) -> visits(topic) < named(topic)).toList();
	}

	private long visits(String topic) {
		return this.hops.stream().filter((hop) -> hop.topic().equals(topic)).count();
	}

	private long named(String topic) {
		return Collections.frequency(this.topics, topic);
	}

	/**
	 * Return the first topic that was not visited after those that are named before it.
	 * Records of the same millisecond may have come in any order.
	 */
	Optional<String> outOfOrder() {
		List<Hop> walk = walk();
		return (walk.size() < this.topics.size()) ? Optional.of(this.topics.get(walk.size())) : Optional.empty();
	}

	private List<Hop> walk() {
		List<Hop> walk = new ArrayList<>();
		long since = Long.MIN_VALUE;
		for (String topic : this.topics) {
			Hop next = next(topic, since, walk);
			if (next == null) {
				return walk;
			}
			walk.add(next);
			since = next.timestamp();
		}
		return walk;
	}

	private @Nullable Hop next(String topic, long since, List<Hop> walk) {
		return this.hops.stream()
			.filter((hop) -> hop.topic().equals(topic) && hop.timestamp() >= since && !walk.contains(hop))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the time from the first of these topics that was visited to the last, by the
	 * visits in the order of the topics or, where that was another, by the first visits.
	 */
	Duration time() {
		List<Hop> walk = walk();
		List<Hop> visits = (walk.size() == this.topics.size()) ? walk : firstVisits();
		long first = visits.stream().mapToLong(Hop::timestamp).min().orElse(0);
		long last = visits.stream().mapToLong(Hop::timestamp).max().orElse(0);
		return Duration.ofMillis(last - first);
	}

	private List<Hop> firstVisits() {
		List<Hop> visits = new ArrayList<>();
		this.topics.stream().distinct().map((topic) -> next(topic, Long.MIN_VALUE, visits)).forEach((hop) -> {
			if (hop != null) {
				visits.add(hop);
			}
		});
		return visits;
	}

}
