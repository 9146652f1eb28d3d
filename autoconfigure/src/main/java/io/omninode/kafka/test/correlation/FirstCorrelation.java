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
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Two strategies in order.
 *
 * @param first asked first
 * @param second asked second
 * @param objects whether all values are read into objects
 */
record FirstCorrelation(CorrelationStrategy first, CorrelationStrategy second,
		boolean objects) implements CorrelationStrategy {

	private static final String TYPE_HEADER = "__TypeId__";

	@Override
	public @Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
		String id = this.first.read(headers, key, value);
		return (id != null) ? id : this.second.read(headers, key, value);
	}

	@Override
	public ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String correlationId) {
		ProducerRecord<byte[], byte[]> written = this.first.writeIfPossible(record, correlationId);
		return (written != null) ? writeHeader(written, correlationId) : this.second.write(record, correlationId);
	}

	/**
	 * Write the id to the header, too, if the record has a type header: its value is read
	 * into an object, which may not have the field.
	 */
	private ProducerRecord<byte[], byte[]> writeHeader(ProducerRecord<byte[], byte[]> record, String correlationId) {
		boolean isObject = this.objects || record.headers().lastHeader(TYPE_HEADER) != null;
		return (isObject && this.first instanceof FieldCorrelation && this.second instanceof HeaderCorrelation)
				? this.second.write(record, correlationId) : record;
	}

	@Override
	public CorrelationStrategy forObjects() {
		return new FirstCorrelation(this.first.forObjects(), this.second.forObjects(), true);
	}

	@Override
	public boolean canWrite(ProducerRecord<byte[], byte[]> record) {
		return this.first.canWrite(record) || this.second.canWrite(record);
	}

	@Override
	public @Nullable ProducerRecord<byte[], byte[]> writeIfPossible(ProducerRecord<byte[], byte[]> record,
			String correlationId) {
		ProducerRecord<byte[], byte[]> written = this.first.writeIfPossible(record, correlationId);
		return (written != null) ? writeHeader(written, correlationId)
				: this.second.writeIfPossible(record, correlationId);
	}

	@Override
	public String places() {
		return this.first.places() + ", " + this.second.places();
	}

}
