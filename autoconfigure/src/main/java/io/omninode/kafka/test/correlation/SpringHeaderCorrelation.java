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

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.KafkaHeaders;

/**
 * {@link CorrelationStrategy} for an id in Spring's header, as text or as the bytes of a
 * UUID.
 */
record SpringHeaderCorrelation() implements CorrelationStrategy {

	@Override
	public @Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
		Header header = headers.lastHeader(KafkaHeaders.CORRELATION_ID);
		return (header != null && header.value() != null) ? IdBytes.read(header.value()) : null;
	}

	@Override
	public ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String correlationId) {
		Headers headers = new RecordHeaders(record.headers().toArray());
		headers.add(KafkaHeaders.CORRELATION_ID, IdBytes.write(correlationId));
		return new ProducerRecord<>(record.topic(), record.partition(), record.timestamp(), record.key(),
				record.value(), headers);
	}

	@Override
	public String places() {
		return "the header <kafka_correlationId>";
	}

}
