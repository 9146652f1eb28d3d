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

package io.omninode.kafka.samples.codegen.validation;

import io.omninode.kafka.samples.codegen.node.NodeType;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceValidator}.
 */
class SourceValidatorTests {

	private static final String NODE = """
			'''Users.'''
			import httpx
			from typing import Any

			MAX_USERS = 10
			T = TypeVar("T", bound=Any)


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
		ValidationResult result = validate("class A: pass", null);
		assertThat(result.valid()).isTrue();
		assertThat(result.qualityScore()).isEqualTo(0.97);
		assertThat(result.violations())
			.containsExactly(new Violation("missing-docstring", Severity.INFO, 1, "class <A> has no docstring"));
		assertThat(result.suggestions()).containsExactly("Describe public classes and functions in a docstring");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void whenNodeIsWellFormedThereIsNothingToSay(String lineEnd) {
		ValidationResult result = validate(NODE.replace("\n", lineEnd), NodeType.EFFECT);
		assertThat(result.violations()).isEmpty();
		assertThat(result.suggestions()).isEmpty();
		assertThat(result.valid()).isTrue();
		assertThat(result.qualityScore()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`class A`                         | missing-colon          | 1
			`class A pass`                    | missing-colon          | 1
			`x = 1\nif x\n    y = 2`          | missing-colon          | 2
			`def f():\nx = 1`                 | missing-block          | 1
			`while True:`                     | missing-block          | 1
			`class :\n    pass`               | missing-name           | 1
			`async def (): pass`              | missing-name           | 1
			`def f: pass`                     | missing-parameters     | 1
			`x = foo bar`                     | missing-operator       | 1
			`f(1 2)`                          | missing-operator       | 1
			`x = 1\ny =`                      | incomplete-statement   | 2
			`x = 1 +`                         | incomplete-statement   | 1
			`def broken(:\n    pass`          | unbalanced-bracket     | 1
			`f(]`                             | unbalanced-bracket     | 1
			`x = 'a`                          | unterminated-string    | 1
			`'''a\nb`                         | unterminated-string    | 1
			`x = 1\n   y = 2`                 | unexpected-indentation | 2
			`if x:\n    y = 1\n  z = 2`       | inconsistent-dedent    | 3
			`if x:\n    y = 1\n\tz = 2`       | mixed-indentation      | 3
			`x = $y`                          | unexpected-character   | 1
			""")
	void whenSyntaxIsBrokenItIsNotValid(String code, String rule, int line) {
		ValidationResult result = validate(code.translateEscapes(), null);
		assertThat(result.valid()).isFalse();
		assertThat(result.qualityScore()).isLessThanOrEqualTo(0.3);
		assertThat(result.violations()).filteredOn((violation) -> violation.severity() == Severity.ERROR)
			.anySatisfy((violation) -> {
				assertThat(violation.rule()).isEqualTo(rule);
				assertThat(violation.line()).isEqualTo(line);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "x = 'a' \"b\"", "print(*a, **b)", "from x import *", "def f(a, /, *, b): pass", "x: int",
			"x = yield", "lambda: 0", "f(x for x in y)", "a = b if c else d", "x[1:2, ::3]", "@a.b(c)\nclass D: ...",
			"type X = int", "match = 1", "print(f'{x=}')", "x = not y", "if (y := f(x)) is not None: pass", "del x, y",
			"async def f():\n    async with a as b, c: pass\n    async for d in e: await d", "x = (\n)\n",
			"x = 0xFF + 1e-5", "if x: pass\nelif y: pass\nelse: pass", "try: pass\nfinally: pass", "return",
			"x = \"\"\"(\"\"\"" })
	void whenSyntaxIsUncommonItIsValidAnyway(String code) {
		assertThat(validate(code, null).violations()).filteredOn((violation) -> violation.severity() == Severity.ERROR)
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			class user_effect: pass      | class-name    | class <user_effect> would be <UserEffect>
			class userEffect: pass       | class-name    | class <userEffect> would be <UserEffect>
			def getUser(): pass          | function-name | function <getUser> would be <get_user>
			def f(userId): pass          | function-name | parameter <userId> would be <user_id>
			userId = 1                   | variable-name | variable <userId> would be <user_id>
			self.userId: int = 1         | variable-name | variable <userId> would be <user_id>
			`def f():\n    UserId = 1`   | variable-name | variable <UserId> would be <user_id>
			""")
	void whenNameBreaksAConventionABetterOneIsSaid(String code, String rule, String message) {
		ValidationResult result = validate(code.translateEscapes(), null);
		assertThat(result.valid()).isTrue();
		assertThat(result.violations()).filteredOn((violation) -> violation.severity() == Severity.WARNING)
			.singleElement()
			.satisfies((violation) -> {
				assertThat(violation.rule()).isEqualTo(rule);
				assertThat(violation.message()).isEqualTo(message);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "MAX = 1", "_x = 1", "__all__ = []", "UserId = NewType()", "class _Private: pass",
			"def __init__(self): pass", "größe = 1", "class Ärger: pass", "x == userId", "f(userId=1)" })
	void whenNameIsConventionalThereIsNoWarning(String code) {
		assertThat(validate(code, null).violations())
			.noneMatch((violation) -> violation.severity() == Severity.WARNING);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					class A: pass                  | EFFECT       | class <A> of a node of type <effect> would be <NodeAEffect>
					class UserEffect: pass         | EFFECT       | class <UserEffect> of a node of type <effect> would be <NodeUserEffect>
					class NodeUserEffect: pass     | COMPUTE      | class <NodeUserEffect> of a node of type <compute> would be <NodeUserCompute>
					class Node: pass               | REDUCER      | class <Node> of a node of type <reducer> would be <NodeSomethingReducer>
					x = 1                          | ORCHESTRATOR | there is no class for a node of type <orchestrator>
					""")
	void whenNoClassIsNamedAsTheNodeTypeABetterNameIsSaid(String code, NodeType type, String message) {
		ValidationResult result = validate(code, type);
		assertThat(result.valid()).isTrue();
		assertThat(result.violations()).contains(new Violation("node-class-name", Severity.WARNING, 1, message));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			def f(a, b: int): pass       | function <f> has no type hint for <a> and its return value
			def f(self): pass            | function <f> has no type hint for its return value
			def f(a, *b) -> int: pass    | function <f> has no type hint for <a, b>
			def __init__(self, a): pass  | function <__init__> has no type hint for <a>
			""")
	void whenTypeHintsAreMissingTheyAreNamed(String code, String message) {
		assertThat(validate(code, null).violations())
			.contains(new Violation("missing-type-hint", Severity.INFO, 1, message));
	}

	@Test
	void whenManyRulesAreBrokenTheyAreInOrderOfLinesAndLimited() {
		ValidationResult result = validate("userId = $\n".repeat(1000), null);
		assertThat(result.violations()).hasSize(100).isSortedAccordingTo((a, b) -> a.line() - b.line());
		assertThat(result.suggestions()).hasSize(3);
		assertThat(result.qualityScore()).isZero();
	}

	@Test
	void whenNamesAreVeryLongMessagesAreNot() {
		ValidationResult result = validate("class " + "x".repeat(500_000) + ": pass", NodeType.EFFECT);
		assertThat(result.violations()).hasSize(3)
			.allSatisfy((violation) -> assertThat(violation.message()).hasSizeLessThan(300));
	}

	@Test
	void whenConventionsAreBrokenOftenTheScoreStaysAboveThatOfBrokenSyntax() {
		String code = "def getUser(userId):\n    return userId\n".repeat(50);
		assertThat(validate(code, null).qualityScore()).isEqualTo(0.4);
		assertThat(validate("x = [", null).qualityScore()).isLessThanOrEqualTo(0.3);
	}

	private ValidationResult validate(String code, @Nullable NodeType type) {
		return this.validator.validate(PythonSource.of(code), type);
	}

}
