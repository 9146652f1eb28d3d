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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Call}.
 */
class CallTests {

	@Test
	void whenStatementsCallFunctionsTheirTargetsAreWhole() {
		PythonSource source = PythonSource.of("""
				def f(x): return g(x)
				await self.bus.publish(h(1), "k()")
				if (a): a().b()
				class A(B): pass
				""");
		assertThat(source.calls()).extracting(Call::target).containsExactly("g", "self.bus.publish", "h", "a", "b");
	}

	@ParameterizedTest
	@CsvSource({ "self.bus.publish, publish, true", "publish, publish, true", "requests.get, requests., true",
			"self.requests.get, requests., false", "time.time, time.time, true", "publish_all, publish, false" })
	void whenNameFitsItIsACallOfThat(String target, String name, boolean fits) {
		assertThat(new Call(target, 1).isOf("other", name)).isEqualTo(fits);
	}

}
