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

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JsonValues}.
 */
class JsonValuesTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final JsonValues values = new JsonValues(JsonFormat.of(MAPPER));

	@Test
	void bytesAreTakenAsTheyAre() {
		byte[] bytes = { 0, 1, -1, '{' };
		assertThat(this.values.serialize("orders", bytes)).isSameAs(bytes);
		assertThat(this.values.serialize("orders", new byte[0])).isEmpty();
	}

	@Test
	void nothingIsATombstone() {
		assertThat(this.values.serialize("orders", null)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\" : 1.10}", " { } ", "\"quoted\"", "42", "007", "null", "Ada", "{\"a\":", "", " ",
			"<order id=\"42\"/>", "größe 🦊" })
	void textIsTakenAsItIs(String text) {
		assertThat(written(text)).isEqualTo(text);
	}

	@Test
	void aMapIsWritten() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("code", "class A: pass");
		map.put("lines", List.of(1, 2));
		map.put("none", null);
		assertThat(written(map)).isEqualTo("{\"code\":\"class A: pass\",\"lines\":[1,2],\"none\":null}");
	}

	@Test
	void aRecordIsWrittenAsTheMapperWritesIt() {
		assertThat(written(new Order("42", 3))).isEqualTo("{\"orderId\":\"42\",\"itemCount\":3}");
		JsonMapper snakeCase = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		assertThat(new JsonValues(JsonFormat.of(snakeCase)).serialize("orders", new Order("42", 3))).asString()
			.isEqualTo("{\"order_id\":\"42\",\"item_count\":3}");
	}

	@Test
	void aJsonNodeIsWritten() {
		JsonNode node = MAPPER.readTree("{\"a\":[1,null,\"größe\"]}");
		assertThat(written(node)).isEqualTo("{\"a\":[1,null,\"größe\"]}");
	}

	@Test
	void whenAValueCannotBeWrittenTheMessageSaysWhyAndWhatToDo() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.values.serialize("orders", new Endless()))
			.withMessage("A value of type <io.omninode.kafka.test.json.JsonValuesTests$Endless> for topic <orders> "
					+ "cannot be written as JSON: Direct self-reference leading to cycle. Give Jackson a way to write "
					+ "it, or send a Map, a JsonNode, JSON text or bytes.")
			.withCauseInstanceOf(InvalidDefinitionException.class);
	}

	@Test
	void whenAGetterThrowsTheMessageSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.values.serialize("orders", new Broken()))
			.withMessageContaining("Broken> for topic <orders> cannot be written as JSON: ")
			.withMessageContaining("no price yet");
	}

	private String written(Object value) {
		return new String(this.values.serialize("orders", value), StandardCharsets.UTF_8);
	}

	record Order(String orderId, int itemCount) {

	}

	static class Endless {

		@JsonProperty
		Endless getSelf() {
			return this;
		}

	}

	static class Broken {

		@JsonProperty
		int getPrice() {
			throw new IllegalStateException("no price yet");
		}

	}

}
