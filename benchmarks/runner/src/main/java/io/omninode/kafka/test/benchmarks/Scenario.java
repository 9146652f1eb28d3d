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
import java.util.Arrays;
import java.util.List;

/**
 * What is measured once in each round.
 *
 * @param testCase where Kafka comes from
 * @param suite what the JVM runs
 * @param recipe whether the JVM is given the options of the {@link Recipe}
 */
record Scenario(Case testCase, Suite suite, boolean recipe) {

	static Scenario plain(Case testCase, Suite suite) {
		return new Scenario(testCase, suite, false);
	}

	static Scenario withRecipe(Case testCase, Suite suite) {
		return new Scenario(testCase, suite, true);
	}

	/**
	 * Return the scenarios of a round; those that are compared stand side by side.
	 */
	static List<Scenario> all() {
		List<Scenario> scenarios = new ArrayList<>();
		scenarios.addAll(allCases(Suite.ONE_CONTEXT, false));
		scenarios.addAll(allCases(Suite.ONE_CONTEXT, true));
		scenarios.addAll(allCases(Suite.TWO_CONTEXTS, false));
		scenarios.add(plain(Case.STARTER, Suite.THREE_BROKERS));
		scenarios.add(plain(Case.STARTER, Suite.TEN_CLASSES));
		scenarios.add(plain(Case.EMBEDDED_KAFKA, Suite.TEN_CLASSES));
		return scenarios;
	}

	private static List<Scenario> allCases(Suite suite, boolean recipe) {
		return Arrays.stream(Case.values()).map((testCase) -> new Scenario(testCase, suite, recipe)).toList();
	}

	@Override
	public String toString() {
		String name = this.testCase.module() + "-" + this.suite;
		return this.recipe ? name + "-recipe" : name;
	}

}
