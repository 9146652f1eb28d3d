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

import java.util.List;

import io.omninode.kafka.samples.codegen.node.SourceAnalyzer.Complexity;
import io.omninode.kafka.samples.codegen.node.SourceAnalyzer.LineCounts;
import io.omninode.kafka.samples.codegen.node.SourceAnalyzer.LongestFunction;
import io.omninode.kafka.samples.codegen.node.SourceAnalyzer.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link SourceAnalyzer}.
 */
class SourceAnalyzerTests {

	private static final String NODE = """
			# A node.
			from typing import (
			    Any,
			)

			class NodeSumCompute:
			    '''Adds.

			    # A lot.'''

			    def add(self, values):
			        for value in values:
			            if value and value > 0 or value == -1:
			                total += value  # only some
			        return total

			async def main(): return [x for x in y if x]
			""";

	private final SourceAnalyzer analyzer = new SourceAnalyzer();

	@Test
	void whenNodeIsAnalyzedItsPartsAreCounted() {
		SourceAnalyzer.Result result = analyze(NODE);
		assertThat(result.lineCounts()).isEqualTo(new LineCounts(17, 13, 1, 3));
		assertThat(result.structure()).isEqualTo(new Structure(1, 1, 1, 1, 4));
		assertThat(result.complexity()).isEqualTo(new Complexity(5, 8, 0.33));
		assertThat(result.longestFunction()).isEqualTo(new LongestFunction("add", 11, 5));
		assertThat(result.maintainability()).isBetween(0.4, 0.8);
	}

	@Test
	void whenThereIsNoFunctionThereIsNoLongestOne() {
		SourceAnalyzer.Result result = analyze("x = 1");
		assertThat(result.longestFunction()).isNull();
		assertThat(result.complexity()).isEqualTo(new Complexity(0, 0, 0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			def f(): pass                                                                     | 1
			def f(): return a if b else c                                                     | 2
			`def f():\n  while a:\n    for b in c: pass`                                      | 3
			`def f():\n  try: a()\n  except B: pass\n  except C: pass\n  finally: d()`        | 3
			`def f():\n  match x:\n    case 1: pass\n    case _: pass`                        | 3
			`def f():\n  case = 'if a and b' # if`                                            | 1
			`def f():\n  if a: pass\n  def g():\n    if b: pass\n  if c: pass`               | 4
			""")
	void whenFunctionDecidesItsComplexityGrows(String code, int complexity) {
		assertThat(analyze(code.translateEscapes()).complexity().maxComplexity()).isEqualTo(complexity);
	}

	@Test
	void whenSourceGrowsItIsLessMaintainable() {
		assertThat(analyze(NODE.repeat(200)).maintainability()).isLessThan(analyze(NODE).maintainability());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "# only a comment", "\\", "\0", ":", "class", "def f(a", ";;;", "'''", "🎉",
			"def f(:\n\t 'x\n  class" })
	void whenSourceIsOddItIsMeasuredAnyway(String code) {
		assertThatNoException().isThrownBy(() -> analyze(code));
	}

	@Test
	@Timeout(20)
	void whenSourceIsHugeItIsMeasuredInTime() {
		List<String> huge = List.of("x = [" + "1, ".repeat(100_000) + "]", "(".repeat(200_000), "x;".repeat(100_000),
				"f\"{".repeat(100_000), "if a: ".repeat(100_000), "é".repeat(500_000), "a.".repeat(200_000),
				"\"x\" ".repeat(100_000), "lambda: ".repeat(100_000));
		assertThatNoException().isThrownBy(() -> huge.forEach(this::analyze));
	}

	private SourceAnalyzer.Result analyze(String code) {
		return this.analyzer.analyze(PythonSource.of(code, null));
	}

}
