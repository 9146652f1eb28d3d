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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.EditDistance;
import org.jspecify.annotations.Nullable;

/**
 * The request was consumed, and what came where the reply was expected has no id, or
 * another one.
 */
final class StrayReplyRule implements Rule {

	private static final int MAX_ID = 80;

	private static final int MAX_NEAREST = 3;

	/**
	 * An id as long as this is not a part of another one by chance.
	 */
	private static final int UNIQUE = 20;

	private static final int MAX_OTHERS = 1_000;

	@Override
	public List<Finding> judge(Picture picture) {
		String own = picture.question().id();
		List<TappedRecord> others = picture.appearances().others().records();
		boolean isConsumed = picture.steps().stream().anyMatch(Picture.Step::isConsumed);
		if (own == null || others.isEmpty() || !(isConsumed || picture.request() == null)) {
			return List.of();
		}
		List<String> ids = others.stream()
			.map(TappedRecord::correlationId)
			.filter((id) -> id != null && !id.isEmpty())
			.map(String::valueOf)
			.distinct()
			.limit(MAX_OTHERS)
			.toList();
		List<Finding> findings = new ArrayList<>();
		List<TappedRecord> without = others.stream()
			.filter((tapped) -> tapped.correlationId() == null || tapped.correlationId().isEmpty())
			.toList();
		if (!ids.isEmpty()) {
			findings.add(otherId(own, ids, picture));
		}
		if (!without.isEmpty()) {
			boolean isCertain = !findings.isEmpty() && findings.get(0).isCertain();
			findings.add(isCertain ? 1 : 0, withoutId(without, picture));
		}
		return findings;
	}

	private static Finding withoutId(List<TappedRecord> others, Picture picture) {
		String count = (others.size() == 1) ? "a record" : others.size() + " records";
		String at = Appearance.place(others.get(others.size() - 1)).toString();
		return Finding.likely(Cause.NO_ID,
				"the reply has no id: " + count + " without one came where it was expected, "
						+ ((others.size() == 1) ? "at " : "the last at ") + at,
				"have the application pass on the id, which is read from " + picture.idPlaces());
	}

	/**
	 * The nearest ids come first, those that the id was turned into before all.
	 */
	private static Finding otherId(String own, List<String> ids, Picture picture) {
		List<String> nearest = ids.stream()
			.sorted(Comparator.<String>comparingInt((id) -> (new IdDifference(own, id).text() != null) ? 0 : 1)
				.thenComparing(EditDistance.from(own)))
			.limit(MAX_NEAREST)
			.toList();
		String first = nearest.get(0);
		String difference = new IdDifference(own, first).text();
		String text = "the reply has another id, <" + Excerpt.of(first, MAX_ID) + "> instead of <"
				+ Excerpt.of(own, MAX_ID) + ">" + ((difference != null) ? ": " + difference : "");
		return new Finding(Cause.OTHER_ID, difference != null && own.length() >= UNIQUE && isOnlyOne(picture), text,
				List.of(nearest(nearest, ids.size())), "have the application pass on the id of the request as it is");
	}

	/**
	 * What is not the only record need not be the reply to this request, nor if another
	 * one waits for its reply.
	 */
	private static boolean isOnlyOne(Picture picture) {
		Appearances.Meanwhile others = picture.appearances().others();
		return others.records().size() == 1 && others.isOnlyRequest() && picture.appearances().unknown().isEmpty();
	}

	private static String nearest(List<String> nearest, int count) {
		String shown = String.join(">, <", nearest.stream().map((id) -> Excerpt.of(id, MAX_ID)).toList());
		return "ids that came and answer no other request, the nearest first: <" + shown + ">"
				+ ((count > nearest.size()) ? " … and " + (count - nearest.size()) + " more" : "");
	}

	/**
	 * What makes another id of an id.
	 *
	 * @param own the id
	 * @param other the other one
	 */
	record IdDifference(String own, String other) {

		private static final int MIN_LENGTH = 8;

		/**
		 * Return what was done to the id, or {@code null} if the other one need not come
		 * from it.
		 */
		@Nullable String text() {
			String other = this.other.strip();
			if (this.own.length() < MIN_LENGTH || other.isEmpty()) {
				return null;
			}
			if (other.equals(this.own)) {
				return "it has spaces around it";
			}
			int begin = this.other.toLowerCase(Locale.ROOT).indexOf(this.own.toLowerCase(Locale.ROOT));
			if (begin >= 0) {
				return around(this.other.substring(0, begin), this.other.substring(begin + this.own.length()));
			}
			if (other.length() >= MIN_LENGTH && this.own.startsWith(other)) {
				return "its end <" + Excerpt.of(this.own.substring(other.length())) + "> is missing";
			}
			if (other.length() >= MIN_LENGTH && this.own.endsWith(other)) {
				return "its beginning <" + Excerpt.of(this.own.substring(0, this.own.length() - other.length()))
						+ "> is missing";
			}
			return rewritten(other);
		}

		private @Nullable String rewritten(String other) {
			if (!letters(other).isEmpty() && letters(other).equals(letters(this.own))) {
				return "its separators were changed";
			}
			byte[] bytes = this.own.getBytes(StandardCharsets.UTF_8);
			return other.equals(Base64.getEncoder().encodeToString(bytes)) ? "it is in Base64" : null;
		}

		private static String letters(String id) {
			return id.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "").toLowerCase(Locale.ROOT);
		}

		private static String around(String before, String after) {
			String first = before.isEmpty() ? "" : "<" + Excerpt.of(before) + "> was put before it";
			String last = after.isEmpty() ? "" : "<" + Excerpt.of(after) + "> was put after it";
			return (first.isEmpty() || last.isEmpty()) ? first + last : first + ", and " + last;
		}

	}

}
