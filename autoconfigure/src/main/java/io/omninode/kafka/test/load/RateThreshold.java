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

import io.omninode.kafka.test.report.Latency;
import io.omninode.kafka.test.report.LoadCounts;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.waiting.Durations;

/**
 * The condition that holds at a rate with which the service keeps up: a limit of a
 * percentile of the response time, and a reply to every request.
 * <p>
 * Immutable.
 *
 * @param percentile the percentile, above 0 and at most 100
 * @param maximum the response time that the percentile must not exceed
 * @since 0.1.0
 */
public record RateThreshold(double percentile, Duration maximum) {

	public RateThreshold {
		if (!(percentile > 0) || percentile > 100) {
			throw new IllegalArgumentException(
					"A percentile has to be above 0 and at most 100, not <" + percentile + ">: 99 is usual");
		}
		PlanRules.requirePositive("The response time of a threshold", maximum);
	}

	/**
	 * Return the threshold that nine of ten response times must keep.
	 * @param maximum the maximum response time
	 * @return the threshold
	 */
	public static RateThreshold p90(Duration maximum) {
		return new RateThreshold(90, maximum);
	}

	/**
	 * Return the threshold that 99 of 100 response times must keep.
	 * @param maximum the maximum response time
	 * @return the threshold
	 */
	public static RateThreshold p99(Duration maximum) {
		return new RateThreshold(99, maximum);
	}

	/**
	 * Return whether the threshold held for a load: no request failed or timed out, the
	 * percentile is within the maximum, and the requests left on schedule.
	 * @param report the report of the load
	 * @return whether it held
	 */
	public boolean isHeldBy(LoadReport report) {
		LoadCounts counts = report.counts();
		return !report.interrupted() && counts.replied() > 0 && counts.failed() == 0 && counts.timedOut() == 0
				&& !report.generator().isBehind()
				&& report.responseTime().percentile(this.percentile).compareTo(this.maximum) <= 0;
	}

	@Override
	public String toString() {
		return Latency.nameOf(this.percentile) + " <= " + Durations.rounded(this.maximum);
	}

}
