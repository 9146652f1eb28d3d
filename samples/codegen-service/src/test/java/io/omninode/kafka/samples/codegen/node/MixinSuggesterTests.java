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
import io.omninode.kafka.samples.codegen.node.MixinSuggester.Suggestion;
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
		assertThat(suggest(code.translateEscapes(), null)).first().extracting(Suggestion::name).isEqualTo(mixin);
	}

	@Test
	void whenEffectCallsTheNetworkTheReasonSaysSo() {
		assertThat(suggest("class A:\n    def load(self): return httpx.get(url)", NodeType.EFFECT))
			.startsWith(new Suggestion("MixinRetry", 0.86, "<return httpx.get(url)>; node type <effect>"))
			.isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "class A(MixinRetry): pass", "class A(B, omnibase.mixins.MixinRetry): pass",
			"@retry(3)\ndef f(): pass", "@backoff.on_exception(expo)\ndef f(): pass",
			"for attempt in range(3): sleep(attempt)" })
	void whenNodeRetriesAlreadyRetryIsNotSuggested(String code) {
		assertThat(suggest(code + "\nrequests.get(url)", NodeType.EFFECT)).extracting(Suggestion::name)
			.doesNotContain("MixinRetry")
			.contains("MixinHealthCheck");
	}

	@ParameterizedTest
	@ValueSource(strings = { "class A: pass", "x = 1", "# requests.get(url)", "class A(", "größe = 'print(1)'" })
	void whenNothingSpeaksForAMixinThereIsNoSuggestion(String code) {
		assertThat(suggest(code, null)).isEmpty();
	}

	private List<Suggestion> suggest(String code, @Nullable NodeType type) {
		return this.suggester.suggest(PythonSource.of(code, type), 0.4).mixins();
	}

}
