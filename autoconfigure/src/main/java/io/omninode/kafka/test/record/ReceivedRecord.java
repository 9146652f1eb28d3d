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

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.correlation.Text;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record that a test received, with its value as JSON, as an object or as bytes.
 * <p>
 * Nothing is parsed before it is asked for: a record that is not JSON can be received,
 * and read with {@link #record()}.
 * <p>
 * {@code assertThat(record)} of AssertJ returns a {@link RecordAssert}. Safe for use by
 * several threads.
 *
 * @since 0.1.0
 */
public class ReceivedRecord implements AssertProvider<RecordAssert> {

	private final ConsumerRecord<byte[], byte[]> record;

	private final RecordReader reader;

	private final @Nullable TopicNames names;

	/**
	 * Create an instance.
	 * @param record the record
	 * @param mapper reads its value
	 */
	public ReceivedRecord(ConsumerRecord<byte[], byte[]> record, JsonMapper mapper) {
		this(record, mapper, null);
	}

	/**
	 * Create an instance.
	 * @param record the record
	 * @param reader reads its key and value
	 * @param names resolves topics in assertions; without them, topics are given by name
	 */
	@API(status = Status.INTERNAL)
	public ReceivedRecord(ConsumerRecord<byte[], byte[]> record, RecordReader reader, @Nullable TopicNames names) {
		this.record = record;
		this.reader = reader;
		this.names = names;
	}

	/**
	 * Create an instance.
	 * @param record the record
	 * @param mapper reads its value
	 * @param names resolves topics in assertions; without them, topics are given by name
	 */
	public ReceivedRecord(ConsumerRecord<byte[], byte[]> record, JsonMapper mapper, @Nullable TopicNames names) {
		this(record, RecordReader.of(ApplicationFormats.none(), JsonFormat.of(mapper)), names);
	}

	/**
	 * Return a record that any consumer has read, for assertions. Bytes and text are
	 * taken as they are, other keys and values as the JSON that Jackson writes of them.
	 * @param record the record
	 * @return the same as a received record
	 */
	public static ReceivedRecord of(ConsumerRecord<?, ?> record) {
		JsonMapper mapper = JsonMapper.shared();
		return new ReceivedRecord(new RecordBytes(mapper).of(record), mapper);
	}

	/**
	 * Return the topic.
	 * @return the topic
	 */
	public String topic() {
		return this.record.topic();
	}

	/**
	 * Return the partition.
	 * @return the partition
	 */
	public int partition() {
		return this.record.partition();
	}

	/**
	 * Return the offset.
	 * @return the offset
	 */
	public long offset() {
		return this.record.offset();
	}

	/**
	 * Return when the record was published, as the topic is configured: the time of the
	 * producer, or of the broker.
	 * @return the timestamp, in milliseconds since 1970
	 */
	public long timestamp() {
		return this.record.timestamp();
	}

	/**
	 * Return the key as text.
	 * @return the key, or {@code null} if the record has none or it is not text
	 */
	public @Nullable String key() {
		return Text.of(this.record.key());
	}

	/**
	 * Return the key as an object, read in the same way as {@link #as values} are.
	 * @param type the type of the key
	 * @param <T> the type of the key
	 * @return the key
	 * @throws IllegalStateException if there is none or it cannot be read
	 */
	public <T> T keyAs(Class<T> type) {
		if (this.record.key() == null) {
			throw new UnreadableValueException(place() + " has no key", null);
		}
		try {
			return this.reader.readKey(this.record, type);
		}
		catch (IllegalArgumentException ex) {
			throw unreadable("key", this.record.key(), type, ex);
		}
	}

	/**
	 * Return the value as JSON.
	 * @return the value
	 * @throws IllegalStateException if it is not JSON
	 */
	public JsonNode json() {
		return read(JsonNode.class);
	}

	/**
	 * Return the value as an object: {@code byte[]} and text as they are, anything else
	 * as Jackson reads it, with the mapper of the application. What is not JSON is read
	 * with the deserializers of the application, Avro's for example.
	 * @param type the type of the object
	 * @param <T> the type of the object
	 * @return the object
	 * @throws IllegalStateException if it cannot be read
	 */
	public <T> T as(Class<T> type) {
		return read(type);
	}

	private <T> T read(Class<T> type) {
		byte[] value = this.record.value();
		if (value == null) {
			throw new UnreadableValueException(place() + " has no value (a tombstone)", null);
		}
		try {
			return this.reader.readValue(this.record, type);
		}
		catch (IllegalArgumentException ex) {
			throw unreadable("value", value, type, ex);
		}
	}

	private UnreadableValueException unreadable(String part, byte[] bytes, Class<?> type, IllegalArgumentException ex) {
		Throwable cause = ex.getCause();
		return new UnreadableValueException(
				"The " + part + " of " + place() + " cannot be read as <" + type.getName() + ">: "
						+ Excerpt.of(masking().reason(String.valueOf(ex.getMessage()), String.valueOf(cause)))
						+ "; it is <" + masking().excerpt(bytes, Excerpt.MAX_LENGTH) + ">",
				(cause != null) ? cause : ex);
	}

	/**
	 * Return a header as text, the last one of its name.
	 * @param name the name of the header
	 * @return the value, or {@code null} if there is none or it is not text
	 */
	public @Nullable String header(String name) {
		Header header = this.record.headers().lastHeader(name);
		return (header != null) ? Text.of(header.value()) : null;
	}

	/**
	 * Return the headers as text, in their order, the last one of each name.
	 * @return an unmodifiable map of values by name, {@code null} for a header that is
	 * not UTF-8 text
	 */
	public Map<String, @Nullable String> headers() {
		Map<String, @Nullable String> headers = new LinkedHashMap<>();
		this.record.headers().forEach((header) -> headers.put(header.key(), Text.of(header.value())));
		return Collections.unmodifiableMap(headers);
	}

	/**
	 * Return the record behind this one.
	 * @return the record
	 */
	public ConsumerRecord<byte[], byte[]> record() {
		return this.record;
	}

	/**
	 * Return the correlation id, where it is known.
	 * @return the id, or {@code null}
	 */
	protected @Nullable String correlationId() {
		return null;
	}

	/**
	 * Return how long the record took, where it is known what it follows.
	 * @return the time, or {@code null}
	 */
	protected @Nullable Duration latency() {
		return null;
	}

	/**
	 * Return what texts do not show of the record.
	 * @return the masking
	 */
	@API(status = Status.INTERNAL)
	public Masking masking() {
		return this.reader.masking();
	}

	/**
	 * Return a condition of a test on records. A record whose value is not what the
	 * condition asks for, a tombstone for example, does not satisfy it.
	 * @param <R> the type of the records
	 * @param condition what the test says
	 * @return the condition
	 */
	@API(status = Status.INTERNAL)
	public static <R extends ReceivedRecord> Predicate<R> condition(Predicate<? super R> condition) {
		return new Condition<>(condition);
	}

	String resolve(String topic) {
		return (this.names != null) ? this.names.resolve(topic) : topic;
	}

	JsonNode tree(@Nullable Object value) {
		return this.reader.toTree(topic(), value);
	}

	@Override
	public RecordAssert assertThat() {
		return new RecordAssert(this);
	}

	/**
	 * Return the place of the record.
	 * @return {@code <topic>-<partition>@<offset>}
	 */
	@Override
	public String toString() {
		return place();
	}

	String place() {
		return topic() + "-" + partition() + "@" + offset();
	}

}
