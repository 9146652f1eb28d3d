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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.report.ExampleReports;
import io.omninode.kafka.test.report.LoadCounts;
import io.omninode.kafka.test.report.LoadGenerator;
import io.omninode.kafka.test.report.LoadReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateSearch} and {@link RateThreshold}.
 */
class RateSearchTests {

	private static final RateThreshold THRESHOLD = RateThreshold.p99(Duration.ofMillis(100));

	private final List<Integer> tried = new ArrayList<>();

	@Test
	void theRateIsDoubledThenTheGapIsHalved() {
		LoadReport report = search(100, 730);
		assertThat(this.tried).startsWith(100, 200, 400, 800, 600, 700);
		assertThat(report.maximumRate().getAsInt()).isBetween(695, 730);
		assertThat(report.name()).isEqualTo("held");
		assertThat(report.triedRates()).extracting(LoadReport.TriedRate::ratePerSecond).isEqualTo(this.tried);
		assertThat(report.table()).contains("\n  maximum     " + report.maximumRate().getAsInt()
				+ "/s, tried 100/s, 200/s, 400/s, 800/s, 600/s, 700/s");
		assertThat(report).maximumRateAtLeast(695);
	}

	@Test
	void aLowerRateIsFoundWhereTheFirstDoesNotHold() {
		assertThat(search(100, 10).maximumRate()).hasValue(10);
	}

	@Test
	void noRateIsFoundWhereNoneHolds() {
		LoadReport report = search(8, 0);
		assertThat(report.maximumRate()).isEmpty();
		assertThat(this.tried).containsExactly(8, 4, 2, 1);
		assertThat(report.table()).endsWith("  maximum     none held, tried 8/s, 4/s, 2/s, 1/s\n");
	}

	@Test
	void theSearchEndsWhereEveryRateHolds() {
		assertThat(search(1, Integer.MAX_VALUE).triedRates()).hasSize(20);
	}

	@Test
	void aThresholdHoldsOnlyIfNothingWentWrong() {
		LoadGenerator calm = ExampleReports.calm().generator();
		assertThat(THRESHOLD).hasToString("p99 <= 100ms");
		assertThat(THRESHOLD.isHeldBy(ExampleReports.calm())).isTrue();
		assertThat(RateThreshold.p90(Duration.ofMillis(89)).isHeldBy(ExampleReports.calm())).isFalse();
		assertThat(THRESHOLD.isHeldBy(with(new LoadCounts(9, 9, 8, 1, 1, 0, 0, 0, Map.of()), calm))).isFalse();
		assertThat(THRESHOLD.isHeldBy(with(new LoadCounts(9, 8, 8, 0, 0, 0, 0, 0, Map.of("E", 1L)), calm))).isFalse();
		assertThat(THRESHOLD.isHeldBy(with(new LoadCounts(0, 0, 0, 0, 0, 0, 0, 0, Map.of()), calm))).isFalse();
		LoadGenerator behind = new LoadGenerator(Duration.ofMillis(21), Duration.ofMillis(200), 0, Duration.ZERO, 0);
		assertThat(THRESHOLD.isHeldBy(with(ExampleReports.calm().counts(), behind))).isFalse();
	}

	private static LoadReport with(LoadCounts counts, LoadGenerator generator) {
		return ExampleReports.report("held", counts, generator, List.of());
	}

	private LoadReport search(int start, int highest) {
		LoadPlan plan = LoadPlan.sustained("orders", start, Duration.ofSeconds(1));
		return new RateSearch(plan, THRESHOLD, (each) -> attempt(each, highest)).run();
	}

	private LoadReport attempt(LoadPlan plan, int highest) {
		int rate = ((LoadShape.Open) plan.shape()).steady().get(0).to();
		this.tried.add(rate);
		return (rate <= highest) ? with(ExampleReports.calm().counts(), ExampleReports.calm().generator())
				: ExampleReports.faulty("not held");
	}

}
