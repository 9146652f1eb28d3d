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

import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.json.JsonFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a test has received, as the application would.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public interface RecordReader {

	/**
	 * Read a value: bytes and text as they are, objects from JSON, and what is not JSON
	 * with a deserializer of the application.
	 * @param record a record that has a value
	 * @param type the type of the value
	 * @param <T> the type of the value
	 * @return the value
	 * @throws IllegalArgumentException if it cannot be read; the message is the reason
	 */
	<T> T readValue(ConsumerRecord<byte[], byte[]> record, Class<T> type);

	/**
	 * Read a key, in the same way.
	 * @param record a record that has a key
	 * @param type the type of the key
	 * @param <T> the type of the key
	 * @return the key
	 * @throws IllegalArgumentException if it cannot be read; the message is the reason
	 */
	<T> T readKey(ConsumerRecord<byte[], byte[]> record, Class<T> type);

	/**
	 * Return why the listeners of a group cannot read a record, which is the exception of
	 * their deserializers. A deserializer that handles its errors does not throw one.
	 * @param group the id of the group
	 * @param record the record
	 * @return the failure, {@code null} if there is none
	 */
	default @Nullable RuntimeException failure(String group, ConsumerRecord<byte[], byte[]> record) {
		return null;
	}

	/**
	 * Turn an object into JSON for a comparison, as the application writes it.
	 * @param topic the topic of the record to compare it with
	 * @param value the object
	 * @return the tree
	 * @throws IllegalArgumentException if it cannot be written
	 */
	JsonNode toTree(String topic, @Nullable Object value);

	/**
	 * Return the masking that hides secrets of records in texts.
	 * @return the masking
	 */
	default Masking masking() {
		return Masking.usual();
	}

	/**
	 * Return a reader that reads as the application does.
	 * @param application how the application reads and writes
	 * @param json reads JSON
	 * @return the reader
	 */
	static RecordReader of(ApplicationFormats application, JsonFormat json) {
		return of(application, json, Masking.usual());
	}

	/**
	 * Return a reader that reads as the application does.
	 * @param application how the application reads and writes
	 * @param json reads JSON
	 * @param masking hides secrets of records in texts
	 * @return the reader
	 */
	static RecordReader of(ApplicationFormats application, JsonFormat json, Masking masking) {
		return new DefaultRecordReader(application, json, masking);
	}

}
