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

package io.omninode.kafka.samples.codegen.evidence;

import java.util.Comparator;
import java.util.List;

/**
 * A hypothesis that something speaks for.
 *
 * @param name the name of the hypothesis
 * @param evidence what speaks for it, at least one thing
 */
public record Finding(String name, List<Evidence> evidence) {

	/**
	 * Orders the surest finding first, equally sure ones by name.
	 */
	public static final Comparator<Finding> SUREST_FIRST = Comparator.comparingDouble(Finding::confidence)
		.reversed()
		.thenComparing(Finding::name);

	/**
	 * Return how sure the hypothesis is: the probability that not all of the evidence is
	 * misleading.
	 * @return a number from 0 to 1 with two decimals
	 */
	public double confidence() {
		double doubt = this.evidence.stream().mapToDouble((item) -> 1 - item.weight()).reduce(1, (a, b) -> a * b);
		return Math.round((1 - doubt) * 100) / 100.0;
	}

	/**
	 * Return where to look first.
	 * @return the smallest line of the evidence
	 */
	public int line() {
		return this.evidence.stream().mapToInt(Evidence::line).min().orElse(1);
	}

	/**
	 * Return what speaks for the hypothesis.
	 * @return the texts of the evidence
	 */
	public List<String> texts() {
		return this.evidence.stream().map(Evidence::text).toList();
	}

}
