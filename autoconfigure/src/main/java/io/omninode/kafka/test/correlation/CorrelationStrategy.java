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

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads the correlation id of a record, and writes it to one.
 * <p>
 * The default looks at a field of the JSON value, then at a header. It writes to the
 * field of a JSON object, or to the header if the value is not an object. The properties
 * {@code kafka.test.correlation.*} configure other places and their order. A bean of this
 * type replaces all of them, for example for Avro, Protobuf or XML.
 * <p>
 * Implementations must be safe for use by several threads, and must not change what they
 * read. All records wait for them, so they must not block.
 *
 * @since 0.1.0
 */
public interface CorrelationStrategy {

	/**
	 * Read the correlation id of a record. Bytes that cannot be parsed have no id and do
	 * not cause an exception.
	 * @param headers the headers of the record
	 * @param key the key of the record
	 * @param value the value of the record
	 * @return the id, which may be empty, or {@code null} if there is none
	 */
	@Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value);

	/**
	 * Write a correlation id to a record that has none, and change nothing else.
	 * @param record the record
	 * @param correlationId the id
	 * @return the record with the id
	 */
	ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String correlationId);

	/**
	 * Read the correlation id of a record that was received.
	 * @param record the record
	 * @return the id, which may be empty, or {@code null} if there is none
	 */
	default @Nullable String read(ConsumerRecord<byte[], byte[]> record) {
		return read(record.headers(), record.key(), record.value());
	}

	/**
	 * Return where ids are read, for use in failure texts.
	 * @return the places
	 */
	default String places() {
		return "the places that the CorrelationStrategy <" + getClass().getSimpleName() + "> knows";
	}

	/**
	 * Return a strategy that looks only at the JSON value. If it has several fields of
	 * that name, the first counts: the rest of the value is not read.
	 * @param field the name of the field, or a JSON Pointer that starts with a slash
	 * @return the strategy
	 */
	static CorrelationStrategy field(String field) {
		return new FieldCorrelation(field);
	}

	/**
	 * Return a strategy that looks only at a header, which holds the id as text. If there
	 * are several headers of that name, the last counts.
	 * @param header the name of the header
	 * @return the strategy
	 */
	static CorrelationStrategy header(String header) {
		return new HeaderCorrelation(header);
	}

	/**
	 * Return a strategy that looks only at Spring's header {@code kafka_correlationId}.
	 * It holds the id as text or, as {@code ReplyingKafkaTemplate} writes it, as the 16
	 * bytes of a UUID; any other bytes that are not text are read as hexadecimal digits.
	 * An id that is a UUID is written as 16 bytes, any other as text. If there are
	 * several headers, the last counts.
	 * @return the strategy
	 */
	static CorrelationStrategy springHeader() {
		return new SpringHeaderCorrelation();
	}

	/**
	 * Return a strategy that looks only at the key, which holds the id as text. It writes
	 * only to records without a key.
	 * @return the strategy
	 */
	static CorrelationStrategy key() {
		return new KeyCorrelation();
	}

	/**
	 * Return a strategy that reads with this strategy first, then with another. It writes
	 * with this strategy if it can write to the record, otherwise with the other.
	 * @param other asked second
	 * @return the strategy
	 */
	default CorrelationStrategy or(CorrelationStrategy other) {
		return new FirstCorrelation(this, other, false);
	}

	/**
	 * Return a strategy for records whose values are read into objects of the
	 * application. Because such an object may not have a field for the id, the strategy
	 * writes the id to the header as well as to the field, if this strategy would use the
	 * header only as a fallback.
	 * @return the strategy; this one if that makes no difference
	 */
	default CorrelationStrategy forObjects() {
		return this;
	}

	/**
	 * Return whether this strategy can write to a record.
	 * @param record the record
	 * @return whether {@link #write} creates a record from which the id can be read
	 */
	default boolean canWrite(ProducerRecord<byte[], byte[]> record) {
		return true;
	}

	/**
	 * Write a correlation id to a record that has none, if this strategy can.
	 * @param record the record
	 * @param correlationId the id
	 * @return the record with the id, or {@code null} if {@link #canWrite} returns
	 * {@code false}
	 */
	default @Nullable ProducerRecord<byte[], byte[]> writeIfPossible(ProducerRecord<byte[], byte[]> record,
			String correlationId) {
		return canWrite(record) ? write(record, correlationId) : null;
	}

}
