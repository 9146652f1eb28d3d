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

import io.omninode.kafka.test.client.JsonValues;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a test wants to send into bytes. Nothing but the value is changed.
 *
 * @param values writes values
 * @since 0.1.0
 */
public record RecordWriter(JsonValues values) {

	/**
	 * Write a record.
	 * @param record the record
	 * @param topic the name of its topic
	 * @return the record as bytes
	 * @throws IllegalArgumentException if the value cannot be written
	 */
	public ProducerRecord<byte[], byte[]> write(ProducerRecord<String, ?> record, String topic) {
		return new ProducerRecord<>(topic, record.partition(), record.timestamp(), bytes(record.key()),
				this.values.serialize(topic, record.value()), record.headers());
	}

	private static byte @Nullable [] bytes(@Nullable String key) {
		return (key != null) ? key.getBytes(StandardCharsets.UTF_8) : null;
	}

}
