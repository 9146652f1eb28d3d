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

package io.omninode.kafka.test.topic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Orders names by the number of single letters that have to be changed to get a given
 * name (Levenshtein distance).
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class EditDistance {

	private static final int MAX_NAMES = 5;

	private static final int MAX_LETTERS = 2;

	private EditDistance() {
	}

	/**
	 * Return the names that may have been meant.
	 * @param name the name
	 * @param known the known names
	 * @param kind what the names stand for, in the plural
	 * @return the nearest names
	 */
	public static String list(String name, Collection<String> known, String kind) {
		if (known.isEmpty()) {
			return "there are no " + kind;
		}
		String more = (known.size() > MAX_NAMES) ? ", and " + (known.size() - MAX_NAMES) + " more" : "";
		return known.stream()
			.sorted(to(Excerpt.of(name)))
			.limit(MAX_NAMES)
			.map((each) -> "<" + Excerpt.of(each) + ">")
			.collect(Collectors.joining(", ", kind + ", the nearest first: ", more));
	}

	/**
	 * Return whether a name may be a misspelling of a known one.
	 * @param name the name
	 * @param known the known names
	 * @return whether one of them differs in only a few letters
	 */
	public static boolean isNear(String name, Collection<String> known) {
		String wanted = Excerpt.of(name).toLowerCase(Locale.ROOT);
		return known.stream().anyMatch((each) -> distance(wanted, each) <= Math.min(MAX_LETTERS, wanted.length() / 4));
	}

	/**
	 * Return a comparator that orders names by their distance from a given one.
	 * @param name the given name
	 * @return the comparator, the nearest first
	 */
	public static Comparator<String> from(String name) {
		return to(name);
	}

	static Comparator<String> to(String name) {
		String wanted = name.toLowerCase(Locale.ROOT);
		return Comparator.<String>comparingInt((each) -> distance(wanted, each))
			.thenComparing(Comparator.naturalOrder());
	}

	static int distance(String first, String second) {
		int[] previous = new int[second.length() + 1];
		for (int j = 0; j <= second.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= first.length(); i++) {
			int[] current = new int[second.length() + 1];
			current[0] = i;
			for (int j = 1; j <= second.length(); j++) {
				int replaced = previous[j - 1] + ((first.charAt(i - 1) != second.charAt(j - 1)) ? 1 : 0);
				current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
			}
			previous = current;
		}
		return previous[second.length()];
	}

}
