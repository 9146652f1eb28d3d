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

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FirstCorrelation}, by way of
 * {@link CorrelationStrategy#or(CorrelationStrategy)}.
 */
class FirstCorrelationTests {

	private final CorrelationStrategy fieldOrHeader = CorrelationStrategy.field("id")
		.or(CorrelationStrategy.header("id"));

	private final CorrelationStrategy headerOrField = CorrelationStrategy.header("id")
		.or(CorrelationStrategy.field("id"));

	@Test
	void theFirstThatHasAnIdIsRead() {
		Headers headers = new RecordHeaders().add("id", bytes("header"));
		assertThat(this.fieldOrHeader.read(headers, null, bytes("{\"id\":\"field\"}"))).isEqualTo("field");
		assertThat(this.headerOrField.read(headers, null, bytes("{\"id\":\"field\"}"))).isEqualTo("header");
	}

	@Test
	void whenTheFirstHasNoneTheSecondIsRead() {
		Headers headers = new RecordHeaders().add("id", bytes("header"));
		assertThat(this.fieldOrHeader.read(headers, null, bytes("{\"id\":null}"))).isEqualTo("header");
		assertThat(this.fieldOrHeader.read(headers, null, null)).isEqualTo("header");
		assertThat(this.headerOrField.read(new RecordHeaders(), null, bytes("{\"id\":\"field\"}"))).isEqualTo("field");
	}

	@Test
	void whenNeitherHasOneNothingIsRead() {
		assertThat(this.fieldOrHeader.read(new RecordHeaders(), null, bytes("plain text"))).isNull();
	}

	@Test
	void anEmptyIdOfTheFirstCounts() {
		Headers headers = new RecordHeaders().add("id", bytes("header"));
		assertThat(this.fieldOrHeader.read(headers, null, bytes("{\"id\":\"\"}"))).isEmpty();
	}

	@Test
	void theFirstThatCanWritesAlone() {
		ProducerRecord<byte[], byte[]> written = this.fieldOrHeader.write(record("{}"), "42");
		assertThat(written.value()).isEqualTo(bytes("{\"id\":\"42\"}"));
		assertThat(written.headers()).isEmpty();
		ProducerRecord<byte[], byte[]> other = this.headerOrField.write(record("{}"), "42");
		assertThat(other.value()).isEqualTo(bytes("{}"));
		assertThat(other.headers().lastHeader("id").value()).isEqualTo(bytes("42"));
	}

	@Test
	void whatBecomesAnObjectHasTheIdInTheHeaderToo() {
		CorrelationStrategy strategy = this.fieldOrHeader.or(new KeyCorrelation()).forObjects();
		ProducerRecord<byte[], byte[]> written = strategy.write(record("{}"), "42");
		assertThat(written.value()).isEqualTo(bytes("{\"id\":\"42\"}"));
		assertThat(written.headers().lastHeader("id").value()).isEqualTo(bytes("42"));
		assertThat(this.headerOrField.forObjects().write(record("{}"), "42").value()).isEqualTo(bytes("{}"));
		CorrelationStrategy field = CorrelationStrategy.field("id");
		assertThat(field.forObjects()).isSameAs(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[1]", "plain text", "", "{\"a\":" })
	void whenTheFirstCannotWriteTheSecondDoes(String value) {
		ProducerRecord<byte[], byte[]> written = this.fieldOrHeader.write(record(value), "42");
		assertThat(written.value()).isEqualTo(bytes(value));
		assertThat(written.headers().lastHeader("id").value()).isEqualTo(bytes("42"));
		assertThat(this.fieldOrHeader.read(written.headers(), written.key(), written.value())).isEqualTo("42");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1}", "{\"a\":[]}", "{\"a\":{\"b\":\"text\"}}" })
	void whenSomethingElseIsInTheWayOfAFieldTheHeaderIsWritten(String value) {
		CorrelationStrategy deep = CorrelationStrategy.field("/a/b/c/id").or(CorrelationStrategy.header("id"));
		ProducerRecord<byte[], byte[]> written = deep.write(record(value), "42");
		assertThat(written.value()).isEqualTo(bytes(value));
		assertThat(written.headers().lastHeader("id").value()).isEqualTo(bytes("42"));
	}

	@Test
	void itCanWriteWhereOneOfThemCan() {
		CorrelationStrategy fields = CorrelationStrategy.field("/a/id").or(CorrelationStrategy.field("id"));
		assertThat(fields.canWrite(record("{\"a\":1}"))).isTrue();
		assertThat(fields.canWrite(record("[]"))).isFalse();
		assertThat(fields.write(record("{\"a\":1}"), "42").value()).isEqualTo(bytes("{\"a\":1,\"id\":\"42\"}"));
	}

	@Test
	void threeAreAskedInOrder() {
		CorrelationStrategy all = this.fieldOrHeader.or(new KeyCorrelation());
		assertThat(all.read(new RecordHeaders(), bytes("key"), null)).isEqualTo("key");
		assertThat(all.read(new RecordHeaders().add("id", bytes("header")), bytes("key"), null)).isEqualTo("header");
		assertThat(all.write(record("[]"), "42").headers()).hasSize(1);
	}

	@Test
	void aStrategyOfTheUsersCanComeFirst() {
		CorrelationStrategy strategy = new KeyCorrelation().or(this.fieldOrHeader);
		ProducerRecord<byte[], byte[]> written = strategy.write(record("{}"), "42");
		assertThat(written.key()).isEqualTo(bytes("42"));
		assertThat(written.value()).isEqualTo(bytes("{}"));
		assertThat(strategy.read(written.headers(), written.key(), written.value())).isEqualTo("42");
	}

	private static ProducerRecord<byte[], byte[]> record(String value) {
		return new ProducerRecord<>("orders", bytes(value));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static final class KeyCorrelation implements CorrelationStrategy {

		@Override
		public @Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
			return (key != null) ? new String(key, StandardCharsets.UTF_8) : null;
		}

		@Override
		public ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String correlationId) {
			return new ProducerRecord<>(record.topic(), bytes(correlationId), record.value());
		}

	}

}
