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
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyCorrelation}.
 */
class KeyCorrelationTests {

	private final CorrelationStrategy key = CorrelationStrategy.key();

	@Test
	void theKeyIsReadAsText() {
		assertThat(this.key.read(new RecordHeaders(), bytes("größe-42"), null)).isEqualTo("größe-42");
		assertThat(this.key.read(new RecordHeaders(), new byte[0], null)).isEmpty();
	}

	@Test
	void aRecordWithoutAKeyHasNoId() {
		assertThat(this.key.read(new RecordHeaders().add("key", bytes("a")), null, bytes("{\"key\":\"b\"}"))).isNull();
	}

	@Test
	void aKeyThatIsNoTextIsNoId() {
		assertThat(this.key.read(new RecordHeaders(), new byte[] { -1, -2 }, null)).isNull();
	}

	@Test
	void theKeyIsSetAndNothingElseIsChanged() {
		RecordHeaders headers = new RecordHeaders();
		headers.add("trace", bytes("1"));
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("orders", 3, 1234L, null, bytes("value"), headers);
		ProducerRecord<byte[], byte[]> written = this.key.write(record, "order-42");
		assertThat(written).isEqualTo(new ProducerRecord<>("orders", 3, 1234L, written.key(), record.value(), headers));
		assertThat(written.key()).isEqualTo(bytes("order-42"));
		assertThat(record.key()).isNull();
	}

	@Test
	void onlyARecordWithoutAKeyCanBeWrittenTo() {
		assertThat(this.key.canWrite(new ProducerRecord<>("orders", bytes("value")))).isTrue();
		assertThat(this.key.canWrite(new ProducerRecord<>("orders", bytes("mine"), bytes("value")))).isFalse();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
