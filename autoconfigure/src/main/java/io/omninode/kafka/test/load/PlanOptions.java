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

import org.jspecify.annotations.Nullable;

/**
 * The options of a plan other than its requests and their schedule.
 *
 * @param name the name, {@code null} for the exchange and the kind of load
 * @param warmUp how long requests are sent before they are measured
 * @param timeout maximum time to wait for a reply, {@code null} for the default
 * @param maxInFlight maximum number of requests without a reply
 * @param threshold the threshold of a search for the highest rate, {@code null} if there
 * is no search
 */
record PlanOptions(@Nullable String name, Duration warmUp, @Nullable Duration timeout, int maxInFlight,
		@Nullable RateThreshold threshold) {

	static final PlanOptions DEFAULTS = new PlanOptions(null, Duration.ZERO, null, 100_000, null);

	PlanOptions withName(String name) {
		return new PlanOptions(PlanRules.requireText("The name of a load", name), this.warmUp, this.timeout,
				this.maxInFlight, this.threshold);
	}

	PlanOptions withWarmUp(Duration warmUp) {
		if (warmUp.isNegative()) {
			throw new IllegalArgumentException(
					"A warm-up cannot be negative, as <" + warmUp + "> is: leave it out to have none");
		}
		return new PlanOptions(this.name, warmUp, this.timeout, this.maxInFlight, this.threshold);
	}

	PlanOptions withTimeout(Duration timeout) {
		return new PlanOptions(this.name, this.warmUp, PlanRules.requirePositive("A timeout", timeout),
				this.maxInFlight, this.threshold);
	}

	PlanOptions withMaxInFlight(int maxInFlight) {
		return new PlanOptions(this.name, this.warmUp, this.timeout,
				PlanRules.requirePositive("The number of requests in flight", maxInFlight), this.threshold);
	}

	PlanOptions withThreshold(@Nullable RateThreshold threshold) {
		return new PlanOptions(this.name, this.warmUp, this.timeout, this.maxInFlight, threshold);
	}

}
