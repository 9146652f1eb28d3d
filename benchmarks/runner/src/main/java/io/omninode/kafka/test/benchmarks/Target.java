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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a figure should not exceed.
 *
 * @param kind what the limit is for
 * @param limit the limit
 */
record Target(Kind kind, double limit) {

	static final Target NONE = new Target(Kind.NONE, Double.NaN);

	static Target ratio(double limit) {
		return new Target(Kind.RATIO, limit);
	}

	static Target value(double limit) {
		return new Target(Kind.VALUE, limit);
	}

	/**
	 * Return the limit and whether it is kept.
	 * @param measure what is measured
	 * @param value the median of the starter
	 * @param ratio the median of the ratios to {@code @EmbeddedKafka}
	 */
	String judge(Measure measure, double value, @Nullable Double ratio) {
		return switch (this.kind) {
			case NONE -> "";
			case RATIO -> verdict(String.format(Locale.ROOT, "%.2f", this.limit), ratio);
			case VALUE -> verdict(measure.format(this.limit), value);
		};
	}

	private String verdict(String text, @Nullable Double figure) {
		boolean met = figure != null && figure <= this.limit;
		return "≤ " + text + (met ? ", met" : ", **missed**");
	}

	enum Kind {

		NONE, RATIO, VALUE

	}

}
