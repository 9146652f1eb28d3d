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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.diagnosis.Appearance.Form;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TapException;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.waiting.Deadline;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where an id appeared since the test began, on whatever topic; without an id, what was
 * published where something was expected.
 *
 * @param since where the test began
 * @param found the records
 * @param hidden those of the expected topics that nobody can read, and why
 * @param others what else was published on the expected topics
 * @param unknown why not everything could be read, empty if it could
 */
record Appearances(TestStart since, List<Appearance> found, Map<Origins.Place, Cause> hidden, Meanwhile others,
		List<String> unknown) {

	private static final int MAX = 200;

	static Appearances none(Sources sources) {
		return new Appearances(sources.scope().beginning(), List.of(), Map.of(), Meanwhile.NOTHING,
				List.of("where the id is on other topics is not known"));
	}

	static Appearances of(Question question, Sources sources, Duration timeout) {
		Deadline deadline = Deadline.in(timeout);
		TestStart since = sources.scope().beginning();
		List<Appearance> found = new ArrayList<>();
		String id = question.id();
		Map<Origins.Place, TappedRecord> seen = new LinkedHashMap<>();
		if (id != null) {
			sources.tap().seen(id).forEach((tapped) -> seen.put(Origins.Place.of(tapped.record()), tapped));
			seen.values()
				.stream()
				.filter((tapped) -> !tapped.isSince(since))
				.forEach((tapped) -> add(found, new Appearance(tapped, Form.RECOGNIZED, Spot.VALUE)));
		}
		List<String> unknown = new ArrayList<>();
		Set<String> requested = new HashSet<>();
		IdSearch search = (id != null) ? new IdSearch(id) : null;
		read(unknown, () -> sources.tap().search(since, IsolationLevel.READ_UNCOMMITTED, timeout, (tapped) -> {
			TappedRecord known = seen.getOrDefault(Origins.Place.of(tapped.record()), tapped);
			add(found, (search != null) ? search.find(known) : expected(known, question));
			if (question.request().topics().contains(tapped.record().topic()) && requested.size() < Meanwhile.MAX_IDS) {
				requested.add(String.valueOf(tapped.correlationId()));
			}
		}));
		Map<Origins.Place, Cause> hidden = new HashMap<>();
		read(unknown, () -> hidden.putAll(hidden(found, topics(question), sources, deadline)));
		return new Appearances(since, List.copyOf(found), hidden, Meanwhile.of(question, sources.tap(),
				Set.copyOf(found.stream().map(Appearance::place).toList()), requested), unknown);
	}

	private static List<String> topics(Question question) {
		List<String> topics = new ArrayList<>(question.expected().topics());
		topics.addAll(question.request().topics());
		return topics;
	}

	/**
	 * Topics that cannot be read leave what was found so far.
	 */
	private static void read(List<String> unknown, Runnable reading) {
		try {
			reading.run();
		}
		catch (TapException ex) {
			unknown.add(String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable Appearance expected(TappedRecord tapped, Question question) {
		return question.expected().topics().contains(tapped.record().topic())
				? new Appearance(tapped, Form.RECOGNIZED, Spot.VALUE) : null;
	}

	private static void add(List<Appearance> found, @Nullable Appearance appearance) {
		if (appearance != null && found.size() < MAX) {
			found.add(appearance);
		}
	}

	/**
	 * Return what the tap, which sees what is committed, has not seen of the expected
	 * topics.
	 */
	private static Map<Origins.Place, Cause> hidden(List<Appearance> found, List<String> topics, Sources sources,
			Deadline deadline) {
		Set<Origins.Place> unseen = new HashSet<>();
		found.stream()
			.filter((appearance) -> topics.contains(appearance.topic()))
			.forEach((appearance) -> unseen.add(appearance.place()));
		sources.tap().seen((tapped) -> unseen.remove(Origins.Place.of(tapped.record())));
		if (unseen.isEmpty()) {
			return Map.of();
		}
		sources.tap()
			.search(sources.scope().beginning(), IsolationLevel.READ_COMMITTED, deadline.left(),
					(tapped) -> unseen.remove(Origins.Place.of(tapped.record())));
		Map<TopicPartition, Long> open = unseen.isEmpty() ? Map.of()
				: sources.tap().unreadable(topics, deadline.left());
		Map<Origins.Place, Cause> hidden = new HashMap<>();
		unseen.forEach(
				(place) -> hidden.put(place, (place.offset() >= open.getOrDefault(place.partition(), Long.MAX_VALUE))
						? Cause.OPEN_TRANSACTION : Cause.ABORTED_TRANSACTION));
		return hidden;
	}

	boolean isHidden(Appearance appearance) {
		return this.hidden.containsKey(appearance.place());
	}

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
		 * What the clocks of two processes of one machine, and their rounding, may differ
		 * by.
		 */
		private static final long GRACE_MILLIS = 50;

		/**
		 * What answers one of the other requests again may be meant for this one.
		 */
		static Meanwhile of(Question question, Tap tap, Set<Origins.Place> found, Set<String> requested) {
			List<String> topics = question.expected().topics();
			Predicate<TappedRecord> isOther = (tapped) -> topics.contains(tapped.record().topic())
					&& isAfter(tapped, question.request().nanos())
					&& !found.contains(Origins.Place.of(tapped.record()));
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
		 * Return whether a record was published after a moment. When it arrived does not
		 * say so: what a topic has is read when it is watched for the first time.
		 * @param nanos the moment, on the clock of {@link System#nanoTime()}
		 */
		static boolean isAfter(TappedRecord tapped, long nanos) {
			long millis = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
			return tapped.arrivedNanos() - nanos >= 0 && tapped.record().timestamp() >= millis - GRACE_MILLIS;
		}

	}

}
