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
 * How a correlation id is read from a record and written to one.
 * <p>
 * The default looks into a field of the JSON value, then at a header; it writes to the
 * field of a JSON object and to the header of anything else. The properties
 * {@code kafka.test.correlation.*} name other places and their order. A bean of this type
 * takes the place of all of them, for Avro, Protobuf or XML say.
 * <p>
 * Implementations must be safe for use by several threads, and must not change what they
 * read. All records wait for them, so they must not block.
 *
 * @since 0.1.0
 */
public interface CorrelationStrategy {

	/**
	 * Read the correlation id of a record. Bytes that cannot be understood have none:
	 * this method does not throw because of them.
	 * @param headers the headers of the record
	 * @param key the key of the record
	 * @param value the value of the record
	 * @return the id, which may be empty, or {@code null} if there is none
	 */
	@Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value);

	/**
	 * Write a correlation id to a record that has none, and change nothing else of it.
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
	 * Return where ids are read, as failure texts name it.
	 * @return the places
	 */
	default String places() {
		return "the places that the CorrelationStrategy <" + getClass().getSimpleName() + "> knows";
	}

	/**
	 * Return a strategy that looks into the JSON value only. Of several fields of the
	 * name the first counts: what comes after it is not looked at.
	 * @param field the name of the field, or a JSON Pointer that starts with a slash
	 * @return the strategy
	 */
	static CorrelationStrategy field(String field) {
		return new FieldCorrelation(field);
	}

	/**
	 * Return a strategy that looks at a header only, which holds the id as text. Of
	 * several headers of the name the last counts.
	 * @param header the name of the header
	 * @return the strategy
	 */
	static CorrelationStrategy header(String header) {
		return new HeaderCorrelation(header);
	}

	/**
	 * Return a strategy that looks at the header {@code kafka_correlationId} of Spring
	 * only. It holds the id as text, or as 16 bytes that are a UUID, which is how
	 * {@code ReplyingKafkaTemplate} writes it; other bytes that are no text are shown in
	 * hexadecimal digits. An id that is a UUID is written as 16 bytes, any other as text.
	 * Of several headers the last counts.
	 * @return the strategy
	 */
	static CorrelationStrategy springHeader() {
		return new SpringHeaderCorrelation();
	}

	/**
	 * Return a strategy that looks at the key only, which holds the id as text. It writes
	 * to records without a key only.
	 * @return the strategy
	 */
	static CorrelationStrategy key() {
		return new KeyCorrelation();
	}

	/**
	 * Return a strategy that reads with this one, then with another. It writes with this
	 * one if that can write to the record, otherwise with the other.
	 * @param other asked second
	 * @return the strategy
	 */
	default CorrelationStrategy or(CorrelationStrategy other) {
		return new FirstCorrelation(this, other, false);
	}

	/**
	 * Return a strategy for records whose values become objects of the application, which
	 * need not have a field for the id: where this one writes the id to a field, and to a
	 * header if there is no such field, that one writes it to both.
	 * @return the strategy; this one where that makes no difference
	 */
	default CorrelationStrategy forObjects() {
		return this;
	}

	/**
	 * Return whether this strategy can write to a record.
	 * @param record the record
	 * @return whether {@link #write} leads to a record from which the id can be read
	 */
	default boolean canWrite(ProducerRecord<byte[], byte[]> record) {
		return true;
	}

	/**
	 * Write a correlation id to a record that has none, if this strategy can.
	 * @param record the record
	 * @param correlationId the id
	 * @return the record with the id, or {@code null} where {@link #canWrite} says no
	 */
	default @Nullable ProducerRecord<byte[], byte[]> writeIfPossible(ProducerRecord<byte[], byte[]> record,
			String correlationId) {
		return canWrite(record) ? write(record, correlationId) : null;
	}

}
