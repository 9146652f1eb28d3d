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

package io.omninode.kafka.test.record;

import java.math.BigDecimal;
import java.util.Comparator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/**
 * Compares JSON by what it says: numbers by their value, {@code 1} and {@code 1.0} are
 * equal.
 */
final class JsonEquality implements Comparator<JsonNode> {

	static boolean areEqual(JsonNode one, JsonNode other) {
		return one.equals(new JsonEquality(), other);
	}

	@Override
	public int compare(JsonNode one, JsonNode other) {
		if (isFinite(one) && isFinite(other)) {
			return decimal(one).compareTo(decimal(other));
		}
		return one.equals(other) ? 0 : 1;
	}

	private static boolean isFinite(JsonNode node) {
		return node instanceof NumericNode number && !number.isNaN();
	}

	/**
	 * Return the number as it is written, because a float is not the double next to it.
	 */
	private static BigDecimal decimal(JsonNode node) {
		return new BigDecimal(node.asString());
	}

}
