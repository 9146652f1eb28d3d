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

package io.omninode.kafka.test.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonNodeDeserializer}.
 */
class JsonNodeDeserializerTests {

	private final JsonNodeDeserializer deserializer = new JsonNodeDeserializer(
			JsonFormat.of(JsonMapper.builder().build()));

	@Test
	void jsonIsRead() {
		JsonNode node = read("{\"a\": [1, {\"b\": \"größe\"}]}");
		assertThat(node.isObject()).isTrue();
		assertThat(node.at("/a/1/b").asString()).isEqualTo("größe");
	}

	@Test
	void theJsonNullIsANullNode() {
		assertThat(read("null").isNull()).isTrue();
	}

	@Test
	void aTombstoneIsNull() {
		assertThat(this.deserializer.deserialize("orders", null)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain text", "{\"a\":", "<order/>", "{} {}", "12 monkeys", "größe 🦊" })
	void textThatIsNoJsonIsAStringNode(String text) {
		JsonNode node = read(text);
		assertThat(node.isString()).isTrue();
		assertThat(node.asString()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n" })
	void textThatIsBlankIsAStringNode(String text) {
		JsonNode node = read(text);
		assertThat(node.isString()).isTrue();
		assertThat(node.asString()).isEqualTo(text);
	}

	@Test
	void textThatOnlyBeginsWithJsonIsAStringNodeWhateverTheMapperPermits() {
		JsonMapper lenient = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
		JsonNode node = new JsonNodeDeserializer(JsonFormat.of(lenient)).deserialize("orders",
				"12 monkeys".getBytes(StandardCharsets.UTF_8));
		assertThat(node.isString()).isTrue();
	}

	@Test
	void bytesThatAreNoTextAreABinaryNode() throws IOException {
		byte[] bytes = { 0, 0, 0, 0, 7, -1, -2 };
		JsonNode node = this.deserializer.deserialize("orders", bytes);
		assertThat(node.isBinary()).isTrue();
		assertThat(node.binaryValue()).isEqualTo(bytes);
	}

	@Test
	void jsonWithBytesThatAreNoTextIsABinaryNode() {
		byte[] bytes = { '{', '"', -1, -2, '"', ':', '1', '}' };
		assertThat(this.deserializer.deserialize("orders", bytes).isBinary()).isTrue();
	}

	@Test
	void jsonThatIsNestedWithoutEndIsAStringNode() {
		assertThat(read("[".repeat(100_000)).isString()).isTrue();
	}

	private JsonNode read(String text) {
		return this.deserializer.deserialize("orders", text.getBytes(StandardCharsets.UTF_8));
	}

}
