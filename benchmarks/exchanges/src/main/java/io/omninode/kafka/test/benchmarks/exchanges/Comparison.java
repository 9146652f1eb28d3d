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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;

/**
 * Measures contenders one after the other, round by round, in turn forwards and
 * backwards. A ratio is formed within a round.
 */
final class Comparison {

	/**
	 * By then the compiler leaves the processors alone.
	 */
	private static final int ROUNDS_TO_WARM_UP = 4;

	private final Map<String, List<Histogram>> rounds = new LinkedHashMap<>();

	/**
	 * Run rounds that do not count, then as many as are asked for.
	 */
	static Comparison run(List<Contender> contenders, int rounds) throws Exception {
		Comparison comparison = new Comparison();
		contenders.forEach((contender) -> comparison.rounds.put(contender.name(), new ArrayList<>()));
		List<Contender> order = new ArrayList<>(contenders);
		for (int round = -ROUNDS_TO_WARM_UP; round < rounds; round++) {
			for (Contender contender : order) {
				Histogram histogram = measure(contender);
				if (round >= 0) {
					comparison.of(contender.name()).add(histogram);
				}
			}
			Collections.reverse(order);
		}
		return comparison;
	}

	private static Histogram measure(Contender contender) throws Exception {
		Histogram histogram = new Histogram(3);
		for (int call = 0; call < contender.calls(); call++) {
			long begin = System.nanoTime();
			contender.call().run();
			histogram.recordValue(System.nanoTime() - begin);
		}
		return histogram;
	}

	private List<Histogram> of(String name) {
		return this.rounds.getOrDefault(name, List.of());
	}

	/**
	 * Return the median over the rounds of a percentile, in milliseconds.
	 */
	double millis(String name, double percentile) {
		return median(of(name).stream().map((round) -> round.getValueAtPercentile(percentile) / 1e6).toList());
	}

	/**
	 * Return the median over the rounds of the ratio of two percentiles.
	 */
	double ratio(String name, String to, double percentile) {
		List<Double> ratios = new ArrayList<>();
		for (int round = 0; round < of(name).size(); round++) {
			ratios.add((double) of(name).get(round).getValueAtPercentile(percentile)
					/ of(to).get(round).getValueAtPercentile(percentile));
		}
		return median(ratios);
	}

	static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}
