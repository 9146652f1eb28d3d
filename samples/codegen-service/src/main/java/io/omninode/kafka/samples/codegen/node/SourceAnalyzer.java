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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.omninode.kafka.samples.codegen.node.PythonSource.Line;
import org.jspecify.annotations.Nullable;

/**
 * Measures the structure of a node.
 */
public final class SourceAnalyzer {

	private static final Pattern DECISION = Pattern.compile("\\b(?:if|elif|for|while|except|and|or)\\b|^case .*:$");

	/**
	 * Measure source.
	 * @param source the source
	 * @return its counts, and scores from 0 to 1
	 */
	public Result analyze(PythonSource source) {
		List<Function> functions = functions(source.lines());
		LineCounts counts = counts(source.text());
		int total = decisions(source.lines()) + functions.size();
		int max = functions.stream().mapToInt(Function::complexity).max().orElse(0);
		LongestFunction longest = functions.stream()
			.map(Function::length)
			.max(Comparator.comparingInt(LongestFunction::lines))
			.orElse(null);
		return new Result(counts, structure(source), new Complexity(max, total, round(max / (max + 10.0))), longest,
				round(1 / (1 + counts.codeLines() / 500.0 + max / 20.0)));
	}

	private static LineCounts counts(List<String> text) {
		int comments = count(text, (line) -> line.strip().equals("#"));
		int blank = count(text, String::isBlank);
		return new LineCounts(text.size(), text.size() - comments - blank, comments, blank);
	}

	private static Structure structure(PythonSource source) {
		List<Line> lines = source.lines();
		int functions = count(lines, Line::isFunction);
		int methods = count(lines, (line) -> line.isFunction() && line.text().matches(".*\\((?:self|cls)\\b.*"));
		int imports = count(lines, (line) -> line.text().matches("(?:from .*)?\\bimport\\b.*"));
		int nesting = lines.stream().mapToInt(Line::depth).max().orElse(0);
		return new Structure(source.classes().size(), functions - methods, methods, imports, nesting);
	}

	private static List<Function> functions(List<Line> lines) {
		return IntStream.range(0, lines.size())
			.filter((index) -> lines.get(index).isFunction())
			.mapToObj((index) -> Function.of(lines.subList(index, lines.size())))
			.toList();
	}

	private static int decisions(List<Line> lines) {
		return (int) lines.stream().flatMap((line) -> DECISION.matcher(line.text()).results()).count();
	}

	private static <T> int count(List<T> all, Predicate<T> wanted) {
		return (int) all.stream().filter(wanted).count();
	}

	private static double round(double number) {
		return Math.round(number * 100) / 100.0;
	}

	record Result(@JsonUnwrapped LineCounts lineCounts, @JsonUnwrapped Structure structure,
			@JsonUnwrapped Complexity complexity, @Nullable LongestFunction longestFunction, double maintainability) {
	}

	record LineCounts(int lines, int codeLines, int commentLines, int blankLines) {
	}

	record Structure(int classes, int functions, int methods, int imports, int maxNesting) {
	}

	record Complexity(int maxComplexity, int totalComplexity, double complexityScore) {
	}

	record LongestFunction(String name, int line, int lines) {
	}

	/** A function and the lines of its block. */
	private record Function(Line header, List<Line> block) {

		static Function of(List<Line> lines) {
			Line header = lines.get(0);
			return new Function(header,
					lines.stream().skip(1).takeWhile((line) -> line.depth() > header.depth()).toList());
		}

		int complexity() {
			return decisions(this.block) + 1;
		}

		LongestFunction length() {
			int begin = this.header.number();
			int end = this.block.isEmpty() ? begin : this.block.get(this.block.size() - 1).number();
			return new LongestFunction(this.header.name(), begin, end - begin + 1);
		}

	}

}
