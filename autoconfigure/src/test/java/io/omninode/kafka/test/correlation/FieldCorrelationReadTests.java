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

package io.omninode.kafka.test.correlation;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link FieldCorrelation} reads.
 */
class FieldCorrelationReadTests {

	private static final int MEGABYTE = 1024 * 1024;

	private final CorrelationStrategy field = CorrelationStrategy.field("correlation_id");

	private final CorrelationStrategy nested = CorrelationStrategy.field("/metadata/ids/0/correlation");

	@Test
	void aFieldOfTheObjectIsRead() {
		assertThat(read(this.field, "{\"a\": 1, \"correlation_id\": \"order-42\", \"b\": 2}")).isEqualTo("order-42");
	}

	@Test
	void aRecordThatWasReceivedIsRead() {
		byte[] value = "{\"correlation_id\": \"order-42\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(this.field.read(new ConsumerRecord<>("orders", 0, 0, null, value))).isEqualTo("order-42");
	}

	@Test
	void aJsonPointerReachesFieldsFurtherDown() {
		assertThat(read(this.nested, "{\"metadata\": {\"ids\": [{\"correlation\": \"a\"}, {\"correlation\": \"b\"}]}}"))
			.isEqualTo("a");
	}

	@Test
	void aFieldOfTheSameNameFurtherDownIsAnother() {
		assertThat(read(this.field, "{\"payload\": {\"correlation_id\": \"inner\"}}")).isNull();
		assertThat(read(this.field, "{\"payload\": {\"correlation_id\": \"inner\"}, \"correlation_id\": \"outer\"}"))
			.isEqualTo("outer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.b", "a~b", "a/b", "a b", "~1", "größe", "0" })
	void aNameIsTakenLiterallyWhateverItIsMadeOf(String name) {
		CorrelationStrategy strategy = CorrelationStrategy.field(name);
		assertThat(read(strategy, JsonMapper.shared().writeValueAsString(Map.of(name, "x", "other", "y"))))
			.isEqualTo("x");
	}

	@ParameterizedTest
	@CsvSource({ "42, 42", "-7, -7", "1.10, 1.10", "12345678901234567890123, 12345678901234567890123", "1e400, 1e400",
			"true, true", "false, false" })
	void anIdThatIsNoTextIsReadAsItIsWritten(String json, String id) {
		assertThat(read(this.field, "{\"correlation_id\": " + json + "}")).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\": \"a\"}", "{\"correlation_id\": null}",
			"{\"correlation_id\": {\"a\": \"b\"}}", "{\"correlation_id\": [\"a\"]}", "{\"Correlation_Id\": \"a\"}",
			"[{\"correlation_id\": \"a\"}]", "\"correlation_id\"", "42", "null", "", " ", "{", "{\"correlation_id\"",
			"{\"correlation_id\": \"or", "correlation_id: a", "<a correlation_id=\"b\"/>", "{'correlation_id': 'a'}" })
	void whenThereIsNoFieldNothingIsRead(String value) {
		assertThat(read(this.field, value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"metadata\": \"text\"}", "{\"metadata\": null}", "{\"metadata\": {\"ids\": []}}",
			"{\"metadata\": {\"ids\": {\"1\": {\"correlation\": \"a\"}}}}",
			"{\"metadata\": [[{\"correlation\": \"a\"}]]}" })
	void whenThePathEndsEarlyNothingIsRead(String value) {
		assertThat(read(this.nested, value)).isNull();
	}

	@Test
	void anEmptyIdIsReadAsOne() {
		assertThat(read(this.field, "{\"correlation_id\": \"\"}")).isEmpty();
	}

	@Test
	void aTombstoneHasNoId() {
		assertThat(this.field.read(new RecordHeaders(), null, null)).isNull();
	}

	@Test
	void bytesThatAreNoTextHaveNoId() {
		assertThat(this.field.read(new RecordHeaders(), null, new byte[] { 0, 0, 0, 0, 7, 3, -1, -128 })).isNull();
		assertThat(this.field.read(new RecordHeaders(), null, new byte[] { '{', '"', -1, -2, '"', ':', '1', '}' }))
			.isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "größe-42", "注文-42", "🦊", "a\\\"b\\\\c" })
	void anIdMayHoldAnyLetter(String id) {
		String expected = id.replace("\\\"", "\"").replace("\\\\", "\\");
		assertThat(read(this.field, "{\"correlation_id\": \"" + id + "\"}")).isEqualTo(expected);
	}

	@Test
	void escapedLettersAreRead() {
		assertThat(read(this.field, "{\"correlation\\u005fid\": \"gr\\u00f6\\u00dfe\"}")).isEqualTo("größe");
	}

	@ParameterizedTest
	@ValueSource(strings = { " {\"correlation_id\": \"a\"}", "\n\t\r {\"correlation_id\": \"a\"} \n" })
	void whiteSpaceAroundTheObjectDoesNotMatter(String value) {
		assertThat(read(this.field, value)).isEqualTo("a");
	}

	@Test
	void readingStopsAtTheField() {
		assertThat(read(this.field, "{\"correlation_id\": \"a\", \"payload\": <this is no JSON>")).isEqualTo("a");
		assertThat(read(this.field, "{\"payload\": <this is no JSON>, \"correlation_id\": \"a\"}")).isNull();
	}

	@Test
	void ofSeveralFieldsOfTheNameTheFirstCounts() {
		assertThat(read(this.field, "{\"correlation_id\": \"a\", \"correlation_id\": \"b\"}")).isEqualTo("a");
		assertThat(read(this.field, "{\"correlation_id\": null, \"correlation_id\": \"b\"}")).isNull();
		assertThat(read(CorrelationStrategy.field("/m/id"), "{\"m\": {\"id\": \"a\", \"id\": \"b\"}}")).isEqualTo("a");
	}

	@Test
	void anIdIsFoundAtEitherEndOfALargeValue() {
		String payload = "\"payload\": \"" + "x".repeat(MEGABYTE) + "\"";
		assertThat(read(this.field, "{\"correlation_id\": \"first\", " + payload + "}")).isEqualTo("first");
		assertThat(read(this.field, "{" + payload + ", \"correlation_id\": \"last\"}")).isEqualTo("last");
	}

	@Test
	void aValueThatIsNestedWithoutEndHasNoId() {
		assertThat(read(this.field, "{\"a\": " + "[".repeat(100_000))).isNull();
	}

	private static @Nullable String read(CorrelationStrategy strategy, String value) {
		return strategy.read(new RecordHeaders(), null, value.getBytes(StandardCharsets.UTF_8));
	}

}
