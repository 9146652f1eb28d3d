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
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * {@link CorrelationStrategy} for an id in a header, as text.
 *
 * @param name the name of the header
 */
record HeaderCorrelation(String name) implements CorrelationStrategy {

	@Override
	public @Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
		Header header = headers.lastHeader(this.name);
		boolean present = header != null && header.value() != null;
		return present ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

	@Override
	public ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String correlationId) {
		Headers headers = new RecordHeaders(record.headers().toArray());
		headers.add(this.name, correlationId.getBytes(StandardCharsets.UTF_8));
		return new ProducerRecord<>(record.topic(), record.partition(), record.timestamp(), record.key(),
				record.value(), headers);
	}

	@Override
	public String places() {
		return "the header <" + this.name + ">";
	}

}
