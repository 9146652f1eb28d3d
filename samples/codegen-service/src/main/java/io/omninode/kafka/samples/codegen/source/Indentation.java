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

package io.omninode.kafka.samples.codegen.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Counts blocks by the white space that lines begin with.
 */
final class Indentation {

	private static final int TAB = 8;

	private final Deque<Integer> widths = new ArrayDeque<>(List.of(0));

	private final List<SourceProblem> problems;

	private String style = "";

	private boolean mixed;

	Indentation(List<SourceProblem> problems) {
		this.problems = problems;
	}

	/**
	 * Return how many blocks are around a line.
	 * @param space the white space it begins with
	 * @param line its number
	 * @param blockExpected whether the line before it is the header of a block
	 * @return the number of blocks
	 */
	int depthOf(String space, int line, boolean blockExpected) {
		checkStyle(space, line);
		int width = widthOf(space);
		if (width > current()) {
			indent(width, line, blockExpected);
		}
		else {
			dedent(width, line);
		}
		return this.widths.size() - 1;
	}

	private int current() {
		return this.widths.element();
	}

	private void indent(int width, int line, boolean blockExpected) {
		this.widths.push(width);
		if (!blockExpected) {
			this.problems.add(new SourceProblem("unexpected-indentation", line, "no block begins here"));
		}
	}

	private void dedent(int width, int line) {
		while (width < current()) {
			this.widths.pop();
		}
		if (width > current()) {
			this.widths.push(width);
			this.problems.add(new SourceProblem("inconsistent-dedent", line, "no outer block is indented like this"));
		}
	}

	private void checkStyle(String space, int line) {
		String characters = (space.contains(" ") ? "spaces" : "") + (space.contains("\t") ? "tabs" : "");
		if (this.style.isEmpty()) {
			this.style = characters.startsWith("spaces") ? "spaces" : characters;
		}
		if (!this.mixed && !characters.isEmpty() && !characters.equals(this.style)) {
			this.mixed = true;
			this.problems.add(new SourceProblem("mixed-indentation", line, "tabs and spaces indent the same source"));
		}
	}

	private static int widthOf(String space) {
		int width = 0;
		for (char character : space.toCharArray()) {
			width = (character == '\t') ? (width / TAB + 1) * TAB : width + 1;
		}
		return width;
	}

}
