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

import io.omninode.kafka.test.waiting.Durations;

/**
 * Part of a schedule: a rate that stays or changes evenly.
 *
 * @param from requests a second at the beginning
 * @param to requests a second at the end
 * @param length how long it lasts
 */
record Stage(int from, int to, Duration length) {

	private static final double NANOS = 1_000_000_000.0;

	static Stage constant(int rate, Duration length) {
		PlanRules.requirePositive("The rate of a load", rate);
		return new Stage(rate, rate, PlanRules.requirePositive("The duration of a load", length));
	}

	static Stage ramp(int from, int to, Duration length) {
		if (from < 0) {
			throw new IllegalArgumentException("A ramp cannot begin at <" + from + ">: begin at 0 or more");
		}
		PlanRules.requirePositive("The rate at the end of a ramp", to);
		return new Stage(from, to, PlanRules.requirePositive("The duration of a ramp", length));
	}

	/**
	 * Return the number of requests in this stage.
	 */
	long requests() {
		return Math.round((this.from + this.to) / 2.0 * seconds());
	}

	/**
	 * Return when a request is due, in nanoseconds since the beginning of this stage.
	 */
	long dueNanos(long request) {
		if (this.from == this.to) {
			return (long) (request * NANOS / this.from);
		}
		double growth = (this.to - this.from) / seconds();
		double root = Math.sqrt(Math.max(0, (double) this.from * this.from + 2 * growth * request));
		return (long) ((root - this.from) / growth * NANOS);
	}

	private double seconds() {
		return this.length.toNanos() / NANOS;
	}

	@Override
	public String toString() {
		String rate = (this.from == this.to) ? this.to + "/s" : this.from + "/s to " + this.to + "/s";
		return rate + " for " + Durations.rounded(this.length);
	}

}
