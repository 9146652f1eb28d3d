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

package io.omninode.kafka.samples.codegen.analysis;

import io.omninode.kafka.samples.codegen.source.LineCounts;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceAnalyzer}.
 */
class SourceAnalyzerTests {

	private static final String NODE = """
			# A node.
			import os
			from typing import (
			    Any,
			)

			class NodeSumCompute:
			    '''Adds.

			    A lot.'''

			    def add(self, values):
			        total = 0
			        for value in values:
			            if value and value > 0 or value == -1:
			                total += value  # only some
			        return total

			async def main(): return [x for x in y if x]
			""";

	private final SourceAnalyzer analyzer = new SourceAnalyzer();

	@Test
	void whenNodeIsAnalyzedItsPartsAreCounted() {
		AnalysisResult result = analyze(NODE);
		assertThat(result.lineCounts()).isEqualTo(new LineCounts(19, 15, 1, 3));
		assertThat(result.structure()).isEqualTo(new Structure(1, 1, 1, 2, 2));
		assertThat(result.complexity()).isEqualTo(new Complexity(5, 8));
		assertThat(result.longestFunction()).isEqualTo(new LongestFunction("NodeSumCompute.add", 12, 6));
		assertThat(result.scores().complexityScore()).isEqualTo(0.29);
		assertThat(result.scores().maintainability()).isBetween(0.4, 0.8);
	}

	@Test
	void whenThereIsNoFunctionThereIsNoLongestOne() {
		AnalysisResult result = analyze("x = 1");
		assertThat(result.longestFunction()).isNull();
		assertThat(result.complexity()).isEqualTo(new Complexity(0, 0));
		assertThat(result.scores().complexityScore()).isZero();
		assertThat(result.scores().maintainability()).isBetween(0.9, 1.0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			def f(): pass                                                                     | 1
			def f(): return a if b else c                                                     | 2
			def f(): return a and b or c                                                      | 3
			`def f():\n  if a: pass\n  elif b: pass\n  else: pass`                            | 3
			`def f():\n  while a:\n    for b in c: pass`                                      | 3
			`def f():\n  try: a()\n  except B: pass\n  except C: pass\n  finally: d()`        | 3
			`def f():\n  match x:\n    case 1: pass\n    case _: pass`                        | 3
			`def f():\n  case = 'if a and b' # if`                                            | 1
			`def f():\n  def g():\n    if a: pass\n  return g`                                | 2
			""")
	void whenFunctionDecidesItsComplexityGrows(String code, int complexity) {
		assertThat(analyze(code.translateEscapes()).complexity().maxComplexity()).isEqualTo(complexity);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			x = 1                                                             | 0
			`class A:\n  def f(self):\n    return 1`                          | 0
			if a: b()                                                         | 1
			`def f():\n  with a:\n    try:\n      b()\n    finally: c()`      | 2
			`if a:\n  def f():\n    if b: c()\n  d()`                         | 2
			`if a:\n  b()\nif c:\n  d()`                                      | 1
			""")
	void whenBlocksAreNestedTheDeepestCounts(String code, int nesting) {
		assertThat(analyze(code.translateEscapes()).structure().maxNesting()).isEqualTo(nesting);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`import a; import b`                   | 2
			`from . import a`                      | 1
			`if x:\n    from a.b import (c,\n d)`  | 1
			`importlib.load('import a')`           | 0
			""")
	void whenThereAreImportsTheyAreCounted(String code, int imports) {
		assertThat(analyze(code.translateEscapes()).structure().imports()).isEqualTo(imports);
	}

	@Test
	void whenSourceGrowsItIsLessMaintainable() {
		double once = analyze(NODE).scores().maintainability();
		double often = analyze(NODE.repeat(200)).scores().maintainability();
		assertThat(often).isLessThan(once).isBetween(0.0, 1.0);
	}

	@Test
	void whenSourceIsBrokenItIsMeasuredAnyway() {
		assertThat(analyze("def f(:\n\t 'x\n  class").structure()).isEqualTo(new Structure(0, 1, 0, 0, 0));
	}

	private AnalysisResult analyze(String code) {
		return this.analyzer.analyze(PythonSource.of(code));
	}

}
