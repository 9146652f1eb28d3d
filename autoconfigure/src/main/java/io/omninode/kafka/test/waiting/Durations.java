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

package io.omninode.kafka.test.waiting;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * Checks and formats the durations of waits and loads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Durations {

	private static final double NANOS_PER_MILLI = 1_000_000.0;

	private Durations() {
	}

	/**
	 * Reject a timeout that leaves no time to wait.
	 * @param timeout the timeout
	 * @throws IllegalArgumentException if it is zero or negative
	 */
	public static void requirePositive(Duration timeout) {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("A timeout has to be positive, not <" + timeout + ">");
		}
	}

	/**
	 * Return a duration in a readable form, to the millisecond.
	 * @param duration the duration
	 * @return for example {@code 1s500ms}
	 */
	public static String text(Duration duration) {
		return DurationFormatterUtils.print(duration.truncatedTo(ChronoUnit.MILLIS), DurationFormat.Style.COMPOSITE);
	}

	/**
	 * Return a measured duration in the most readable unit, rounded to a useful
	 * precision.
	 * @param duration the duration
	 * @return for example {@code 12.34ms} or {@code 1.5s}
	 */
	public static String rounded(Duration duration) {
		double millis = duration.toNanos() / NANOS_PER_MILLI;
		if (millis >= 1000) {
			return rounded("%.2f", millis / 1000) + "s";
		}
		return rounded((millis >= 100) ? "%.0f" : "%.2f", millis) + "ms";
	}

	private static String rounded(String format, double value) {
		String text = String.format(Locale.ROOT, format, value);
		return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
	}

}
