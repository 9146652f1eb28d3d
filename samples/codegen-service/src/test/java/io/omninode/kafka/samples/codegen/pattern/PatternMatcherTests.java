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

package io.omninode.kafka.samples.codegen.pattern;

import java.util.List;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.node.NodeSource;
import io.omninode.kafka.samples.codegen.node.NodeType;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PatternMatcher}.
 */
class PatternMatcherTests {

	private final PatternMatcher matcher = new PatternMatcher();

	@ParameterizedTest
	@MethodSource("examples")
	void whenNodeFollowsAPatternItIsTheSurestMatch(String pattern, String code) {
		assertThat(match(code, null, 0.5)).first().satisfies((match) -> {
			assertThat(match.name()).isEqualTo(pattern);
			assertThat(match.confidence()).isBetween(0.5, 1.0);
			assertThat(match.evidence()).isNotEmpty();
		});
	}

	static Stream<Arguments> examples() {
		return Stream.of(Arguments.of("singleton", """
				class Config:
				    _instance = None
				    def __new__(cls):
				        if cls._instance is None:
				            cls._instance = super().__new__(cls)
				        return cls._instance
				"""), Arguments.of("factory", """
				class NodeFactory:
				    def create_node(self, kind):
				        return self.kinds[kind]()
				"""), Arguments.of("repository", """
				class UserRepository:
				    def find_by_name(self, name): return self.db.one(name)
				    async def save(self, user): await self.db.put(user)
				"""), Arguments.of("context-manager", """
				class Connection:
				    async def __aenter__(self): return self
				    async def __aexit__(self, *exc): await self.close()
				"""), Arguments.of("context-manager", """
				@contextlib.contextmanager
				def opened():
				    yield 1
				"""), Arguments.of("retry-with-backoff", """
				async def fetch(self):
				    for attempt in range(5):
				        try:
				            return await self.load()
				        except OSError:
				            await asyncio.sleep(2 ** attempt)
				"""), Arguments.of("retry-with-backoff", """
				@tenacity.retry(stop=3)
				def fetch(self): self.load()
				"""), Arguments.of("event-publisher", """
				class Orders:
				    def placed(self, order):
				        self.bus.publish("orders", order)
				"""), Arguments.of("pure-compute", """
				class NodeSumCompute:
				    def execute_compute(self, values: list) -> int:
				        return sum(values)
				"""), Arguments.of("state-reducer", """
				class NodeCartReducer:
				    def reduce(self, state, event):
				        self.count += 1
				"""), Arguments.of("workflow-orchestrator", """
				class NodeOrderOrchestrator:
				    async def execute(self):
				        await self.reserve()
				        await self.pay()
				        await self.ship()
				"""));
	}

	@Test
	void whenPatternMatchesItSaysWhereAndWhy() {
		List<PatternMatch> matches = match("# one\nclass OrderFactory:\n    def create(self): pass\n", null, 0.5);
		assertThat(matches).containsExactly(
				new PatternMatch("factory", 0.85, 2, List.of("class <OrderFactory>", "function <create>")));
	}

	@Test
	void whenSeveralPatternsMatchTheSurestIsFirst() {
		List<PatternMatch> matches = match("""
				class UserRepository:
				    def get(self): pass
				    def save(self): self.bus.emit(1)
				    def __enter__(self): pass
				    def __exit__(self): pass
				""", null, 0);
		assertThat(matches).extracting(PatternMatch::name)
			.containsExactly("context-manager", "repository", "event-publisher");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 0.86, 0.9, 1 })
	void whenMinimumIsGivenNoMatchIsLessSure(double minimum) {
		List<PatternMatch> matches = match("class AFactory:\n    def create(self): self.bus.emit(1)\n", null, minimum);
		assertThat(matches).allMatch((match) -> match.confidence() >= minimum).hasSize((minimum <= 0.5) ? 2 : 0);
	}

	@ParameterizedTest
	@EnumSource(names = { "COMPUTE", "REDUCER", "ORCHESTRATOR" })
	void whenNodeTypeIsSaidThatAloneIsEnough(NodeType type) {
		assertThat(match("class A: pass", type, 0.5)).singleElement()
			.matches((match) -> match.evidence().equals(List.of("node type <" + type.id() + ">")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "class A: pass", "'''singleton factory'''", "# class UserRepository", "x = 'publish()'",
			"def f(:", "größe = 1" })
	void whenNodeFollowsNoPatternThereIsNoMatch(String code) {
		assertThat(match(code, null, 0)).isEmpty();
	}

	@Test
	void whenComputeNodeGoesOverTheNetworkItIsNotPure() {
		assertThat(match("def add(a, b): return a + b\ndef load(): return requests.get(url)", NodeType.COMPUTE, 0))
			.isEmpty();
	}

	private List<PatternMatch> match(String code, @Nullable NodeType type, double minConfidence) {
		return this.matcher.match(NodeSource.of(PythonSource.of(code), type), minConfidence).patterns();
	}

}
