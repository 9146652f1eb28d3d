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

package io.omninode.kafka.samples.codegen.node;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.node.Clue.Evidence;

/**
 * Something that may be true of a node.
 *
 * @param name its name
 * @param support each of these speaks for it
 * @param objections any of these rules it out
 */
record Hypothesis(String name, List<Clue> support, List<Clue> objections) {

	static Hypothesis of(String name, Clue... support) {
		return new Hypothesis(name, List.of(support), List.of());
	}

	Hypothesis unless(Clue... clues) {
		List<Clue> all = Stream.concat(this.objections.stream(), Stream.of(clues)).toList();
		return new Hypothesis(this.name, this.support, all);
	}

	static List<Match> test(List<Hypothesis> hypotheses, PythonSource source, double minConfidence) {
		return hypotheses.stream()
			.flatMap((hypothesis) -> hypothesis.test(source))
			.filter((match) -> match.confidence() >= minConfidence)
			.sorted(Comparator.comparingDouble(Match::confidence).reversed().thenComparing(Match::name))
			.toList();
	}

	/** As sure as it is that not all of the evidence misleads. */
	private Stream<Match> test(PythonSource source) {
		List<Evidence> evidence = this.support.stream().flatMap((clue) -> clue.find(source).stream()).toList();
		if (evidence.isEmpty() || this.objections.stream().anyMatch((clue) -> clue.find(source).isPresent())) {
			return Stream.empty();
		}
		double doubt = evidence.stream().mapToDouble((item) -> 1 - item.weight()).reduce(1, (a, b) -> a * b);
		int line = evidence.stream().mapToInt(Evidence::line).min().orElse(1);
		return Stream.of(new Match(this.name, Math.round((1 - doubt) * 100) / 100.0, line,
				evidence.stream().map(Evidence::text).toList()));
	}

	record Match(String name, double confidence, int line, List<String> evidence) {
	}

}
