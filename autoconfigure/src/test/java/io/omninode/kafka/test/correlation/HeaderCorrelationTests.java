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

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeaderCorrelation}.
 */
class HeaderCorrelationTests {

	private final CorrelationStrategy header = CorrelationStrategy.header("correlation_id");

	private final Headers headers = new RecordHeaders();

	@Test
	void theHeaderIsReadAsText() {
		this.headers.add("correlation_id", bytes("größe-42"));
		assertThat(this.header.read(this.headers, null, null)).isEqualTo("größe-42");
		ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>("orders", 0, 0, null, null);
		received.headers().add("correlation_id", bytes("order-42"));
		assertThat(this.header.read(received)).isEqualTo("order-42");
	}

	@Test
	void whenThereAreSeveralTheLastCounts() {
		this.headers.add("correlation_id", bytes("first"))
			.add("correlation_id", bytes("last"))
			.add("other", bytes("x"));
		assertThat(this.header.read(this.headers, null, null)).isEqualTo("last");
	}

	@Test
	void whenThereIsNoSuchHeaderNothingIsRead() {
		this.headers.add("Correlation_Id", bytes("a")).add("correlation-id", bytes("b"));
		assertThat(this.header.read(this.headers, bytes("key"), bytes("{\"correlation_id\":\"c\"}"))).isNull();
	}

	@Test
	void whenTheHeaderHasNoValueNothingIsRead() {
		this.headers.add("correlation_id", null);
		assertThat(this.header.read(this.headers, null, null)).isNull();
	}

	@Test
	void anEmptyHeaderIsAnEmptyId() {
		this.headers.add("correlation_id", new byte[0]);
		assertThat(this.header.read(this.headers, null, null)).isEmpty();
	}

	@Test
	void bytesThatAreNoTextDoNotThrow() {
		this.headers.add("correlation_id", new byte[] { -1, -2 });
		assertThat(this.header.read(this.headers, null, null)).isEqualTo("\uFFFD\uFFFD");
	}

	@Test
	void theHeaderIsAddedAndNothingElseOfTheRecordIsChanged() {
		this.headers.add("trace", bytes("1"));
		byte[] value = { 1, 2, 3 };
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("orders", 3, 1234L, bytes("key"), value,
				this.headers);
		ProducerRecord<byte[], byte[]> written = this.header.write(record, "größe-42");
		assertThat(written.headers()).containsExactly(new RecordHeader("trace", bytes("1")),
				new RecordHeader("correlation_id", bytes("größe-42")));
		assertThat(written.topic()).isEqualTo("orders");
		assertThat(written.partition()).isEqualTo(3);
		assertThat(written.timestamp()).isEqualTo(1234L);
		assertThat(written.key()).isEqualTo(bytes("key"));
		assertThat(written.value()).isEqualTo(new byte[] { 1, 2, 3 });
	}

	@Test
	void theRecordThatIsGivenIsLeftAsItIs() {
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("orders", bytes("x"));
		this.header.write(record, "order-42");
		assertThat(record.headers()).isEmpty();
	}

	@Test
	void aRecordWhoseHeadersAreReadOnlyCanBeWrittenTo() {
		RecordHeaders readOnly = new RecordHeaders();
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("orders", null, null, null, bytes("x"), readOnly);
		((RecordHeaders) record.headers()).setReadOnly();
		assertThat(this.header.read(this.header.write(record, "a").headers(), null, null)).isEqualTo("a");
	}

	@Test
	void everyRecordCanBeWrittenTo() {
		assertThat(this.header.canWrite(new ProducerRecord<>("orders", null))).isTrue();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
