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

import io.omninode.kafka.test.json.JsonFormat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.kafka.core.KafkaOperations;

/**
 * Turns what a test sends into the bytes and headers that the application would send.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public interface RecordWriter {

	/**
	 * Write a record. All other parts of the record, including its headers, are kept.
	 * @param record the record
	 * @param topic the name of its topic
	 * @return the record as bytes
	 * @throws IllegalArgumentException if the key or the value cannot be written
	 */
	ProducerRecord<byte[], byte[]> write(ProducerRecord<?, ?> record, String topic);

	/**
	 * Return whether a listener of the application reads the value of a record into an
	 * object. Such an object may not have a field for something that is added to the
	 * value.
	 * @param record the record as it was written
	 * @return whether a listener does
	 */
	default boolean becomesObject(ProducerRecord<byte[], byte[]> record) {
		return false;
	}

	/**
	 * Return a writer that writes as one template of the application does.
	 * @param template the template
	 * @return the writer
	 * @throws IllegalArgumentException if the template does not say how it writes
	 */
	RecordWriter via(KafkaOperations<?, ?> template);

	/**
	 * Return a writer that writes as the application does.
	 * @param application how the application reads and writes
	 * @param json writes values that no serializer of the application accepts
	 * @return the writer
	 */
	static RecordWriter of(ApplicationFormats application, JsonFormat json) {
		return new DefaultRecordWriter(application, json);
	}

}
