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

package io.omninode.kafka.samples.codegen.mixin;

import java.util.List;

import io.omninode.kafka.samples.codegen.node.NodeSource;
import io.omninode.kafka.samples.codegen.node.NodeType;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MixinSuggester}.
 */
class MixinSuggesterTests {

	private final MixinSuggester suggester = new MixinSuggester();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			requests.get(url)                                  | MixinRetry
			def add(a, b): return a + b                        | MixinCaching
			self.bus.publish(event)                            | MixinEventBus
			self.pool = create_pool(url)                       | MixinHealthCheck
			start = time.perf_counter()                        | MixinMetrics
			`def validate(x):\n    raise ValueError("bad")`    | MixinValidation
			print("done")                                      | MixinLogging
			class NodeCartReducer: pass                        | MixinStateManagement
			""")
	void whenCodeDoesSomethingTheMixinForItIsTheSurest(String code, String mixin) {
		assertThat(suggest(code.translateEscapes(), null)).first().extracting(MixinSuggestion::name).isEqualTo(mixin);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EFFECT       | MixinHealthCheck,MixinMetrics
			COMPUTE      | MixinCaching
			REDUCER      | MixinStateManagement
			ORCHESTRATOR | MixinEventBus,MixinHealthCheck,MixinMetrics
			""")
	void whenOnlyTheNodeTypeIsKnownThereAreSuggestionsForIt(NodeType type, String mixins) {
		assertThat(suggest("class A: pass", type)).extracting(MixinSuggestion::name)
			.isEqualTo(List.of(mixins.split(",")));
	}

	@Test
	void whenEffectCallsTheNetworkTheReasonSaysSo() {
		assertThat(suggest("class A:\n    def load(self): return httpx.get(url)", NodeType.EFFECT)).first()
			.isEqualTo(new MixinSuggestion("MixinRetry", 0.86, "call of <httpx.get>; node type <effect>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "class A(MixinRetry): pass", "class A(B, omnibase.mixins.MixinRetry): pass",
			"class A(MixinRetry[int]): pass", "@retry(3)\ndef f(): pass", "@backoff.on_exception(expo)\ndef f(): pass",
			"def f():\n    while True:\n        try:\n            return g()\n        except OSError:\n            sleep(1)" })
	void whenNodeRetriesAlreadyRetryIsNotSuggested(String code) {
		assertThat(suggest(code + "\nrequests.get(url)", NodeType.EFFECT)).extracting(MixinSuggestion::name)
			.doesNotContain("MixinRetry")
			.contains("MixinHealthCheck");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			class A(MixinCaching, MixinMetrics): pass      | COMPUTE
			`@functools.cache\ndef f(x): return x * 2`     | COMPUTE
			`@lru_cache(maxsize=8)\ndef f(x): return x`    | COMPUTE
			class A(MixinStateManagement): pass            | REDUCER
			""")
	void whenNodeHasItAlreadyThereIsNoSuggestion(String code, NodeType type) {
		assertThat(suggest(code.translateEscapes(), type)).isEmpty();
	}

	@Test
	void whenNodeChecksItsHealthAlreadyThatIsNotSuggested() {
		assertThat(suggest("class A:\n    async def health_check(self): return True", NodeType.EFFECT))
			.extracting(MixinSuggestion::name)
			.containsExactly("MixinMetrics");
	}

	@Test
	void whenSeveralMixinsServeTheSurestIsFirst() {
		List<MixinSuggestion> mixins = suggest("""
				async def load(self):
				    print("x")
				    if not isinstance(x, str): raise TypeError("x")
				    await self.bus.publish(await aiohttp.get(x))
				""", NodeType.EFFECT);
		assertThat(mixins).hasSizeGreaterThan(3)
			.isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "class A: pass", "x = 1", "# requests.get(url)", "class A(", "größe = 'print(1)'" })
	void whenNothingSpeaksForAMixinThereIsNoSuggestion(String code) {
		assertThat(suggest(code, null)).isEmpty();
	}

	@Test
	void whenMinimumIsHighOnlySureSuggestionsRemain() {
		NodeSource node = NodeSource.of(PythonSource.of("requests.get(url)"), NodeType.EFFECT);
		assertThat(this.suggester.suggest(node, 0.8).mixins()).extracting(MixinSuggestion::name)
			.containsExactly("MixinRetry");
	}

	private List<MixinSuggestion> suggest(String code, @Nullable NodeType type) {
		NodeSource node = NodeSource.of(PythonSource.of(code), type);
		return this.suggester.suggest(node, MixinSuggester.MIN_CONFIDENCE).mixins();
	}

}
