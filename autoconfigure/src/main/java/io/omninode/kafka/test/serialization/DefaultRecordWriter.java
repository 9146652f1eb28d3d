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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.json.JsonTree;
import io.omninode.kafka.test.json.JsonValues;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.KafkaOperations;

/**
 * {@link RecordWriter} that writes bytes and text as they are, other values with the
 * serializers of the application, and any remaining values as JSON.
 */
class DefaultRecordWriter implements RecordWriter {

	private final ApplicationFormats application;

	private final JsonValues json;

	DefaultRecordWriter(ApplicationFormats application, JsonFormat json) {
		this.application = application;
		this.json = new JsonValues(json);
	}

	@Override
	public RecordWriter via(KafkaOperations<?, ?> template) {
		return new TemplateWriter(this.application, template);
	}

	@Override
	public ProducerRecord<byte[], byte[]> write(ProducerRecord<?, ?> record, String topic) {
		return new WrittenRecord(record, topic).with((key, headers) -> key(topic, headers, key),
				(value, headers) -> value(topic, headers, value));
	}

	@Override
	public boolean becomesObject(ProducerRecord<byte[], byte[]> record) {
		return this.application.makesObject(record);
	}

	private Encoded key(String topic, Headers headers, Object key) {
		Stream<@Nullable Encoder> encoders = this.application.writing(topic).stream().map(Writing::keys);
		Encoded encoded = Encoders.of(encoders, topic, key).encode(topic, headers, key);
		Encoded written = (encoded != null) ? encoded : new Encoded(standard(topic, key), headers, false);
		requireReadable(topic, key, written);
		return written;
	}

	/**
	 * Refuse a key that a listener cannot read, since its consumer would never get past
	 * the record.
	 */
	private void requireReadable(String topic, Object key, Encoded written) {
		byte[] bytes = written.bytes();
		if (bytes == null) {
			return;
		}
		for (ListenerFormat listener : this.application.listeners(topic)) {
			String reason = listener.standsBeforeKey(topic, written.headers(), bytes);
			if (reason != null) {
				throw new IllegalArgumentException("Key <" + Excerpt.of(String.valueOf(key)) + "> for topic <"
						+ Excerpt.of(topic) + "> is not sent: a listener cannot read it, <" + Excerpt.of(reason)
						+ ">, and without an ErrorHandlingDeserializer its consumer would ask for the record again "
						+ "and again. Send a key of the listener's type; bytes are always sent.");
			}
		}
	}

	@SuppressWarnings("unchecked")
	private byte @Nullable [] standard(String topic, Object key) {
		try {
			return Serdes.serdeFrom((Class<Object>) key.getClass()).serializer().serialize(topic, key);
		}
		catch (IllegalArgumentException ex) {
			return this.json.serialize(topic, key);
		}
	}

	private Encoded value(String topic, Headers headers, Object value) {
		List<ListenerFormat> listeners = this.application.listeners(topic);
		if (value instanceof CharSequence text) {
			byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
			requireType(topic, headers, bytes, listeners);
			return new Encoded(bytes, headers, false);
		}
		if (listeners.stream().anyMatch((listener) -> listener.readsExactly(value))
				&& listeners.stream().noneMatch(ListenerFormat::readsJson)) {
			return new Encoded(standard(topic, value), headers, false);
		}
		Encoded encoded = JsonTree.isOne(value) ? null : encode(topic, headers, value, listeners);
		if (encoded == null) {
			boolean isRead = listeners.stream().anyMatch((listener) -> listener.reads(value.getClass()));
			encoded = new Encoded(isRead ? standard(topic, value) : this.json.serialize(topic, value), headers,
					!isRead);
		}
		return encoded.json() ? typed(topic, value, encoded, listeners) : encoded;
	}

	/**
	 * Refuse text without a type if a listener needs one. Otherwise its consumer would
	 * never get past the record, fill the log within seconds, and block the topic for
	 * later tests.
	 */
	private static void requireType(String topic, Headers headers, byte[] text, List<ListenerFormat> listeners) {
		boolean isUntyped = headers.lastHeader(TypedJson.TYPE_HEADER) == null;
		if (isUntyped && listeners.stream().anyMatch((listener) -> listener.standsBefore(topic, headers, text))) {
			throw new IllegalArgumentException("JSON as text for topic <" + Excerpt.of(topic)
					+ "> is not sent: a listener needs the type in the header <" + TypedJson.TYPE_HEADER
					+ ">, which text does not get, and without an ErrorHandlingDeserializer its consumer would ask "
					+ "for the record again and again. Send the object, or JSON as a tree, or set that header; "
					+ "bytes are always sent.");
		}
	}

	/**
	 * Write a value with the serializers of the application. One that fails may be meant
	 * for other topics, so a listener of text gets JSON instead.
	 */
	private @Nullable Encoded encode(String topic, Headers headers, Object value, List<ListenerFormat> listeners) {
		Encoders encoders = encoders(topic, value, listeners);
		return listeners.stream().anyMatch(ListenerFormat::readsText) ? encoders.encodeIfPossible(topic, headers, value)
				: encoders.encode(topic, headers, value);
	}

	private Encoders encoders(String topic, Object value, List<ListenerFormat> listeners) {
		Stream<@Nullable Encoder> encoders = this.application.writing(topic).stream().map(Writing::values);
		Encoders all = Encoders.of(encoders, topic, value);
		if (SpringKafka.belongsToAnotherFormat(value)) {
			return all.withoutJson();
		}
		return listeners.stream().anyMatch(ListenerFormat::readsJson) ? all.forListenersOfJson() : all;
	}

	/**
	 * Add the type to JSON. A map or a list represents an object of the application, so
	 * its own type would not help a listener.
	 */
	private static Encoded typed(String topic, Object value, Encoded encoded, List<ListenerFormat> listeners) {
		byte[] bytes = encoded.bytes();
		if (bytes == null) {
			return encoded;
		}
		boolean isTyped = !(value instanceof Map) && !(value instanceof Iterable) && !JsonTree.isOne(value);
		Headers headers = new RecordHeaders(encoded.headers());
		if (!isTyped) {
			headers.remove(TypedJson.TYPE_HEADER);
		}
		new TypedJson(topic, bytes, isTyped ? value.getClass() : null).addType(headers, listeners);
		if (!isTyped) {
			requireTypeOfTree(topic, headers, bytes, listeners);
		}
		return new Encoded(bytes, headers, true);
	}

	private static void requireTypeOfTree(String topic, Headers headers, byte[] json, List<ListenerFormat> listeners) {
		if (headers.lastHeader(TypedJson.TYPE_HEADER) == null
				&& listeners.stream().anyMatch((listener) -> listener.standsBefore(topic, headers, json))) {
			throw new IllegalArgumentException("JSON as a tree for topic <" + Excerpt.of(topic)
					+ "> is not sent: a listener needs the type in the header <" + TypedJson.TYPE_HEADER + ">, "
					+ choices(listeners) + ", and without an ErrorHandlingDeserializer its "
					+ "consumer would ask for the record again and again. Send the object, or set that header; "
					+ "bytes are always sent.");
		}
	}

	private static String choices(List<ListenerFormat> listeners) {
		List<String> types = listeners.stream()
			.flatMap((listener) -> listener.handling().choices().stream())
			.map(Class::getName)
			.distinct()
			.sorted()
			.toList();
		return types.isEmpty() ? "the method of the listener names no type"
				: "its methods take <" + String.join(">, <", types) + ">";
	}

}
