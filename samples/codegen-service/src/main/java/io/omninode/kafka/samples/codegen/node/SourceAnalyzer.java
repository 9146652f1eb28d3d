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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.omninode.kafka.samples.codegen.node.AnalysisResult.Complexity;
import io.omninode.kafka.samples.codegen.node.AnalysisResult.LongestFunction;
import io.omninode.kafka.samples.codegen.node.AnalysisResult.Structure;

/**
 * Measures the structure of a node.
 */
public final class SourceAnalyzer {

	private static final Pattern DECISION = Pattern.compile("\\b(?:if|elif|for|while|except|and|or)\\b|^case .*:$");

	private static final Pattern WORD = Pattern.compile("(?U)\\w++|\"\"|[^\\w\\s]");

	/**
	 * Measure source.
	 * @param source the source
	 * @return its counts and scores
	 */
	public AnalysisResult analyze(PythonSource source) {
		List<Function> functions = functions(source);
		int max = functions.stream().mapToInt(Function::complexity).max().orElse(0);
		int total = functions.stream().mapToInt(Function::complexity).sum();
		double decisions = Math.max(0, max - 1);
		return new AnalysisResult(source.counts(), structure(source, functions),
				new Complexity(max, total, round(decisions / (decisions + 10))),
				functions.stream()
					.map(Function::length)
					.max(Comparator.comparingInt(LongestFunction::lines))
					.orElse(null),
				maintainability(source, total));
	}

	private static List<Function> functions(PythonSource source) {
		List<Line> around = new ArrayList<>();
		List<Function> functions = new ArrayList<>();
		for (int i = 0; i < source.lines().size(); i++) {
			Line line = source.lines().get(i);
			around.removeIf((outer) -> outer.depth() >= line.depth());
			Line outer = around.isEmpty() ? line : around.get(around.size() - 1);
			if (line.isFunction()) {
				functions.add(new Function(line, outer.isClass() ? outer.name() + "." : "", source.block(i)));
			}
			if (line.isClass() || line.isFunction()) {
				around.add(line);
			}
		}
		return functions;
	}

	private static Structure structure(PythonSource source, List<Function> functions) {
		int methods = (int) functions.stream().filter((function) -> !function.owner().isEmpty()).count();
		return new Structure(count(source, Line::isClass), functions.size() - methods, methods,
				count(source, (line) -> line.text().matches("(?:from .*)?\\bimport\\b.*")), nesting(source.lines()));
	}

	private static int count(PythonSource source, Predicate<Line> wanted) {
		return (int) source.lines().stream().filter(wanted).count();
	}

	/** The most loops, branches and the like around a line. */
	private static int nesting(List<Line> lines) {
		int[] around = new int[lines.size() + 2];
		int max = 0;
		for (Line line : lines) {
			max = Math.max(max, around[line.depth()]);
			boolean counts = line.opensBlock() && line.name().isEmpty();
			around[line.depth() + 1] = around[line.depth()] + (counts ? 1 : 0);
		}
		return max;
	}

	/** The index of Oman and Hagemeister. */
	private static double maintainability(PythonSource source, int complexity) {
		List<String> words = source.lines()
			.stream()
			.flatMap((line) -> WORD.matcher(line.text()).results().map(MatchResult::group))
			.toList();
		double volume = words.size() * Math.log(Math.max(1, words.stream().distinct().count())) / Math.log(2);
		double index = 171 - 5.2 * Math.log(Math.max(1, volume)) - 0.23 * complexity
				- 16.2 * Math.log(Math.max(1, source.counts().codeLines()));
		return round(Math.max(0, Math.min(1, index / 171)));
	}

	private static double round(double number) {
		return Math.round(number * 100) / 100.0;
	}

	/** A function, the class it is a method of, and the lines below it. */
	private record Function(Line header, String owner, List<Line> body) {

		/** Its decisions, without those of functions in it, plus one. */
		int complexity() {
			long decisions = 0;
			int limit = Integer.MAX_VALUE;
			for (Line line : this.body) {
				if (line.depth() <= limit) {
					decisions += DECISION.matcher(line.text()).results().count();
					limit = line.isFunction() ? line.depth() : Integer.MAX_VALUE;
				}
			}
			return (int) decisions + 1;
		}

		LongestFunction length() {
			int end = this.body.isEmpty() ? this.header.end() : this.body.get(this.body.size() - 1).end();
			return new LongestFunction(PythonSource.shorten(this.owner + this.header.name()), this.header.number(),
					end - this.header.number() + 1);
		}

	}

}
