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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;

/**
 * What was published on the expected topics since a request was sent, and answers no
 * other request.
 *
 * @param records the records
 * @param isOnlyRequest whether no other request is known that has no answer
 */
record Meanwhile(List<TappedRecord> records, boolean isOnlyRequest) {

	static final Meanwhile NOTHING = new Meanwhile(List.of(), false);

	static final int MAX_IDS = 10_000;

	/**
	 * What the clocks of two processes of one machine, and their rounding, may differ by.
	 */
	private static final long GRACE_MILLIS = 50;

	/**
	 * What answers one of the other requests again may be meant for this one.
	 */
	static Meanwhile of(Question question, Tap tap, Set<Origins.Place> found, Set<String> requested) {
		List<String> topics = question.expected().topics();
		Predicate<TappedRecord> isOther = (tapped) -> topics.contains(tapped.record().topic())
				&& isAfter(tapped, question.request().nanos()) && !found.contains(Origins.Place.of(tapped.record()));
		List<TappedRecord> records = tap.seen(isOther)
			.stream()
			.filter((tapped) -> !requested.contains(tapped.correlationId())
					|| answers(String.valueOf(tapped.correlationId()), topics, tap) > 1)
			.toList();
		boolean isOnlyRequest = records.size() == 1 && !requested.isEmpty() && requested.size() < MAX_IDS
				&& requested.stream().allMatch((id) -> id.equals(question.id()) || answers(id, topics, tap) > 0);
		return new Meanwhile(records, isOnlyRequest);
	}

	private static long answers(String id, List<String> topics, Tap tap) {
		return tap.seen(id).stream().filter((each) -> topics.contains(each.record().topic())).count();
	}

	/**
	 * Return whether a record was published after a moment. When it arrived does not say
	 * so: what a topic has is read when it is watched for the first time.
	 * @param nanos the moment, on the clock of {@link System#nanoTime()}
	 */
	static boolean isAfter(TappedRecord tapped, long nanos) {
		long millis = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
		return tapped.arrivedNanos() - nanos >= 0 && tapped.record().timestamp() >= millis - GRACE_MILLIS;
	}

}
