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

package io.omninode.kafka.samples.codegen.evidence;

import java.util.Optional;

import io.omninode.kafka.samples.codegen.node.NodeSource;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BehaviorClues}.
 */
class BehaviorCluesTests {

	private static final String RETRY = """
			def fetch():
			    for attempt in range(3):
			        try:
			            return load()
			        except OSError:
			            time.sleep(2 ** attempt)
			""";

	@Test
	void whenCallIsThereThatIsEvidence() {
		assertThat(find(BehaviorClues.call(0.5, "publish"), "x = 1\nself.bus.publish(x)"))
			.contains(new Evidence(0.5, 2, "call of <self.bus.publish>"));
		assertThat(find(BehaviorClues.call(0.5, "publish"), "'publish()' # publish()")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "requests.get(url)", "await aiohttp.ClientSession()", "client.post(url)" })
	void whenCallGoesOverTheNetworkThatIsEvidence(String text) {
		assertThat(find(BehaviorClues.networkCall(0.5), text)).isPresent();
	}

	@Test
	void whenStatementHoldsTheWordThatIsEvidence() {
		assertThat(find(BehaviorClues.statementWith(0.5, "_instance"), "class A:\n    _instance = None"))
			.contains(new Evidence(0.5, 2, "statement <_instance = None>"));
	}

	@Test
	void whenLoopTriesAgainThatIsEvidence() {
		assertThat(find(BehaviorClues.retryLoop(0.5), RETRY))
			.contains(new Evidence(0.5, 1, "function <fetch> tries again in a loop"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "time.sleep", "try:" })
	void whenLoopDoesNotWaitOrTryThereIsNoEvidence(String needed) {
		assertThat(find(BehaviorClues.retryLoop(0.5), RETRY.replace(needed, "if other():"))).isEmpty();
	}

	@Test
	void whenTryIsOutsideOfTheLoopThereIsNoEvidence() {
		String text = "def f():\n    for x in y:\n        sleep(1)\n    try:\n        g()\n    finally:\n        h()\n";
		assertThat(find(BehaviorClues.retryLoop(0.5), text)).isEmpty();
	}

	@Test
	void whenFunctionAwaitsEnoughThatIsEvidence() {
		String text = "async def run():\n    await a()\n    x = await b()\n    return await c(x)\n";
		assertThat(find(BehaviorClues.steps(0.5, 3), text))
			.contains(new Evidence(0.5, 1, "function <run> awaits 3 steps"));
		assertThat(find(BehaviorClues.steps(0.5, 4), text)).isEmpty();
	}

	@Test
	void whenFunctionDependsOnItsArgumentsAloneThatIsEvidence() {
		assertThat(find(BehaviorClues.pureFunction(0.5), "def add(a, b): return a + b"))
			.contains(new Evidence(0.5, 1, "function <add> depends on its arguments alone"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "def f(): pass", "def f(a): return", "async def f(a): return a",
			"def f(self): return self.x", "def f(a):\n    print(a)\n    return a",
			"def f():\n    global x\n    return x", "def f(a):\n    yield a",
			"def f():\n    with open('x') as y:\n        return y", "def f(): return time.time()" })
	void whenFunctionReachesOutThereIsNoEvidence(String text) {
		assertThat(find(BehaviorClues.pureFunction(0.5), text)).isEmpty();
	}

	private static Optional<Evidence> find(Clue clue, String text) {
		return clue.find(NodeSource.of(PythonSource.of(text), null));
	}

}
