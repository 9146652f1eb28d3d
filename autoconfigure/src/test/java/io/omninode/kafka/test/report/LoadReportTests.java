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
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LoadReport} and {@link LoadReportAssert}.
 */
class LoadReportTests {

	private final LoadReport calm = ExampleReports.calm();

	private final LoadReport faulty = ExampleReports.faulty("faulty");

	@Test
	void theTableShowsEverything() {
		assertThat(this.calm.table()).isEqualTo("""
				Load <calm> <orders>: 50/s for 2s
				  requests    100 sent, 100 acknowledged, 0 failed
				  replies     100 in time, 0 late, 0 lost, 0 duplicate, 0 out of order
				  throughput  50.0 replies/s over 2s
				                     p50       p90       p99     p99.9       max      mean
				  response          50ms   90.05ms   99.02ms     100ms     100ms    50.5ms
				  service           50ms   90.05ms   99.02ms     100ms     100ms    50.5ms
				  send delay        50ms   90.05ms   99.02ms     100ms     100ms    50.5ms
				  generator   kept up, 40% of all processors used by this process
				""");
		assertThat(this.calm).hasToString(this.calm.table());
	}

	@Test
	void theTableShowsEachStep() {
		LoadReport stepped = ExampleReports.stepped();
		assertThat(stepped.table().lines()).containsSequence(
				"  step              sent    failed timed out       p50       p99       max",
				"  10-50/s             30         0         0      50ms   99.02ms     100ms",
				"  50/s                50         1         2      50ms   99.02ms     100ms",
				"  generator   kept up, 40% of all processors used by this process");
		assertThat(stepped.steps()).extracting(LoadReport.Step::replied).containsExactly(100L, 100L);
	}

	@Test
	void whatHoldsPasses() {
		assertThat(this.calm).lostNone()
			.timedOutNone()
			.failedNone()
			.duplicatedNone()
			.keptOrder()
			.generatorKeptUp()
			.p50Below(Duration.ofMillis(52))
			.p90Below(Duration.ofMillis(92))
			.p99Below(Duration.ofMillis(101))
			.p999Below(Duration.ofMillis(102))
			.percentileBelow(10, Duration.ofMillis(12))
			.sendDelayP99Below(Duration.ofMillis(101))
			.throughputAtLeast(50);
	}

	@Test
	void aFailureShowsTheTableAndWhereLostRequestsWereLastSeen() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.faulty).lostNone())
			.withMessage("Expected no request to be lost in load <faulty>, but 12 of 130 were.\n\n"
					+ this.faulty.table() + """

							Evidence: request 3 <id-3> with key <k<1>> at orders-0@17, acknowledged
							          request 4 <id-4> for orders, not acknowledged
							          request 5 <id-5> for orders, not acknowledged
							          request 6 <id-6> for orders, not acknowledged
							          request 7 <id-7> for orders, not acknowledged
							          request 8 <id-8> for orders, not acknowledged
							          request 9 <id-9> for orders, not acknowledged
							          request 10 <id-10> for orders, not acknowledged
							          request 11 <id-11> for orders, not acknowledged
							          request 12 <id-12> for orders, not acknowledged
							          … and 2 more lost requests
							Remedy:   the generator was the bottleneck: requests left 30ms late (p99); \
							7 requests waited for the limit of requests in flight; \
							the producer waited 5ms for room in its buffer; \
							this process used 97% of all processors; \
							lower the rate, or give it more processors, before you blame the service
							""");
	}

	@Test
	void eachFaultFailsItsAssertion() {
		fails(() -> assertThat(this.faulty).timedOutNone(), "no request to be timed out", "15 of 130 were");
		fails(() -> assertThat(this.faulty).failedNone(), "no request to be failed", "10 of 130 were");
		fails(() -> assertThat(this.faulty).duplicatedNone(), "no request to be duplicated", "2 of 130 were");
		fails(() -> assertThat(this.faulty).keptOrder(), "no request to be out of order", "1 of 130 were");
		fails(() -> assertThat(this.faulty).throughputAtLeast(50.1), "at least 50.1 replies/s", "it had 50.0");
		fails(() -> assertThat(this.faulty).maximumRateAtLeast(5), "a maximum rate of at least 5/s", "it was 0/s");
		fails(() -> assertThat(this.faulty).p50Below(Duration.ofMillis(50)), "p50 of the response time below 50ms",
				"it was 50ms");
		fails(() -> assertThat(this.faulty).p90Below(Duration.ofMillis(50)), "p90 of the response time below 50ms",
				"it was 90.05ms");
		fails(() -> assertThat(this.faulty).p99Below(Duration.ofMillis(99)), "p99 of the response time below 99ms",
				"it was 99.02ms");
		fails(() -> assertThat(this.faulty).p999Below(Duration.ofSeconds(0)), "p99.9 of the response time below 0ms",
				"it was 100ms");
		fails(() -> assertThat(this.faulty).sendDelayP99Below(Duration.ofMillis(2)), "p99 of the send delay below 2ms",
				"it was 99.02ms");
		fails(() -> assertThat(this.faulty).generatorKeptUp(), "a generator that keeps up",
				"it was the bottleneck: requests left 30ms late (p99); "
						+ "7 requests waited for the limit of requests in flight; "
						+ "the producer waited 5ms for room in its buffer; this process used 97% of all processors");
	}

	private static void fails(Runnable assertion, String expected, String found) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run)
			.withMessageStartingWith(
					"Expected " + expected + " in load <faulty>, but " + found + ".\n\nLoad <faulty> ");
	}

	@Test
	void nothingIsBelowALimitWhereNothingWasMeasured() {
		Latency nothing = new Latency(new Histogram(3));
		LoadReport empty = new LoadReport(
				new LoadReport.Summary("empty", "plan", this.calm.startedAt(), Duration.ZERO, true),
				new LoadCounts(0, 0, 0, 0, 0, 0, 0, 0, Map.of()), new LoadReport.Times(nothing, nothing, nothing),
				new LoadReport.Evidence(List.of(), List.of(), List.of(), List.of(), this.calm.generator()),
				LoadReport.Search.NONE);
		assertThat(nothing.p99()).isZero();
		assertThat(empty.throughput()).isZero();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(empty).p99Below(Duration.ofSeconds(1)))
			.withMessageStartingWith(
					"Expected p99 of the response time below 1s in load <empty>, but nothing was measured.");
	}

}
