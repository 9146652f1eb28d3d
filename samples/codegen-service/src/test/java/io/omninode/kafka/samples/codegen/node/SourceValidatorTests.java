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

import io.omninode.kafka.samples.codegen.event.NodeType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link SourceValidator}.
 */
class SourceValidatorTests {

	private static final String NODE = """
			'''Users.'''
			MAX_USERS = 10

			class NodeUserEffect(NodeEffectBase[T]):
			    \"""Fetches users (all of them: [a, b}, if it's needed).\"""

			    async def fetch(self, user_id: int, *, retries: int = 3) -> dict[str, Any]:
			        '''Fetch a user.'''
			        if not 0 < user_id <= MAX_USERS: raise ValueError(f"bad id: {user_id!r:>{10}}")
			        try:
			            reply = await self.client.get(
			                f"/users/{user_id}",
			                headers={"a": "b"},
			            )
			        except (OSError, ValueError) as ex:
			            self.last_error = ex; raise
			        else:
			            return {**reply.json(), "ids": [x for x in reply.ids if x], "first": reply.ids[1:-1]}

			    def _key(self, name: str = "a" "b") -> str:
			        match name:
			            case "a" | "b": return lambda n: n ** 2
			            case _:
			                pass
			        return -1 if name is not None else \\
			            not name
			""";

	private final SourceValidator validator = new SourceValidator();

	@Test
	void whenClassIsTinyItIsValidAndGood() {
		SourceValidator.Result result = validate("class A: pass", null);
		assertThat(result.valid()).isTrue();
		assertThat(result.qualityScore()).isEqualTo(0.97);
		assertThat(result.suggestions()).containsExactly("Describe public classes and functions in a docstring");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void whenNodeIsWellFormedThereIsNothingToSay(String lineEnd) {
		SourceValidator.Result result = validate(NODE.replace("\n", lineEnd), NodeType.EFFECT);
		assertThat(result).isEqualTo(new SourceValidator.Result(true, 1, List.of(), List.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`class A`                         | missing-colon          | 1
			`x = 1\nif x\n    y = 2`          | missing-colon          | 2
			`def f():\nx = 1`                 | missing-block          | 1
			`while True:`                     | missing-block          | 1
			`def broken(:\n    pass`          | unbalanced-bracket     | 1
			`f())`                            | unbalanced-bracket     | 1
			`x = 'a`                          | unterminated-string    | 1
			`'''a\nb`                         | unterminated-string    | 1
			`x = 1\n   y = 2`                 | unexpected-indentation | 2
			`if x:\n    y = 1\n  z = 2`       | unexpected-indentation | 3
			""")
	void whenSyntaxIsBrokenItIsNotValid(String code, String rule, int line) {
		SourceValidator.Result result = validate(code.translateEscapes(), null);
		assertThat(result.valid()).isFalse();
		assertThat(result.qualityScore()).isLessThanOrEqualTo(0.3);
		assertThat(result.violations()).extracting((broken) -> broken.rule().id(), Violation::line)
			.contains(tuple(rule, line));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x = 'a' \"b\"", "print(*a, **b)", "from x import *", "def f(a, /, *, b): pass", "x: int",
			"f(x for x in y)", "a = b if c else d", "@a.b(c)\nclass D: ...", "type X = int", "match = 1",
			"if (y := f(x)) is not None: pass", "async def f():\n    async with a as b, c: pass", "x = (\n)\n",
			"try: pass\nfinally: pass", "x = \"\"\"(\"\"\"", "def f(): return 1; x = 2", "if x: pass # ' (" })
	void whenSyntaxIsUncommonItIsValidAnyway(String code) {
		assertThat(validate(code, null).valid()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			class user_effect: pass | -       | class-name      | <class user_effect> is not named in CapWords
			def getUser(): pass     | -       | function-name   | <def getUser()> is not named in snake_case
			class A: pass           | EFFECT  | node-class-name | no class is named as a node of type <effect>
			class NodeAEffect: pass | COMPUTE | node-class-name | no class is named as a node of type <compute>
			x = 1                   | REDUCER | node-class-name | no class is named as a node of type <reducer>
			""")
	void whenNameBreaksAConventionThatIsAWarning(String code, @Nullable NodeType type, String rule, String message) {
		SourceValidator.Result result = validate(code, type);
		assertThat(result.valid()).isTrue();
		assertThat(result.violations()).filteredOn((broken) -> broken.severity() == Violation.Severity.WARNING)
			.extracting((broken) -> broken.rule().id(), Violation::message)
			.containsExactly(tuple(rule, message));
	}

	@Test
	void whenManyRulesAreBrokenTheyAreInOrderOfLinesAndLimited() {
		SourceValidator.Result result = validate("def getUser() ]\n".repeat(1000), null);
		assertThat(result.violations()).hasSize(100).isSortedAccordingTo((a, b) -> a.line() - b.line());
		assertThat(result.qualityScore()).isZero();
	}

	private SourceValidator.Result validate(String code, @Nullable NodeType type) {
		return this.validator.validate(PythonSource.of(code, type));
	}

}
