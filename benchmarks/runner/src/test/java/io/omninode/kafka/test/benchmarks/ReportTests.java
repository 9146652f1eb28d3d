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

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final Scenario OURS = Scenario.plain(Case.STARTER, Suite.ONE_CONTEXT);

	private static final Scenario THEIRS = Scenario.plain(Case.EMBEDDED_KAFKA, Suite.ONE_CONTEXT);

	private final Results results = new Results();

	@Test
	void whenTheMedianOfTheRatiosIsWithinTheTargetItIsMet() {
		addTwoRounds();
		assertThat(line(new Row("Wall", Measure.PROCESS_WALL, OURS, THEIRS, Target.ratio(0.5))))
			.isEqualTo("| Wall | 1.50 s | 3.00 s | 1.00 s (0.375) | 0.500 (0.500–0.500) | ≤ 0.50, met |");
	}

	@Test
	void whenTheMedianOfTheRatiosIsAboveTheTargetItIsMissed() {
		addTwoRounds();
		assertThat(line(new Row("Wall", Measure.PROCESS_WALL, OURS, THEIRS, Target.ratio(0.4))))
			.endsWith("| ≤ 0.40, **missed** |");
	}

	@Test
	void whenTheTargetIsAValueTheStarterAloneIsJudged() {
		addTwoRounds();
		assertThat(line(new Row("Wall", Measure.PROCESS_WALL, OURS, THEIRS, Target.value(1.5))))
			.endsWith("| ≤ 1.50 s, met |");
	}

	@Test
	void whenThereIsNothingToDivideByThereIsNoRatio() {
		addTwoRounds();
		assertThat(line(new Row("Problems", Measure.EXIT_PROBLEMS, OURS, THEIRS, Target.value(0))))
			.isEqualTo("| Problems | 0 | 0 | 0 |  | ≤ 0, met |");
	}

	@Test
	void whenThereIsNothingToCompareWithTheStarterStandsAlone() {
		addTwoRounds();
		assertThat(line(new Row("Lines", Measure.LINES, OURS, OURS, Target.NONE)))
			.isEqualTo("| Lines | 7 |  |  |  |  |");
	}

	@Test
	void whenThereIsNoRunWithoutABrokerItsColumnIsEmpty() {
		add(Case.STARTER, 1);
		add(Case.EMBEDDED_KAFKA, 2);
		assertThat(line(new Row("Wall", Measure.PROCESS_WALL, OURS, THEIRS, Target.ratio(0.5))))
			.isEqualTo("| Wall | 1.00 s | 2.00 s |  | 0.500 (0.500–0.500) | ≤ 0.50, met |");
	}

	private void addTwoRounds() {
		add(Case.STARTER, 1, 2);
		add(Case.EMBEDDED_KAFKA, 2, 4);
		add(Case.WITHOUT_BROKER, 1, 1);
	}

	private void add(Case testCase, long... seconds) {
		for (long wall : seconds) {
			Instant start = Instant.parse("2026-11-21T08:00:00Z");
			this.results.add(Scenario.plain(testCase, Suite.ONE_CONTEXT), new Run(start, start.plusSeconds(wall),
					Duration.ofSeconds(1), List.of(), Collections.nCopies(7, "line")));
		}
	}

	private String line(Row row) {
		return new Report(this.results).table(List.of(row)).lines().skip(2).findFirst().orElseThrow();
	}

}
