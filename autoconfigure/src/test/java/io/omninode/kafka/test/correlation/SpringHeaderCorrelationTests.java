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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.kafka.requestreply.CorrelationKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SpringHeaderCorrelation}.
 */
class SpringHeaderCorrelationTests {

	private static final String HEADER = "kafka_correlationId";

	private static final UUID ID = UUID.fromString("c8c7b2a4-6a3f-4f0e-9d8e-0123456789ab");

	private final CorrelationStrategy spring = CorrelationStrategy.springHeader();

	@Test
	void sixteenBytesAreAUuidAsReplyingKafkaTemplateWritesAndShowsIt() {
		assertThat(read(bytes(ID))).isEqualTo(ID.toString()).isEqualTo(new CorrelationKey(bytes(ID)).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "order-42", "", "0123456789abcdef", "sixteen letters!", "größe-42",
			"c8c7b2a4-6a3f-4f0e-9d8e-0123456789ab" })
	void textIsReadAsText(String id) {
		assertThat(read(id.getBytes(StandardCharsets.UTF_8))).isEqualTo(id);
	}

	@Test
	void otherBytesAreShownInHexadecimalDigits() {
		byte[] bytes = { -1, 0, 10, 127 };
		assertThat(read(bytes)).isEqualTo("ff000a7f").isEqualTo(new CorrelationKey(bytes).toString());
	}

	@Test
	void whenThereAreSeveralTheLastCounts() {
		RecordHeaders headers = new RecordHeaders();
		headers.add(HEADER, "first".getBytes()).add(HEADER, bytes(ID));
		assertThat(this.spring.read(headers, null, null)).isEqualTo(ID.toString());
	}

	@Test
	void whenThereIsNoSuchHeaderNothingIsRead() {
		RecordHeaders headers = new RecordHeaders();
		headers.add("correlation_id", bytes(ID)).add(HEADER, null);
		assertThat(this.spring.read(headers, bytes(ID), bytes(ID))).isNull();
		assertThat(this.spring.read(new RecordHeaders(), null, null)).isNull();
	}

	@Test
	void aUuidIsWrittenAsBytesAndNothingElseIsChanged() {
		RecordHeaders headers = new RecordHeaders();
		headers.add("trace", new byte[] { 1 });
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("orders", 3, 1234L, new byte[] { 7 },
				new byte[] { 8 }, headers);
		ProducerRecord<byte[], byte[]> written = this.spring.write(record, ID.toString());
		assertThat(written)
			.isEqualTo(new ProducerRecord<>("orders", 3, 1234L, record.key(), record.value(), written.headers()));
		assertThat(written.headers()).containsExactly(new RecordHeader("trace", new byte[] { 1 }),
				new RecordHeader(HEADER, bytes(ID)));
		assertThat(record.headers()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "order-42", "C8C7B2A4-6A3F-4F0E-9D8E-0123456789AB", "1-2-3-4-5", "0123456789abcdef",
			"30313233-3435-3637-3839-616263646566", "00000000-0000-0000-0000-000000000000", "größe", "x" })
	void whatWasWrittenIsRead(String id) {
		ProducerRecord<byte[], byte[]> written = this.spring.write(new ProducerRecord<>("orders", null), id);
		assertThat(this.spring.read(written.headers(), null, null)).isEqualTo(id);
	}

	@Test
	void textThatWouldBeReadAsAUuidIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.spring.write(new ProducerRecord<>("orders", null), "größe-0123456" + "x"))
			.withMessage("The correlation id <größe-0123456x> cannot be written to a header of Spring: "
					+ "its 16 bytes would be read as a UUID");
	}

	@Test
	void everyRecordCanBeWrittenTo() {
		assertThat(this.spring.canWrite(new ProducerRecord<>("orders", null))).isTrue();
	}

	private @Nullable String read(byte[] id) {
		return this.spring.read(new RecordHeaders().add(HEADER, id), null, null);
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
