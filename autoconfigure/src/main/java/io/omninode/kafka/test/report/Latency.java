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

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

import io.omninode.kafka.test.waiting.Durations;
import org.HdrHistogram.Histogram;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The distribution of a time over many requests, with a precision of three digits.
 * <p>
 * Immutable.
 *
 * @since 0.1.0
 */
public final class Latency {

	private final Histogram histogram;

	/**
	 * Create a latency from a copy of the recorded times.
	 * @param histogram the times in nanoseconds
	 */
	@API(status = Status.INTERNAL)
	public Latency(Histogram histogram) {
		this.histogram = histogram.copy();
	}

	/**
	 * Return how many times were measured.
	 * @return the number
	 */
	public long count() {
		return this.histogram.getTotalCount();
	}

	/**
	 * Return the time that a percentage of all times does not exceed.
	 * @param percentile the percentage, from 0 to 100
	 * @return the time, zero if nothing was measured
	 */
	public Duration percentile(double percentile) {
		return (count() > 0) ? Duration.ofNanos(this.histogram.getValueAtPercentile(percentile)) : Duration.ZERO;
	}

	/**
	 * Return the median.
	 * @return the time
	 */
	public Duration p50() {
		return percentile(50);
	}

	/**
	 * Return the time that nine of ten do not exceed.
	 * @return the time
	 */
	public Duration p90() {
		return percentile(90);
	}

	/**
	 * Return the time that 99 of 100 do not exceed.
	 * @return the time
	 */
	public Duration p99() {
		return percentile(99);
	}

	/**
	 * Return the time that 999 of 1,000 do not exceed.
	 * @return the time
	 */
	public Duration p999() {
		return percentile(99.9);
	}

	/**
	 * Return the longest time.
	 * @return the time, zero if nothing was measured
	 */
	public Duration max() {
		return Duration.ofNanos(this.histogram.getMaxValue());
	}

	/**
	 * Return the average.
	 * @return the time, zero if nothing was measured
	 */
	public Duration mean() {
		return Duration.ofNanos((long) this.histogram.getMean());
	}

	/**
	 * Return the name of a percentile.
	 * @param percentile the percentage, from 0 to 100
	 * @return for example {@code p99.9}
	 */
	public static String nameOf(double percentile) {
		return "p" + new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(percentile);
	}

	@Override
	public String toString() {
		return "p50 " + Durations.rounded(p50()) + ", p90 " + Durations.rounded(p90()) + ", p99 "
				+ Durations.rounded(p99()) + ", p99.9 " + Durations.rounded(p999()) + ", max "
				+ Durations.rounded(max());
	}

}
