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

package io.omninode.kafka.test.record;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a record that some consumer has read into the bytes that it stood for.
 *
 * @param mapper writes what is neither bytes nor text
 */
record RecordBytes(JsonMapper mapper) {

	@SuppressWarnings("NullAway")
	ConsumerRecord<byte[], byte[]> of(ConsumerRecord<?, ?> record) {
		return new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), record.timestamp(),
				record.timestampType(), record.serializedKeySize(), record.serializedValueSize(), bytes(record.key()),
				bytes(record.value()), record.headers(), Optional.empty());
	}

	private byte @Nullable [] bytes(@Nullable Object object) {
		if (object == null) {
			return null;
		}
		if (object instanceof byte[] bytes) {
			return bytes;
		}
		if (object instanceof Bytes bytes) {
			return bytes.get();
		}
		return (object instanceof CharSequence text) ? text.toString().getBytes(StandardCharsets.UTF_8)
				: this.mapper.writeValueAsBytes(object);
	}

}
