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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.event.NodeType;

/**
 * Something that may be true of a node.
 *
 * @param name its name
 * @param clues each of these speaks for it, or rules it out
 */
record Hypothesis(String name, Clue... clues) {

	static List<Match> test(List<Hypothesis> hypotheses, PythonSource source, double minConfidence) {
		return hypotheses.stream()
			.flatMap((hypothesis) -> hypothesis.test(source))
			.filter((match) -> match.confidence() >= minConfidence)
			.sorted(Comparator.comparingDouble(Match::confidence).reversed().thenComparing(Match::name))
			.toList();
	}

	/** As sure as it is that not all of the evidence misleads. */
	private Stream<Match> test(PythonSource source) {
		List<Evidence> evidence = Stream.of(this.clues).flatMap((clue) -> clue.find(source).stream()).toList();
		if (evidence.isEmpty() || evidence.stream().anyMatch((item) -> item.weight() == Clue.NEVER)) {
			return Stream.empty();
		}
		double doubt = evidence.stream().mapToDouble((item) -> 1 - item.weight()).reduce(1, (a, b) -> a * b);
		int line = evidence.stream().mapToInt(Evidence::line).min().orElse(1);
		return Stream.of(new Match(this.name, Math.round((1 - doubt) * 100) / 100.0, line,
				evidence.stream().map(Evidence::text).toList()));
	}

	record Match(String name, double confidence, int line, List<String> evidence) {
	}

	record Evidence(double weight, int line, String text) {
	}

	/** One thing to look for in the source of a node. */
	interface Clue {

		/** The weight of a clue that rules its hypothesis out. */
		double NEVER = -1;

		Optional<Evidence> find(PythonSource source);

		static Clue nodeType(double weight, NodeType type) {
			Evidence evidence = new Evidence(weight, 1, "node type " + PythonSource.quote(type.id()));
			return (source) -> Optional.of(evidence).filter((any) -> source.type() == type);
		}

		static Clue className(double weight, String names) {
			return line(weight, 1, "^class (?:" + names + ")\\b");
		}

		/** Functions whose names begin with a word, as {@code create_node} does. */
		static Clue function(double weight, int atLeast, String words) {
			return line(weight, atLeast, "^(?:async )?def _?(?:" + words + ")(?:_\\w+)?\\b");
		}

		static Clue decorator(double weight, String names) {
			return line(weight, 1, "^@[\\w.]*\\b(?:" + names + ")\\b");
		}

		static Clue call(double weight, String names) {
			return line(weight, 1, "(?<!def )\\b(?:" + names + ") ?\\(");
		}

		static Clue networkCall(double weight) {
			return call(weight, "(?:requests|httpx|aiohttp|urllib|socket|grpc|client|session)\\.\\w++");
		}

		/** A result that depends on nothing outside of the function. */
		static Clue pureResult(double weight) {
			return line(weight, 1, "^return (?!.*\\b(?:self|await|open|now|time|random|requests|httpx)\\b)");
		}

		static Clue line(double weight, int atLeast, String regex) {
			Predicate<String> matches = Pattern.compile("(?U)" + regex).asPredicate();
			return (source) -> source.lines()
				.stream()
				.filter((line) -> matches.test(line.text()))
				.skip(atLeast - 1)
				.findFirst()
				.map((line) -> new Evidence(weight, line.number(), PythonSource.quote(line.text())));
		}

	}

}
