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

package io.omninode.kafka.samples.codegen.event;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CodegenRequest}.
 */
class CodegenRequestTests {

	private static final JsonMapper mapper = JsonMapper.shared();

	@ParameterizedTest
	@ValueSource(strings = { "{'payload': {'code_content': 'class A: pass'}}", "{'payload': {'code': 'class A: pass'}}",
			"{'code_content': 'class A: pass'}", "{'code': 'class A: pass', 'payload': null}",
			"{'code': 'class A: pass', 'payload': {'node_type': 'effect'}}",
			"{'code': 'class B: pass', 'payload': {'code_content': 'class A: pass'}}" })
	void whenCodeStandsInOneOfItsPlacesItIsRead(String event) {
		assertThat(request(event).code()).isEqualTo("class A: pass");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'payload': {}}", "{'payload': 'class A: pass'}", "{'payload': {'code': ' \\n'}}",
			"{'code': null}", "{'code': ['x']}", "{'code': {'x': 1}}", "{'code': true}" })
	void whenCodeIsMissingOrBlankThereIsNone(String event) {
		assertThat(request(event).code()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'payload': {'node_type': 'effect'}} | EFFECT
			{'node_type': 'COMPUTE'}             | COMPUTE
			{'node_type': 'other'}               |
			{'node_type': 1}                     |
			{}                                   |
			""", quoteCharacter = '`')
	void whenNodeTypeIsKnownItIsRead(String event, @Nullable NodeType type) {
		assertThat(request(event).nodeType()).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'payload': {'min_confidence': 0.25}} | 0.25
			{'min_confidence': 1}                 | 1
			{'min_confidence': 1.1}               | 0.5
			{'min_confidence': '0.25'}            | 0.5
			{}                                    | 0.5
			""", quoteCharacter = '`')
	void whenMinConfidenceIsANumberItIsRead(String event, double expected) {
		assertThat(request(event).minConfidence(0.5)).isEqualTo(expected);
	}

	@Test
	void whenFieldIsNotUnderstoodThereIsAWarning() {
		assertThat(request("{'node_type': 'other', 'min_confidence': 7}").warnings()).containsExactly(
				"node_type is ignored: it is not one of <effect, compute, reducer, orchestrator>",
				"min_confidence is ignored: it is not a number from 0 to 1");
		assertThat(request("{'node_type': 'effect', 'min_confidence': 0}").warnings()).isEmpty();
		assertThat(request("{}").warnings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'correlation_id': 'a-1'}              | a-1
			{'correlation_id': 42}                 | 42
			{'payload': {'correlation_id': 'a-1'}} | a-1
			{'correlation_id': ''}                 |
			{'correlation_id': null}               |
			""", quoteCharacter = '`')
	void whenCorrelationIdIsThereItIsRead(String event, @Nullable String id) {
		assertThat(request(event).correlationId().orElse(null)).isEqualTo(id);
	}

	private static CodegenRequest request(String event) {
		return new CodegenRequest(mapper.readTree(event.replace('\'', '"')));
	}

}
