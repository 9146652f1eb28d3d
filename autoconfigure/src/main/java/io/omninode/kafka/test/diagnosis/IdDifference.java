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
import java.util.Base64;
import java.util.Locale;

import io.omninode.kafka.test.correlation.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * What makes another id of an id.
 *
 * @param own the id
 * @param other the other one
 */
record IdDifference(String own, String other) {

	private static final int MIN_LENGTH = 8;

	/**
	 * Return what was done to the id, or {@code null} if the other one need not come from
	 * it.
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
		if (letters(other).equals(letters(this.own))) {
			return "its separators were changed";
		}
		byte[] bytes = this.own.getBytes(StandardCharsets.UTF_8);
		return other.equals(Base64.getEncoder().encodeToString(bytes)) ? "it is in Base64" : null;
	}

	private static String letters(String id) {
		return id.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	private static String around(String before, String after) {
		String first = before.isEmpty() ? "" : "<" + Excerpt.of(before) + "> was put before it";
		String last = after.isEmpty() ? "" : "<" + Excerpt.of(after) + "> was put after it";
		return (first.isEmpty() || last.isEmpty()) ? first + last : first + ", and " + last;
	}

}
