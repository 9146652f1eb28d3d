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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PatternMatcher}.
 */
class PatternMatcherTests {

	private final PatternMatcher matcher = new PatternMatcher();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			singleton             | `class A:\n  _instance = None\n  def __new__(cls): pass`
			factory               | `class A:\n  def create_node(self): pass`
			repository            | `class A:\n  def find_by_name(self): pass\n  def save(self): pass`
			context-manager       | `class A:\n  async def __aenter__(self): pass\n  async def __aexit__(self): pass`
			context-manager       | `@contextlib.contextmanager\ndef opened(): yield 1`
			retry-with-backoff    | `@tenacity.retry(stop=3)\ndef fetch(self): self.load()`
			retry-with-backoff    | `for attempt in range(5):\n  try: load()\n  except OSError: sleep(1)`
			event-publisher       | `class A:\n  def placed(self, order): self.bus.publish("orders", order)`
			pure-compute          | `class NodeSumCompute:\n  def execute(self, values): return sum(values)`
			state-reducer         | `class NodeCartReducer:\n  def reduce(self, state): pass`
			workflow-orchestrator | `async def run():\n  await self.a()\n  await self.b()\n  await self.c()`
			""")
	void whenNodeFollowsAPatternItIsTheSurestMatch(String pattern, String code) {
		assertThat(this.matcher.match(PythonSource.of(code.translateEscapes(), null), 0.5).patterns()).first()
			.satisfies((match) -> {
				assertThat(match.name()).isEqualTo(pattern);
				assertThat(match.confidence()).isBetween(0.5, 1.0);
				assertThat(match.evidence()).isNotEmpty();
			});
	}

	@Test
	void whenPatternMatchesItSaysWhereAndWhy() {
		PythonSource source = PythonSource.of("# one\nclass OrderFactory:\n    def create(self): pass\n", null);
		assertThat(this.matcher.match(source, 0.5).patterns()).containsExactly(
				new Hypothesis.Match("factory", 0.85, 2, List.of("<class OrderFactory:>", "<def create(self):>")));
		assertThat(this.matcher.match(source, 0.86).patterns()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "COMPUTE", "REDUCER", "ORCHESTRATOR" })
	void whenNodeTypeIsSaidThatAloneIsEnough(NodeType type) {
		assertThat(this.matcher.match(PythonSource.of("class A: pass", type), 0.5).patterns()).singleElement()
			.matches((match) -> match.evidence().equals(List.of("node type <" + type.id() + ">")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "class A: pass", "'''singleton factory'''", "# class UserRepository", "x = 'publish()'",
			"def f(:", "größe = 1" })
	void whenNodeFollowsNoPatternThereIsNoMatch(String code) {
		assertThat(this.matcher.match(PythonSource.of(code, null), 0).patterns()).isEmpty();
	}

}
