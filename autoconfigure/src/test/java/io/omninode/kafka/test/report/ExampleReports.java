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

package io.omninode.kafka.test.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.report.LoadReport.Evidence;
import io.omninode.kafka.test.report.LoadReport.Search;
import io.omninode.kafka.test.report.LoadReport.Step;
import io.omninode.kafka.test.report.LoadReport.Summary;
import io.omninode.kafka.test.report.LoadReport.Times;
import org.HdrHistogram.Histogram;

/**
 * Reports of loads that were never made.
 */
public final class ExampleReports {

	private static final LoadGenerator CALM = new LoadGenerator(Duration.ofMillis(1), Duration.ofMillis(99), 0.4,
			Duration.ZERO, 0);

	private static final LoadGenerator OVERTAXED = new LoadGenerator(Duration.ofMillis(30), Duration.ofMillis(99), 0.97,
			Duration.ofMillis(5), 7);

	private ExampleReports() {
	}

	/**
	 * A load without any fault: response times from 1 ms to 100 ms.
	 */
	public static LoadReport calm() {
		return report("calm", new LoadCounts(100, 100, 100, 0, 0, 0, 0, 0, Map.of()), CALM, List.of());
	}

	/**
	 * A load with each kind of fault.
	 */
	public static LoadReport faulty(String name) {
		LoadCounts counts = new LoadCounts(130, 120, 100, 15, 3, 2, 1, 5, Map.of("TimeoutException", 10L));
		List<LostRequest> lost = new ArrayList<>();
		lost.add(new LostRequest(3, "id-3", "k<1>", "orders", 0, 17));
		for (int number = 4; number < 15; number++) {
			lost.add(new LostRequest(number, "id-" + number, null, "orders", -1, -1));
		}
		return report(name, counts, OVERTAXED, lost);
	}

	/**
	 * A load that rises to its rate and stays there.
	 */
	public static LoadReport stepped() {
		Duration second = Duration.ofSeconds(1);
		List<Step> steps = List.of(new Step(10, 50, second, 30, 0, 0, latency()),
				new Step(50, 50, second, 50, 1, 2, latency()));
		return report("stepped", new LoadCounts(80, 80, 77, 2, 0, 0, 0, 0, Map.of("error reply", 1L)), steps, CALM,
				List.of());
	}

	public static LoadReport report(String name, LoadCounts counts, LoadGenerator generator, List<LostRequest> lost) {
		return report(name, counts, List.of(), generator, lost);
	}

	private static LoadReport report(String name, LoadCounts counts, List<Step> steps, LoadGenerator generator,
			List<LostRequest> lost) {
		Latency latency = latency();
		Duration second = Duration.ofSeconds(1);
		List<LoadSecond> seconds = List.of(
				new LoadSecond(second, second, 50, 40, 0, 0, 10, Duration.ofMillis(1), Duration.ofMillis(2),
						Duration.ofMillis(3), Duration.ofMillis(4)),
				new LoadSecond(second.multipliedBy(2), second, 50, 60, 0, 0, 0, Duration.ofMillis(50),
						Duration.ofMillis(90), Duration.ofMillis(99), Duration.ofMillis(100)));
		return new LoadReport(
				new Summary(name, "<orders>: 50/s for 2s", Instant.parse("2026-01-02T03:04:05Z"), Duration.ofSeconds(2),
						false),
				counts, new Times(latency, latency, latency), new Evidence(seconds, steps, lost, List.of(), generator),
				Search.NONE);
	}

	private static Latency latency() {
		Histogram histogram = new Histogram(3);
		for (int millis = 1; millis <= 100; millis++) {
			histogram.recordValue(millis * 1_000_000L);
		}
		return new Latency(histogram);
	}

}
