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
import java.util.Locale;
import java.util.function.ToLongFunction;

import io.omninode.kafka.test.waiting.Durations;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions for a {@link LoadReport}. A failure shows the whole table and, if requests
 * were lost, where the first of them were last seen.
 *
 * @since 0.1.0
 */
public final class LoadReportAssert extends AbstractAssert<LoadReportAssert, LoadReport> {

	LoadReportAssert(LoadReport actual) {
		super(actual, LoadReportAssert.class);
	}

	/**
	 * Verify that every request got a reply, in time or late, or failed to be sent.
	 * @return this
	 */
	public LoadReportAssert lostNone() {
		return none("lost", LoadCounts::lost);
	}

	/**
	 * Verify that every request got its reply within its timeout.
	 * @return this
	 */
	public LoadReportAssert timedOutNone() {
		return none("timed out", LoadCounts::timedOut);
	}

	/**
	 * Verify that every request could be sent, and none was answered with an error.
	 * @return this
	 */
	public LoadReportAssert failedNone() {
		return none("failed", LoadCounts::failed);
	}

	/**
	 * Verify that no request has more than one reply.
	 * @return this
	 */
	public LoadReportAssert duplicatedNone() {
		return none("duplicated", LoadCounts::duplicates);
	}

	/**
	 * Verify that the replies to the requests of each key came in the order of the
	 * requests.
	 * @return this
	 */
	public LoadReportAssert keptOrder() {
		return none("out of order", LoadCounts::outOfOrder);
	}

	/**
	 * Verify that half of the response times are below a limit.
	 * @param limit the limit
	 * @return this
	 */
	public LoadReportAssert p50Below(Duration limit) {
		return percentileBelow(50, limit);
	}

	/**
	 * Verify that nine of ten response times are below a limit.
	 * @param limit the limit
	 * @return this
	 */
	public LoadReportAssert p90Below(Duration limit) {
		return percentileBelow(90, limit);
	}

	/**
	 * Verify that 99 of 100 response times are below a limit.
	 * @param limit the limit
	 * @return this
	 */
	public LoadReportAssert p99Below(Duration limit) {
		return percentileBelow(99, limit);
	}

	/**
	 * Verify that 999 of 1,000 response times are below a limit.
	 * @param limit the limit
	 * @return this
	 */
	public LoadReportAssert p999Below(Duration limit) {
		return percentileBelow(99.9, limit);
	}

	/**
	 * Verify that a percentage of the response times is below a limit. It fails if there
	 * is no response time.
	 * @param percentile the percentage, above 0 and at most 100
	 * @param limit the limit
	 * @return this
	 */
	public LoadReportAssert percentileBelow(double percentile, Duration limit) {
		isNotNull();
		return below(Latency.nameOf(percentile) + " of the response time", this.actual.responseTime(), percentile,
				limit);
	}

	/**
	 * Verify that 99 of 100 requests left on schedule, or late by less than a limit.
	 * @param limit the limit
	 * @return this
	 */
	public LoadReportAssert sendDelayP99Below(Duration limit) {
		isNotNull();
		return below("p99 of the send delay", this.actual.sendDelay(), 99, limit);
	}

	/**
	 * Verify that the rate of replies is at least the given one.
	 * @param repliesPerSecond the rate
	 * @return this
	 */
	public LoadReportAssert throughputAtLeast(double repliesPerSecond) {
		isNotNull();
		double throughput = this.actual.throughput();
		if (throughput < repliesPerSecond) {
			fail("at least " + String.format(Locale.ROOT, "%.1f", repliesPerSecond) + " replies/s",
					"it had " + String.format(Locale.ROOT, "%.1f", throughput));
		}
		return this;
	}

	/**
	 * Verify that the search found a rate which is at least the given one.
	 * @param ratePerSecond requests a second
	 * @return this
	 */
	public LoadReportAssert maximumRateAtLeast(int ratePerSecond) {
		isNotNull();
		int maximum = this.actual.maximumRate().orElse(0);
		if (maximum < ratePerSecond) {
			fail("a maximum rate of at least " + ratePerSecond + "/s", "it was " + maximum + "/s");
		}
		return this;
	}

	/**
	 * Verify that the load generator was not the bottleneck.
	 * @return this
	 */
	public LoadReportAssert generatorKeptUp() {
		isNotNull();
		if (this.actual.generator().isBottleneck()) {
			fail("a generator that keeps up", "it " + this.actual.generator());
		}
		return this;
	}

	private LoadReportAssert none(String what, ToLongFunction<LoadCounts> count) {
		isNotNull();
		long found = count.applyAsLong(this.actual.counts());
		if (found > 0) {
			fail("no request to be " + what, found + " of " + this.actual.counts().sent() + " were");
		}
		return this;
	}

	private LoadReportAssert below(String what, Latency times, double percentile, Duration limit) {
		if (times.count() == 0) {
			fail(what + " below " + Durations.rounded(limit), "nothing was measured");
		}
		Duration time = times.percentile(percentile);
		if (time.compareTo(limit) >= 0) {
			fail(what + " below " + Durations.rounded(limit), "it was " + Durations.rounded(time));
		}
		return this;
	}

	private void fail(String expected, String found) {
		List<LostRequest> lost = this.actual.lostRequests();
		throw failure("%s", new LoadFailure(this.actual, lost).text(expected, found));
	}

}
