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

import java.util.ArrayList;
import java.util.List;

/**
 * The axis of a plot.
 *
 * @param min the smallest value on it
 * @param max the largest value on it
 * @param logarithmic whether the scale is logarithmic
 */
record Axis(double min, double max, boolean logarithmic) {

	private static final int STEPS = 5;

	/**
	 * Return an axis from zero.
	 */
	static Axis linear(double max) {
		double step = step(max);
		return new Axis(0, Math.max(step, Math.ceil(max / step) * step), false);
	}

	/**
	 * Return an axis of whole powers of ten.
	 */
	static Axis logarithmic(double min, double max) {
		double low = Math.pow(10, Math.floor(Math.log10(Math.max(min, 0.001))));
		double high = Math.pow(10, Math.ceil(Math.log10(Math.max(max, low * 10))));
		return new Axis(low, high, true);
	}

	private static double step(double max) {
		double raw = Math.max(max, 0.001) / STEPS;
		double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
		for (double factor : new double[] { 1, 2, 5 }) {
			if (raw <= factor * magnitude) {
				return factor * magnitude;
			}
		}
		return 10 * magnitude;
	}

	/**
	 * Return where a value is, from 0 to 1.
	 */
	double position(double value) {
		double bounded = Math.max(this.min, Math.min(this.max, value));
		if (this.logarithmic) {
			return Math.log(bounded / this.min) / Math.log(this.max / this.min);
		}
		return (bounded - this.min) / (this.max - this.min);
	}

	List<Double> ticks() {
		List<Double> ticks = new ArrayList<>();
		double step = step(this.max);
		for (double tick = this.min; tick <= this.max * 1.0001; tick = this.logarithmic ? tick * 10 : tick + step) {
			ticks.add(tick);
		}
		return ticks;
	}

}
