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

import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * An exchange that gets a share of the requests.
 *
 * @param exchange the name of the exchange
 * @param weight its share of the requests, relative to the weights of the others
 * @param event creates the events, {@code null} as long as it is not set
 * @param key creates the keys, {@code null} for none
 */
record Target(String exchange, int weight, @Nullable IntFunction<?> event, @Nullable IntFunction<String> key) {

	Target {
		PlanRules.requireText("The name of an exchange", exchange);
		PlanRules.requirePositive("The weight of an exchange", weight);
	}

	Target withWeight(int weight) {
		return new Target(this.exchange, weight, this.event, this.key);
	}

	Target withEvent(IntFunction<?> event) {
		return new Target(this.exchange, this.weight, event, this.key);
	}

	Target withKey(IntFunction<String> key) {
		return new Target(this.exchange, this.weight, this.event, key);
	}

}
