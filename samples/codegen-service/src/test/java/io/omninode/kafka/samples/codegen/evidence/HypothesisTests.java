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

package io.omninode.kafka.samples.codegen.evidence;

import java.util.List;
import java.util.Optional;

import io.omninode.kafka.samples.codegen.node.NodeSource;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Hypothesis} and {@link Finding}.
 */
class HypothesisTests {

	private static final Clue NOTHING = (node) -> Optional.empty();

	private final NodeSource node = NodeSource.of(PythonSource.of("x = 1"), null);

	@Test
	void whenNothingSpeaksForItThereIsNoFinding() {
		assertThat(Hypothesis.of("guess", NOTHING).test(this.node)).isEmpty();
	}

	@Test
	void whenSeveralCluesSpeakForItTheyAddUp() {
		Optional<Finding> finding = Hypothesis.of("guess", clue(0.5, 9), NOTHING, clue(0.4, 3)).test(this.node);
		assertThat(finding).hasValueSatisfying((found) -> {
			assertThat(found.confidence()).isEqualTo(0.7);
			assertThat(found.line()).isEqualTo(3);
			assertThat(found.texts()).containsExactly("line 9", "line 3");
		});
	}

	@Test
	void whenAnObjectionHoldsThereIsNoFinding() {
		Hypothesis hypothesis = Hypothesis.of("guess", clue(0.9, 1));
		assertThat(hypothesis.unless(NOTHING).test(this.node)).isPresent();
		assertThat(hypothesis.unless(NOTHING).unless(clue(1, 1)).test(this.node)).isEmpty();
	}

	@Test
	void whenFindingsAreSortedTheSurestIsFirst() {
		List<Finding> findings = List.of(finding("c", 0.2), finding("b", 0.2), finding("a", 0.1), finding("d", 0.9));
		assertThat(findings.stream().sorted(Finding.SUREST_FIRST)).extracting(Finding::name)
			.containsExactly("d", "b", "c", "a");
	}

	private static Clue clue(double weight, int line) {
		return (node) -> Optional.of(new Evidence(weight, line, "line " + line));
	}

	private static Finding finding(String name, double weight) {
		return new Finding(name, List.of(new Evidence(weight, 1, "text")));
	}

}
