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

import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NodeType} and {@link NodeSource}.
 */
class NodeTypeTests {

	@ParameterizedTest
	@CsvSource({ "effect, EFFECT", "Compute, COMPUTE", "REDUCER_GENERIC, REDUCER", "' orchestrator ', ORCHESTRATOR",
			"effects,", "'',", "node," })
	void whenNameIsKnownThereIsAType(String name, @Nullable NodeType type) {
		assertThat(NodeType.named(name).orElse(null)).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "NodeUserEffect, EFFECT", "NodeSumCompute, COMPUTE", "NodeEffect,", "UserEffect,", "NodeUser,",
			"NodeUserEffects," })
	void whenClassIsNamedAsANodeThereIsAType(String name, @Nullable NodeType type) {
		assertThat(NodeType.ofClass(name).orElse(null)).isEqualTo(type);
	}

	@Test
	void whenTypeIsNotSaidTheNameOfAClassTellsIt() {
		PythonSource source = PythonSource.of("class Other: pass\nclass NodeUserReducer: pass");
		assertThat(NodeSource.of(source, null).type()).isEqualTo(NodeType.REDUCER);
		assertThat(NodeSource.of(source, NodeType.EFFECT).type()).isEqualTo(NodeType.EFFECT);
		assertThat(NodeSource.of(PythonSource.of("class A: pass"), null).type()).isNull();
	}

}
