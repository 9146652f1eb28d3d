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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When the requests of a plan leave.
 */
sealed interface LoadShape {

	/**
	 * Return the stages that are measured separately; empty if the load has a single rate
	 * or none.
	 */
	List<Stage> steps();

	/**
	 * A load of users who each send the next request when the reply to the last one has
	 * arrived.
	 *
	 * @param users number of users
	 * @param requests number of requests of all users together
	 */
	record Closed(int users, int requests) implements LoadShape {

		public Closed {
			PlanRules.requirePositive("The number of users", users);
			PlanRules.requirePositive("The number of requests", requests);
		}

		@Override
		public List<Stage> steps() {
			return List.of();
		}

		@Override
		public String toString() {
			return this.users + ((this.users == 1) ? " user, " : " users, ") + this.requests + " requests";
		}

	}

	/**
	 * A load of requests that leave on schedule, whether replies arrive or not.
	 *
	 * @param ramps the stages before the steady ones
	 * @param steady the stages with a constant rate each
	 */
	record Open(List<Stage> ramps, List<Stage> steady) implements LoadShape {

		public Open {
			ramps = List.copyOf(ramps);
			steady = List.copyOf(steady);
		}

		List<Stage> stages() {
			List<Stage> stages = new ArrayList<>(this.ramps);
			stages.addAll(this.steady);
			return stages;
		}

		@Override
		public List<Stage> steps() {
			List<Stage> stages = stages();
			return (stages.size() > 1) ? stages : List.of();
		}

		Open withRamp(Stage ramp) {
			List<Stage> all = new ArrayList<>(this.ramps);
			all.add(ramp);
			return new Open(all, this.steady);
		}

		Open withRates(int... rates) {
			Duration each = this.steady.get(0).length();
			List<Stage> stages = new ArrayList<>();
			for (int rate : rates) {
				stages.add(Stage.constant(rate, each));
			}
			return new Open(this.ramps, stages);
		}

		@Override
		public String toString() {
			return stages().stream().map(Stage::toString).collect(Collectors.joining(", then "));
		}

	}

}
