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

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.node.NodeSource;

/**
 * Something that may be true of a node, with what would speak for and against it.
 *
 * @param name its name
 * @param support each of these speaks for it
 * @param objections any of these rules it out
 */
public record Hypothesis(String name, List<Clue> support, List<Clue> objections) {

	/**
	 * Return a hypothesis that nothing rules out.
	 * @param name its name
	 * @param support what speaks for it
	 * @return the hypothesis
	 */
	public static Hypothesis of(String name, Clue... support) {
		return new Hypothesis(name, List.of(support), List.of());
	}

	/**
	 * Return this hypothesis with further objections.
	 * @param clues what rules it out
	 * @return a new hypothesis
	 */
	public Hypothesis unless(Clue... clues) {
		List<Clue> all = Stream.concat(this.objections.stream(), Stream.of(clues)).toList();
		return new Hypothesis(this.name, this.support, all);
	}

	/**
	 * Test the hypothesis.
	 * @param node the node it may be true of
	 * @return a finding, if something speaks for it and nothing rules it out
	 */
	public Optional<Finding> test(NodeSource node) {
		if (this.objections.stream().anyMatch((clue) -> clue.find(node).isPresent())) {
			return Optional.empty();
		}
		List<Evidence> evidence = this.support.stream().flatMap((clue) -> clue.find(node).stream()).toList();
		return evidence.isEmpty() ? Optional.empty() : Optional.of(new Finding(this.name, evidence));
	}

}
