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
import org.jspecify.annotations.Nullable;

/**
 * {@link CorrelationStrategy} that uses the key as the id, as text.
 */
record KeyCorrelation() implements CorrelationStrategy {

	@Override
	public @Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
		return (key != null) ? IdBytes.text(key) : null;
	}

	@Override
	public ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String correlationId) {
		return new ProducerRecord<>(record.topic(), record.partition(), record.timestamp(),
				correlationId.getBytes(StandardCharsets.UTF_8), record.value(), record.headers());
	}

	@Override
	public boolean canWrite(ProducerRecord<byte[], byte[]> record) {
		return record.key() == null;
	}

	@Override
	public String places() {
		return "the key";
	}

}
