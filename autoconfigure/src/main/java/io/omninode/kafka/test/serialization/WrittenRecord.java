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

package io.omninode.kafka.test.serialization;

import java.nio.ByteBuffer;
import java.util.function.BiFunction;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A record of a test that is turned into bytes. Only its key and value are changed, and
 * headers are added if it has none of that name.
 *
 * @param record the record as the test created it
 * @param topic the name of its topic
 */
record WrittenRecord(ProducerRecord<?, ?> record, String topic) {

	/**
	 * Write the record.
	 * @param keys writes a key that is not bytes yet
	 * @param values writes a value that is not bytes yet
	 */
	ProducerRecord<byte[], byte[]> with(BiFunction<Object, Headers, Encoded> keys,
			BiFunction<Object, Headers, Encoded> values) {
		Encoded key = encode(this.record.key(), new RecordHeaders(this.record.headers()), keys);
		Encoded value = encode(this.record.value(), key.headers(), values);
		return new ProducerRecord<>(this.topic, this.record.partition(), this.record.timestamp(), key.bytes(),
				value.bytes(), headers(value.headers()));
	}

	private static Encoded encode(@Nullable Object object, Headers headers,
			BiFunction<Object, Headers, Encoded> encoder) {
		if (object == null || object instanceof byte[]) {
			return new Encoded((byte[]) object, headers, false);
		}
		if (object instanceof ByteBuffer buffer) {
			return new Encoded(Utils.toArray(buffer.duplicate().rewind()), headers, false);
		}
		return (object instanceof Bytes bytes) ? new Encoded(bytes.get(), headers, false)
				: encoder.apply(object, headers);
	}

	private Headers headers(Headers written) {
		Headers headers = new RecordHeaders(this.record.headers());
		for (Header header : written) {
			if (this.record.headers().lastHeader(header.key()) == null) {
				headers.add(header);
			}
		}
		return headers;
	}

}
