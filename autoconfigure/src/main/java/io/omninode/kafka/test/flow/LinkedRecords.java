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

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.omninode.kafka.test.listener.Origins;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds the copies of the records of a flow on retry and dead-letter topics by the
 * headers that name their origin: a copy need not have the id. For one thread.
 */
final class LinkedRecords {

	private final List<ConsumerRecord<byte[], byte[]>> copies = new ArrayList<>();

	private final Map<Origins.Place, Hop.Kind> doubtful = new TreeMap<>(
			(one, other) -> one.toString().compareTo(other.toString()));

	/**
	 * Return whether a record may be a copy of another one.
	 */
	static boolean mayBeCopy(ConsumerRecord<byte[], byte[]> record) {
		return RetryTopics.isRetry(record) || RetryTopics.isDeadLetter(record) || !Origins.of(record).isEmpty();
	}

	/**
	 * Take a record into account that may be a copy of another one.
	 * @param hasId whether it has a correlation id
	 */
	void add(ConsumerRecord<byte[], byte[]> record, boolean hasId) {
		if (!Origins.of(record).isEmpty()) {
			this.copies.add(record);
		}
		else if (!hasId) {
			this.doubtful.put(Origins.Place.of(record),
					RetryTopics.isRetry(record) ? Hop.Kind.RETRY : Hop.Kind.DEAD_LETTER);
		}
	}

	/**
	 * Add the copies of the records of a flow to it, and the copies of these.
	 */
	void addTo(HopCollector hops) {
		Set<Origins.Place> known = hops.records().stream().map(Origins.Place::of).collect(Collectors.toSet());
		boolean more = true;
		while (more) {
			more = false;
			for (Iterator<ConsumerRecord<byte[], byte[]>> left = this.copies.iterator(); left.hasNext();) {
				ConsumerRecord<byte[], byte[]> copy = left.next();
				if (Origins.of(copy).stream().anyMatch(known::contains)) {
					hops.add(copy);
					more |= known.add(Origins.Place.of(copy));
					left.remove();
				}
			}
		}
	}

	Map<Origins.Place, Hop.Kind> doubtful() {
		return this.doubtful;
	}

}
