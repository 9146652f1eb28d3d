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

package io.omninode.kafka.test.record;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * How waits take and show durations.
 *
 * @since 0.1.0
 */
public final class Durations {

	private Durations() {
	}

	/**
	 * Refuse a timeout that nothing can be awaited for.
	 * @param timeout the timeout
	 * @throws IllegalArgumentException if it is zero or negative
	 */
	public static void requirePositive(Duration timeout) {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("A timeout has to be positive, not <" + timeout + ">");
		}
	}

	/**
	 * Return a duration as people write it, to the millisecond.
	 * @param duration the duration
	 * @return for example {@code 1s500ms}
	 */
	public static String text(Duration duration) {
		return DurationFormatterUtils.print(duration.truncatedTo(ChronoUnit.MILLIS), DurationFormat.Style.COMPOSITE);
	}

}
