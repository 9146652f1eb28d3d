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
import java.util.Locale;

/**
 * How loads show numbers.
 */
final class Numbers {

	private static final double NANOS_PER_MILLI = 1_000_000.0;

	private Numbers() {
	}

	/**
	 * Return a duration in the unit in which it is read best.
	 */
	static String duration(Duration duration) {
		double millis = duration.toNanos() / NANOS_PER_MILLI;
		if (millis >= 1000) {
			return trimmed("%.2f", millis / 1000) + "s";
		}
		return trimmed((millis >= 100) ? "%.0f" : "%.2f", millis) + "ms";
	}

	static String decimal(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	static String percentile(double percentile) {
		return trimmed("%.3f", percentile);
	}

	private static String trimmed(String format, double value) {
		String text = String.format(Locale.ROOT, format, value);
		return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
	}

}
