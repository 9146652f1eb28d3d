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

package io.omninode.kafka.test.diagnosis;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WhereaboutsTests {

	@Test
	void theCallsOfTheApplicationAreShown() {
		Whereabouts place = Whereabouts.of(List.of(call("java.lang.Thread", "sleep"), call("com.shop.Stock", "reserve"),
				call("com.shop.Orders", "on"), call("com.shop.Orders$$SpringCGLIB$$0", "on"),
				call("org.springframework.kafka.listener.Container", "run")));
		assertThat(place).hasToString("<Stock.reserve(File.java:7)>, called by <Orders.on(File.java:7)>");
		assertThat(place.isKnown()).isTrue();
	}

	@Test
	void threeCallsAreEnough() {
		StackTraceElement call = call("com.shop.Tree", "walk");
		assertThat(Whereabouts.of(List.of(call, call, call, call)).calls()).hasSize(3);
	}

	@Test
	void whereTheApplicationIsNotNothingIsKnown() {
		assertThat(Whereabouts.of(List.of(call("jdk.internal.misc.Unsafe", "park"))).isKnown()).isFalse();
	}

	private static StackTraceElement call(String type, String method) {
		return new StackTraceElement(type, method, "File.java", 7);
	}

}
