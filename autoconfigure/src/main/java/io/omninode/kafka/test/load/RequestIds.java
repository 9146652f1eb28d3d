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

package io.omninode.kafka.test.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.omninode.kafka.test.correlation.Excerpt;

/**
 * The correlation ids of a load: UUIDs that end with the number of the request, and ids
 * that events already contain.
 */
final class RequestIds {

	/**
	 * The number for an id that does not belong to this load.
	 */
	static final int NONE = -1;

	private static final int LENGTH = 36;

	private static final int DIGITS = 12;

	private static final String HEX = "0123456789abcdef";

	private final String prefix = UUID.randomUUID().toString().substring(0, LENGTH - DIGITS);

	private final Map<String, Integer> own = new ConcurrentHashMap<>();

	/**
	 * Return the id for a number.
	 */
	String text(int number) {
		byte[] digits = new byte[DIGITS];
		write(number, digits, DIGITS - LENGTH);
		return this.prefix + new String(digits, StandardCharsets.US_ASCII);
	}

	/**
	 * Write the number of a request into an id within a text.
	 */
	void write(int number, byte[] text, int position) {
		long rest = number;
		for (int i = position + LENGTH - 1; i >= position + LENGTH - DIGITS; i--) {
			text[i] = (byte) HEX.charAt((int) (rest & 0xf));
			rest >>>= 4;
		}
	}

	/**
	 * Register an id that an event already contains.
	 */
	void register(String id, int number) {
		Integer other = this.own.putIfAbsent(id, number);
		if (other != null) {
			throw new IllegalArgumentException(
					"The events of requests " + other + " and " + number + " have the same correlation id <"
							+ Excerpt.of(id) + ">: give each its own, or leave it out to get a fresh one");
		}
	}

	/**
	 * Return the number of the request with an id.
	 */
	int number(String id) {
		if (id.length() == LENGTH && id.startsWith(this.prefix)) {
			return parse(id);
		}
		return this.own.isEmpty() ? NONE : this.own.getOrDefault(id, NONE);
	}

	private static int parse(String id) {
		long number = 0;
		for (int i = LENGTH - DIGITS; i < LENGTH; i++) {
			int digit = Character.digit(id.charAt(i), 16);
			if (digit < 0) {
				return NONE;
			}
			number = (number << 4) | digit;
		}
		return (number <= Integer.MAX_VALUE) ? (int) number : NONE;
	}

}
