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

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EditDistance}.
 */
class EditDistanceTests {

	@ParameterizedTest
	@CsvSource({ "'', '', 0", "abc, abc, 0", "'', abc, 3", "abc, '', 3", "abc, abd, 1", "abc, ab, 1", "abc, xabc, 1",
			"kitten, sitting, 3", "flaw, lawn, 2", "orders, sredro, 4" })
	void theDistanceIsTheNumberOfLettersToChange(String first, String second, int distance) {
		assertThat(EditDistance.distance(first, second)).isEqualTo(distance);
		assertThat(EditDistance.distance(second, first)).isEqualTo(distance);
	}

	@Test
	void theNearestNameComesFirst() {
		assertThat(Stream.of("payments", "orders", "order", "borders").sorted(EditDistance.to("ordrs")))
			.containsExactly("orders", "borders", "order", "payments");
	}

	@Test
	void namesOfTheSameDistanceAreInAlphabeticalOrder() {
		assertThat(Stream.of("c", "a", "b").sorted(EditDistance.to("x"))).containsExactly("a", "b", "c");
	}

	@Test
	void theCaseOfTheNameLookedForDoesNotCount() {
		assertThat(Stream.of("x", "orders").sorted(EditDistance.to("ORDERS"))).containsExactly("orders", "x");
	}

}
