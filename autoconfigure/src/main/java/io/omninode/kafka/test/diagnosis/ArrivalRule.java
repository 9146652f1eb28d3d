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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.diagnosis.Appearance.Kind;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What was expected is there: excluded, too late, too early, hidden by a transaction, or
 * with its id in another form.
 */
final class ArrivalRule implements Rule {

	private static final String SPRING_HEADER = "kafka_correlationId";

	private static final int MAX_VALUE = 120;

	private static final int MAX_SHOWN = 3;

	/**
	 * In this order: what is nearest to what was expected comes first.
	 */
	private static final List<Cause> ORDER = List.of(Cause.LATE, Cause.EXCLUDED, Cause.OPEN_TRANSACTION,
			Cause.ID_IN_SPRING_HEADER, Cause.ID_IN_OTHER_PLACE, Cause.ID_IN_OTHER_CASE, Cause.ID_QUOTED,
			Cause.ID_OF_OTHER_TYPE, Cause.NOT_JSON, Cause.ABORTED_TRANSACTION, Cause.ANSWERED_BEFORE);

	@Override
	public List<Finding> judge(Picture picture) {
		Map<Cause, List<Appearance>> alike = new EnumMap<>(Cause.class);
		for (Appearance appearance : picture.appearances().found()) {
			boolean isCandidate = picture.isExpected(appearance) && !appearance.place().equals(picture.request());
			Cause cause = isCandidate ? cause(appearance, picture) : null;
			boolean isLeft = cause == Cause.EXCLUDED && picture.question().id() == null;
			if (cause != null && !isLeft) {
				alike.computeIfAbsent(cause, (key) -> new ArrayList<>()).add(appearance);
			}
		}
		return ORDER.stream()
			.map((cause) -> alike.containsKey(cause) ? finding(cause, alike.get(cause), picture) : null)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Without an id any record on the topic may be the one that was expected: none
	 * satisfies the condition of the test.
	 */
	static List<Finding> unsatisfied(Picture picture) {
		List<Origins.Place> excluded = List.copyOf(picture.question().expected().excluded());
		if (picture.question().id() != null || excluded.isEmpty()) {
			return List.of();
		}
		String topics = String.join(">, <",
				excluded.stream().map((place) -> Excerpt.of(place.partition().topic())).distinct().toList());
		String other = picture.question().expected().counted().isEmpty() ? "" : "other ";
		String text = (excluded.size() == 1)
				? "the " + other + "record at " + excluded.get(0) + " does not satisfy the condition of the test"
				: "none of the " + other + excluded.size() + " records on <" + topics
						+ "> satisfies the condition of the test";
		return List.of(Finding.likely(Cause.EXCLUDED, text,
				"if one of them is what was expected, see its value: correct the condition, or the application"));
	}

	private static @Nullable Cause cause(Appearance appearance, Picture picture) {
		Question.Expected expected = picture.question().expected();
		if (picture.appearances().isHidden(appearance)) {
			return picture.appearances().hidden().get(appearance.place());
		}
		if (!appearance.isRecognized()) {
			return causeOfForm(appearance);
		}
		if (expected.knows(appearance.place())) {
			return expected.excluded().contains(appearance.place()) ? Cause.EXCLUDED : null;
		}
		return isEarlier(appearance.tapped(), picture) ? Cause.ANSWERED_BEFORE : Cause.LATE;
	}

	private static boolean isEarlier(TappedRecord tapped, Picture picture) {
		boolean isBefore = !tapped.isSince(picture.appearances().since())
				|| tapped.arrivedNanos() - picture.question().request().nanos() < 0;
		return picture.question().id() != null && isBefore;
	}

	private static Cause causeOfForm(Appearance appearance) {
		return switch (appearance.form()) {
			case OTHER_CASE -> Cause.ID_IN_OTHER_CASE;
			case QUOTED -> Cause.ID_QUOTED;
			case BYTES, NUMBER ->
				isSpringHeader(appearance.spot()) ? Cause.ID_IN_SPRING_HEADER : Cause.ID_OF_OTHER_TYPE;
			default -> causeOfSpot(appearance.spot());
		};
	}

	private static Cause causeOfSpot(Spot spot) {
		return switch (spot.kind()) {
			case VALUE -> Cause.NOT_JSON;
			case JSON_IN_STRING -> Cause.ID_QUOTED;
			default -> isSpringHeader(spot) ? Cause.ID_IN_SPRING_HEADER : Cause.ID_IN_OTHER_PLACE;
		};
	}

	static boolean isSpringHeader(Spot spot) {
		return spot.kind() == Kind.HEADER && spot.name().equals(SPRING_HEADER);
	}

	private static Finding finding(Cause cause, List<Appearance> alike, Picture picture) {
		Appearance last = alike.get(alike.size() - 1);
		String place = (alike.size() == 1) ? last.place().toString()
				: last.place() + ", and at " + (alike.size() - 1) + " more before it";
		return switch (cause) {
			case OPEN_TRANSACTION -> Finding.certain(cause,
					"it is at " + place + ", where a transaction is open, which hides it",
					"see what keeps the transaction open: a listener that has not returned, a commit that is missing, "
							+ "or a producer that has ended (transaction.timeout.ms)");
			case ABORTED_TRANSACTION ->
				Finding.certain(cause, "it was published at " + place + ", in a transaction that was aborted",
						"see the log of the application for the exception that rolled the transaction back");
			case EXCLUDED -> excluded(place, alike, picture);
			case ANSWERED_BEFORE ->
				Finding.certain(cause, "the id was answered at " + place + ", before this request was sent",
						"use a new id for each request");
			case LATE -> late(alike.get(0), picture);
			default -> otherForm(cause, last, place, picture);
		};
	}

	private static Finding excluded(String place, List<Appearance> alike, Picture picture) {
		List<String> values = alike.stream().limit(MAX_SHOWN).map((each) -> value(each, picture)).toList();
		return Finding
			.certain(Cause.EXCLUDED, "it came at " + place + ", and the condition of the test excludes it",
					"see its value: correct the condition, or the application")
			.with(values);
	}

	private static String value(Appearance appearance, Picture picture) {
		byte[] key = appearance.tapped().record().key();
		byte[] value = appearance.tapped().record().value();
		Masking masking = picture.published().masking();
		return appearance.place() + ": " + ((key != null) ? "key <" + masking.excerpt(key, MAX_VALUE) + ">, " : "")
				+ ((value != null) ? "value <" + masking.excerpt(value, MAX_VALUE) + ">" : "no value");
	}

	private static Finding late(Appearance first, Picture picture) {
		Duration late = Duration.ofNanos(first.tapped().arrivedNanos() - picture.seenNanos());
		String by = (late.toMillis() > 0) ? "less than " + Durations.text(late) : "just";
		return Finding.certain(Cause.LATE, "it came at " + first.place() + ", " + by + " after the wait had ended",
				"wait longer, or see what takes the application so long");
	}

	/**
	 * Return what is read as an id where bytes are no text.
	 */
	private static @Nullable String text(Appearance appearance) {
		Header header = (appearance.spot().kind() == Kind.HEADER)
				? appearance.tapped().record().headers().lastHeader(appearance.spot().name()) : null;
		byte[] bytes = (header != null) ? header.value() : appearance.tapped().record().key();
		return (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : null;
	}

	/**
	 * A record that has an id of its own need not be the one that was expected.
	 */
	private static Finding otherForm(Cause cause, Appearance appearance, String place, Picture picture) {
		String id = String.valueOf(picture.question().id());
		String read = appearance.tapped().correlationId();
		boolean hasOther = read != null && IdSearch.form(read, id) == null && !read.equals(text(appearance));
		boolean isGuess = hasOther || !appearance.isSure(id);
		String text = "a record came at " + place + " that has the id " + OtherForm.of(appearance, picture)
				+ (hasOther ? "; its own id is <" + Excerpt.of(read) + ">" : "");
		return new Finding(cause, !isGuess, text, List.of(), OtherForm.remedy(cause, appearance, picture));
	}

}
