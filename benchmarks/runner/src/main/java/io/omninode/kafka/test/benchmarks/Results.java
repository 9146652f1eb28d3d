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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of all rounds.
 */
class Results {

	private final Map<Scenario, List<Run>> runs = new LinkedHashMap<>();

	void add(Scenario scenario, Run run) {
		this.runs.computeIfAbsent(scenario, (key) -> new ArrayList<>()).add(run);
	}

	boolean has(Scenario scenario) {
		return this.runs.containsKey(scenario);
	}

	Series series(Scenario scenario, Measure measure) {
		return new Series(this.runs.getOrDefault(scenario, List.of()).stream().map(measure::of).toList());
	}

}
