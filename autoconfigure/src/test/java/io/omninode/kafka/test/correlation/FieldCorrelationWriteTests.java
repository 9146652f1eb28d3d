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

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link FieldCorrelation} writes.
 */
class FieldCorrelationWriteTests {

	private final CorrelationStrategy field = CorrelationStrategy.field("correlation_id");

	private final CorrelationStrategy nested = CorrelationStrategy.field("/a/b/id");

	@Test
	void theIdIsAddedToTheObject() {
		assertThat(written(this.field, "{\"code\":\"class A: pass\"}"))
			.isEqualTo("{\"code\":\"class A: pass\",\"correlation_id\":\"order-42\"}");
		assertThat(written(this.field, "{}")).isEqualTo("{\"correlation_id\":\"order-42\"}");
	}

	@Test
	void anIdThatIsNullIsReplaced() {
		assertThat(written(this.field, "{\"correlation_id\":null,\"a\":1}"))
			.isEqualTo("{\"correlation_id\":\"order-42\",\"a\":1}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{} | {\"a\":{\"b\":{\"id\":\"order-42\"}}}",
					"{\"a\":{\"x\":1}} | {\"a\":{\"x\":1,\"b\":{\"id\":\"order-42\"}}}",
					"{\"a\":{\"b\":{\"x\":1}}} | {\"a\":{\"b\":{\"x\":1,\"id\":\"order-42\"}}}" })
	void parentsThatAreMissingAreCreated(String value, String expected) {
		assertThat(written(this.nested, value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "correlation_id", "a.b", "a~b", "a/b", "/a/b", "/a~1b/c~0d", "/0/id" })
	void whatWasWrittenIsRead(String name) {
		CorrelationStrategy strategy = CorrelationStrategy.field(name);
		ProducerRecord<byte[], byte[]> written = strategy.write(record("{\"x\":1}"), "größe \"42\"");
		assertThat(strategy.read(written.headers(), written.key(), written.value())).isEqualTo("größe \"42\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.10", "12345678901234567890123", "0.1234567890123456789012345", "-0.5", "100", "1.0" })
	void numbersAreKeptAsTheyAre(String number) {
		assertThat(written(this.field, "{\"n\":" + number + "}"))
			.isEqualTo("{\"n\":" + number + ",\"correlation_id\":\"order-42\"}");
	}

	@Test
	void largeNumbersKeepTheirValue() {
		JsonNode node = JsonMapper.builder()
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.build()
			.readTree(written(this.field, "{\"n\":1e400,\"i\":" + BigInteger.TEN.pow(300) + "}"));
		assertThat(node.get("n").decimalValue()).isEqualByComparingTo(new BigDecimal("1e400"));
		assertThat(node.get("i").bigIntegerValue()).isEqualTo(BigInteger.TEN.pow(300));
	}

	@Test
	void otherFieldsAndTheirOrderAreKept() {
		String fields = "\"z\":null,\"y\":[1,null,{\"b\":1,\"a\":2}],\"x\":\"größe 🦊\",\"w\":true,\"v\":{},\"u\":\"\"";
		assertThat(written(this.field, "{" + fields + "}"))
			.isEqualTo("{" + fields + ",\"correlation_id\":\"order-42\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "`{ \"a\" : 1.0e2,\n \"b\":\"\\u0041\\/\"\n}\n` | `{ \"a\" : 1.0e2,\n \"b\":\"\\u0041\\/\","
					+ "\"correlation_id\":\"order-42\"\n}\n`", "`{ }` | `{\"correlation_id\":\"order-42\" }`" })
	void theTextOfTheRestIsKeptByteForByte(String value, String expected) {
		assertThat(written(this.field, value)).isEqualTo(expected);
	}

	@Test
	void anObjectInAnotherEncodingIsWrittenAnew() {
		ProducerRecord<byte[], byte[]> wide = new ProducerRecord<>("orders",
				"{\"a\":1}".getBytes(StandardCharsets.UTF_16LE));
		assertThat(this.field.write(wide, "order-42").value())
			.isEqualTo(bytes("{\"a\":1,\"correlation_id\":\"order-42\"}"));
	}

	@Test
	void nullsAndTheOrderOfFieldsAreKept() {
		assertThat(written(CorrelationStrategy.field("correlation_id"), "{\"z\":null,\"a\":1}"))
			.isEqualTo("{\"z\":null,\"a\":1,\"correlation_id\":\"order-42\"}");
	}

	@Test
	void nothingElseOfTheRecordIsChanged() {
		ProducerRecord<byte[], byte[]> record = record("{}");
		ProducerRecord<byte[], byte[]> written = this.field.write(record, "order-42");
		assertThat(written.topic()).isEqualTo("orders");
		assertThat(written.partition()).isEqualTo(3);
		assertThat(written.timestamp()).isEqualTo(1234L);
		assertThat(written.key()).isEqualTo(bytes("key"));
		assertThat(written.headers()).isEqualTo(record.headers()).hasSize(2);
	}

	@Test
	void theRecordThatIsGivenIsLeftAsItIs() {
		ProducerRecord<byte[], byte[]> record = record("{\"a\":1}");
		ProducerRecord<byte[], byte[]> written = this.field.write(record, "order-42");
		written.headers().add("later", bytes("x"));
		assertThat(record.value()).isEqualTo(bytes("{\"a\":1}"));
		assertThat(record.headers()).hasSize(2);
	}

	@Test
	void anEmptyRecordMayHaveNoPartitionTimestampOrKey() {
		ProducerRecord<byte[], byte[]> written = this.field.write(new ProducerRecord<>("orders", bytes("{}")), "a");
		assertThat(written.partition()).isNull();
		assertThat(written.timestamp()).isNull();
		assertThat(written.key()).isNull();
		assertThat(written.headers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[{}]", "\"{}\"", "42", "null", "", " ", "{", "{\"a\":", "{\"a\":1}{\"b\":2}",
			"{} x", "plain text" })
	void whatIsNoObjectCannotBeWrittenTo(String value) {
		assertThat(this.field.canWrite(record(value))).isFalse();
	}

	@Test
	void aTombstoneCannotBeWrittenTo() {
		assertThat(this.field.canWrite(new ProducerRecord<>("orders", bytes("key"), null))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"a\":1}", "{\"a\":\"text\"}", "{\"a\":[]}", "{\"a\":{\"b\":1}}", "{\"a\":{\"b\":[1]}}" })
	void anObjectWithSomethingElseInTheWayCannotBeWrittenTo(String value) {
		assertThat(this.nested.canWrite(record(value))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", " {} ", "{\"a\":{}}", "{\"a\":{\"b\":{}}}", "{\"a\":{\"b\":{\"id\":null}}}" })
	void anObjectWithAFreePathCanBeWrittenTo(String value) {
		assertThat(this.nested.canWrite(record(value))).isTrue();
		ProducerRecord<byte[], byte[]> written = this.nested.write(record(value), "order-42");
		assertThat(this.nested.read(written.headers(), written.key(), written.value())).isEqualTo("order-42");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1,\"a\":2}", "{\"correlation_id\":{\"x\":1}}", "{\"correlation_id\":[]}",
			"{\"x\":{\"a\":1,\"a\":2}}" })
	void anObjectThatWouldLoseSomethingCannotBeWrittenTo(String value) {
		assertThat(this.field.canWrite(record(value))).isFalse();
	}

	@Test
	void aSecondDocumentIsNeverLost() {
		CorrelationStrategy strategy = CorrelationStrategy.field("correlation_id");
		assertThat(strategy.canWrite(record("{\"a\":1}{\"b\":2}"))).isFalse();
	}

	private static String written(CorrelationStrategy strategy, String value) {
		ProducerRecord<byte[], byte[]> record = record(value);
		assertThat(strategy.canWrite(record)).isTrue();
		return new String(strategy.write(record, "order-42").value(), StandardCharsets.UTF_8);
	}

	private static ProducerRecord<byte[], byte[]> record(String value) {
		RecordHeaders headers = new RecordHeaders();
		headers.add("trace", bytes("1")).add("trace", bytes("2"));
		return new ProducerRecord<>("orders", 3, 1234L, bytes("key"), bytes(value), headers);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
