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

package io.omninode.kafka.test.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesTests {

	@Test
	void whenTheNumberIsOddTheMedianIsTheMiddleOne() {
		assertThat(new Series(List.of(9.0, 1.0, 4.0)).median()).isEqualTo(4.0);
	}

	@Test
	void whenTheNumberIsEvenTheMedianIsBetweenTheTwoInTheMiddle() {
		assertThat(new Series(List.of(9.0, 1.0, 4.0, 2.0)).median()).isEqualTo(3.0);
	}

	@Test
	void ratiosAreThoseOfEachRound() {
		Series ratios = new Series(List.of(1.0, 8.0, 6.0)).ratioTo(new Series(List.of(2.0, 4.0, 2.0)));
		assertThat(ratios.values()).containsExactly(0.5, 2.0, 3.0);
		assertThat(ratios.min()).isEqualTo(0.5);
		assertThat(ratios.max()).isEqualTo(3.0);
	}

}
