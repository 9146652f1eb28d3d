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

/**
 * What a plan refuses.
 */
final class PlanRules {

	private PlanRules() {
	}

	static Duration requirePositive(String what, Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new IllegalArgumentException(
					what + " has to be positive, not <" + duration + ">: give it at least a millisecond");
		}
		return duration;
	}

	static int requirePositive(String what, int value) {
		if (value <= 0) {
			throw new IllegalArgumentException(what + " has to be positive, not <" + value + ">: give at least 1");
		}
		return value;
	}

	static String requireText(String what, String value) {
		if (value.isBlank()) {
			throw new IllegalArgumentException(what + " must not be empty, as <" + value + "> is");
		}
		return value;
	}

}
