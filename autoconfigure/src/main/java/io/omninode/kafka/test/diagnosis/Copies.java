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
import java.util.function.Predicate;

import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.OpenTransactions;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TapException;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The copies of records on retry and dead-letter topics.
 *
 * @param tap finds them
 * @param scope knows where the test began
 */
record Copies(Tap tap, TestScope scope) {

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	/**
	 * Return the copies of a record; none if the cluster cannot be asked.
	 */
	List<Copy> of(Origins.Place place) {
		List<TappedRecord> copies = new ArrayList<>();
		try {
			this.tap.awaitCaughtUp(TIMEOUT);
			copies.addAll(this.tap.seen((tapped) -> isCopy(tapped, place)));
			copies.addAll(this.tap.elsewhere(this.scope.beginning(), (tapped) -> isCopy(tapped, place), TIMEOUT));
		}
		catch (TapException ex) {
			return List.of();
		}
		return copies.stream().map((copy) -> new Copy(copy.record())).toList();
	}

	/**
	 * Return a record, or {@code null} if it cannot be found.
	 */
	@Nullable ConsumerRecord<byte[], byte[]> find(Origins.Place place) {
		TappedRecord found = tapped(place);
		return (found != null) ? found.record() : null;
	}

	/**
	 * Return the id of a record, or {@code null} if it has none or cannot be found.
	 */
	@Nullable String id(Origins.Place place) {
		TappedRecord found = tapped(place);
		return (found != null) ? found.correlationId() : null;
	}

	private @Nullable TappedRecord tapped(Origins.Place place) {
		Predicate<TappedRecord> isIt = (tapped) -> Origins.Place.of(tapped.record()).equals(place);
		try {
			List<TappedRecord> found = new ArrayList<>(this.tap.seen(isIt));
			if (found.isEmpty()) {
				found.addAll(this.tap.elsewhere(this.scope.beginning(), isIt, TIMEOUT));
			}
			return found.isEmpty() ? null : found.get(0);
		}
		catch (TapException ex) {
			return null;
		}
	}

	/**
	 * Return the transactions that are open on a topic.
	 */
	OpenTransactions open(String topic, ClusterWatch watch) {
		return OpenTransactions.on(List.of(topic), this.tap, watch);
	}

	private static boolean isCopy(TappedRecord tapped, Origins.Place place) {
		return Origins.of(tapped.record()).contains(place);
	}

}
