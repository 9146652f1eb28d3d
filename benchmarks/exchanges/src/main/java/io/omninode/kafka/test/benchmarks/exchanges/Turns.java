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

package io.omninode.kafka.test.benchmarks.exchanges;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Has contenders measured one after the other, round by round, in turn forwards and
 * backwards. A ratio is formed within a round.
 */
final class Turns {

	private final List<Turn> turns = new ArrayList<>();

	/**
	 * Add a contender.
	 * @param name its name
	 * @param measure measures it once
	 * @return this
	 */
	Turns with(String name, Callable<Double> measure) {
		this.turns.add(new Turn(name, measure, new ArrayList<>()));
		return this;
	}

	/**
	 * Run a round that does not count, then as many as are asked for.
	 */
	Turns run(int rounds) throws Exception {
		List<Turn> order = new ArrayList<>(this.turns);
		for (int round = 0; round <= rounds; round++) {
			for (Turn turn : order) {
				double result = turn.measure().call();
				if (round > 0) {
					turn.results().add(result);
				}
			}
			Collections.reverse(order);
		}
		return this;
	}

	/**
	 * Return the median over the rounds.
	 */
	double median(String name) {
		return Comparison.median(results(name));
	}

	/**
	 * Return the median over the rounds of the ratio of two contenders.
	 */
	double ratio(String name, String to) {
		List<Double> ratios = new ArrayList<>();
		for (int round = 0; round < results(name).size(); round++) {
			ratios.add(results(name).get(round) / results(to).get(round));
		}
		return Comparison.median(ratios);
	}

	private List<Double> results(String name) {
		return this.turns.stream().filter((turn) -> turn.name().equals(name)).findFirst().orElseThrow().results();
	}

	private record Turn(String name, Callable<Double> measure, List<Double> results) {

	}

}
