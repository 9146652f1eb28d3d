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

import io.omninode.kafka.test.application.Publications;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.listener.Origins;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was seen after something did not happen.
 *
 * @param question what did not happen
 * @param seenNanos when this was seen, on the clock of {@link System#nanoTime()}
 * @param published what was published, and what could not be
 * @param steps what became of the request, then of what followed from it
 * @param readers who reads the topic of the request
 */
record Picture(Question question, long seenNanos, Published published, List<Step> steps, Readers readers) {

	Appearances appearances() {
		return this.published.appearances();
	}

	Origins.@Nullable Place request() {
		return this.question.request().place();
	}

	/**
	 * Return where the ids of records are read.
	 */
	String idPlaces() {
		return this.published.idPlaces();
	}

	boolean isRequest(Appearance appearance) {
		return appearance.place().equals(request()) || this.question.request().topics().contains(appearance.topic());
	}

	boolean isExpected(Appearance appearance) {
		return this.question.expected().topics().contains(appearance.topic());
	}

	/**
	 * Return whether something reads a record that followed from the request: then it is
	 * a step on the way. Where the request is not known, it may be the request.
	 */
	boolean isRead(Appearance appearance) {
		return request() != null
				&& this.steps.stream().anyMatch((step) -> step.place().equals(appearance.place()) && step.isRead());
	}

	/**
	 * A record that Spring Kafka has written to a retry topic or a dead-letter topic.
	 */
	static boolean isCopy(Appearance appearance) {
		return !Origins.of(appearance.tapped().record()).isEmpty();
	}

	/**
	 * What became of a record.
	 *
	 * @param place where it is
	 * @param consumption what groups and listeners made of it
	 * @param findings why they have not consumed it
	 */
	record Step(Origins.Place place, Consumption consumption, ConsumptionFindings findings) {

		static Step of(Origins.Place place, long sentNanos, Sources sources) {
			Consumption consumption = Consumption.now(place, sentNanos, sources);
			return new Step(place, consumption, ConsumptionFindings.of(consumption.last(), sources));
		}

		boolean isConsumed() {
			return this.consumption.isConsumed();
		}

		boolean isRead() {
			return !this.consumption.last().committed().isEmpty() || !this.consumption.last().listeners().isEmpty();
		}

	}

	/**
	 * What was published, and what the application could not publish.
	 *
	 * @param appearances where the id appeared
	 * @param failed the records that producers of the application could not publish since
	 * the request was sent
	 * @param idPlaces where the ids of records are read
	 * @param masking what texts do not show of it
	 */
	record Published(Appearances appearances, List<Publications.Failed> failed, String idPlaces, Masking masking) {

	}

}
