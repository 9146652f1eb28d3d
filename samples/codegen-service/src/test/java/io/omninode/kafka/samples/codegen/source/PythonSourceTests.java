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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link PythonSource} and the statements in it.
 */
class PythonSourceTests {

	@Test
	void whenBlocksAreNestedStatementsKnowTheirDepth() {
		PythonSource source = PythonSource.of("""
				class A:
				    def f(self):
				        return (1,
				    2)

				    # a comment at any column
				x = 1
				""");
		assertThat(source.statements()).extracting(Statement::keyword, Statement::depth, Statement::line)
			.containsExactly(tuple("class", 0, 1), tuple("def", 1, 2), tuple("return", 2, 3), tuple("x", 0, 7));
		assertThat(source.problems()).isEmpty();
	}

	@Test
	void whenBlockIsOnTheLineOfItsHeaderItIsAStatementOfItsOwn() {
		PythonSource source = PythonSource.of("class A: pass; x = {1: 2}\ny = 1");
		assertThat(source.statements()).extracting(Statement::text, Statement::depth)
			.containsExactly(tuple("class A :", 0), tuple("pass", 1), tuple("x = { 1 : 2 }", 1), tuple("y = 1", 0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			if x:                       | true
			if (lambda a: a)(1):        | true
			while lambda: x:            | true
			async def f():              | true
			else:                       | true
			match x:                    | true
			case {'a': 1}:              | true
			if x                        | false
			if lambda: x                | false
			match = {'a': 1}            | false
			match.group(1)              | false
			match: int = 1              | false
			x: int                      | false
			lambda: 1                   | false
			""")
	void whenStatementIsAWholeHeaderItOpensABlock(String source, boolean opens) {
		assertThat(PythonSource.of(source).statements().get(0).opensBlock()).isEqualTo(opens);
	}

	@ParameterizedTest
	@ValueSource(strings = { "if x:\r\n    y = 1\r\n", "if x:\r    y = 1\r", "\uFEFFif x:\n    y = 1", "if x:\n\ty = 1",
			"if x:\n\f    y = 1" })
	void whenLinesEndInAnyWayTheSourceIsTheSame(String text) {
		PythonSource source = PythonSource.of(text);
		assertThat(source.statements()).extracting(Statement::text, Statement::depth, Statement::line)
			.containsExactly(tuple("if x :", 0, 1), tuple("y = 1", 1, 2));
		assertThat(source.problems()).isEmpty();
		assertThat(source.lineCounts().lines()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`x = 1\n  y = 2`                 | unexpected-indentation | 2
			`  x = 1`                        | unexpected-indentation | 1
			`class A: pass\n    x = 1`       | unexpected-indentation | 2
			`if x:\n    a\n  b`              | inconsistent-dedent    | 3
			`if x:\n    a\nif y:\n\tb`       | mixed-indentation      | 4
			`if x:\n \ta`                    | mixed-indentation      | 2
			`if x:\n\ta\n        b\n`        | mixed-indentation      | 3
			""")
	void whenIndentationIsWrongThatIsAProblem(String source, String rule, int line) {
		assertThat(PythonSource.of(source.translateEscapes()).problems())
			.extracting(SourceProblem::rule, SourceProblem::line)
			.containsExactly(tuple(rule, line));
	}

	@Test
	void whenIndentationIsMixedOnManyLinesThatIsOneProblem() {
		assertThat(PythonSource.of("if x:\n    a\n\tb\n    c\n\td").problems())
			.filteredOn((problem) -> problem.rule().equals("mixed-indentation"))
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "   ", "# only a comment", "\\", "\0", ":", "class", "def", "@", "async",
			"match", "class A(", "def f(a", ";;;", "lambda", "'''", "f'{'", "🎉" })
	void whenSourceIsOddItIsReadAnyway(String text) {
		assertThatNoException().isThrownBy(() -> PythonSource.of(text).calls());
	}

	@Test
	@Timeout(20)
	void whenSourceIsHugeItIsReadInTime() {
		List<String> huge = List.of("x = [" + "1, ".repeat(100_000) + "]", "(".repeat(200_000), "x;".repeat(100_000),
				"f\"{".repeat(100_000), "if a: ".repeat(100_000), "é".repeat(500_000), deeplyNested());
		assertThatNoException().isThrownBy(() -> huge.forEach((text) -> PythonSource.of(text).calls()));
	}

	private static String deeplyNested() {
		StringBuilder source = new StringBuilder();
		for (int depth = 0; depth < 1000; depth++) {
			source.append(" ".repeat(depth)).append("def f").append(depth).append("():\n");
		}
		return source.toString();
	}

}
