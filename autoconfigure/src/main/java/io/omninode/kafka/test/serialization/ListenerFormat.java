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

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import io.omninode.kafka.test.listener.TopicListener.Handling;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;

/**
 * How a listener of the application reads a topic.
 *
 * @param reading reads keys and values
 * @param handling how the listener processes what was read
 * @param asksAgain whether its consumer requests a record that it cannot read again and
 * again
 */
record ListenerFormat(Reading reading, Handling handling, boolean asksAgain) {

	/**
	 * Return whether the listener reads values as JSON, with one of Spring Kafka's
	 * deserializers or message converters.
	 */
	boolean readsJson() {
		Decoder values = this.reading.values();
		return values != null && (values.isJson() || convertsJson(values));
	}

	private boolean convertsJson(Decoder values) {
		Object converter = this.handling.converter();
		return converter != null && SpringKafka.convertsJson(converter)
				&& (values.isFor(String.class) || isForBytes(values));
	}

	private static boolean isForBytes(Decoder values) {
		return Stream.of(byte[].class, Bytes.class, ByteBuffer.class).anyMatch(values::isFor);
	}

	/**
	 * Return whether the listener reads values as text, or as bytes that it converts to
	 * text or objects.
	 */
	boolean readsText() {
		Decoder values = this.reading.values();
		return values != null
				&& (values.isFor(String.class) || convertsJson(values) || isForBytes(values) && isText(taken()));
	}

	private static boolean isText(@Nullable Class<?> type) {
		return type != null && CharSequence.class.isAssignableFrom(type);
	}

	/**
	 * Return the payload type of the listener method, or {@code null} if it may be any
	 * type.
	 */
	@Nullable Class<?> taken() {
		Type payload = this.handling.payload();
		Class<?> taken = (payload != null) ? ResolvableType.forType(payload).resolve() : null;
		return (taken != Object.class) ? taken : null;
	}

	/**
	 * Return whether the deserializer is for values of a type.
	 */
	boolean reads(Class<?> type) {
		Decoder values = this.reading.values();
		return values != null && values.isFor(type);
	}

	/**
	 * Return whether the deserializer is one of Kafka's own for exactly the type of a
	 * value.
	 */
	boolean readsExactly(Object value) {
		Decoder values = this.reading.values();
		return values != null && values.isKafkas() && values.type() == value.getClass();
	}

	/**
	 * Return whether the listener needs a type in a header to read a value, or to read it
	 * as what it is.
	 */
	boolean goesByType(String topic, Headers headers, byte[] json) {
		Decoder values = this.reading.values();
		if (values == null || !readsJson()) {
			return false;
		}
		return values.isJson() ? !values.canDecode(topic, headers, json)
				&& !values.canDecode(topic, headers, "null".getBytes(StandardCharsets.UTF_8)) : taken() == null;
	}

	/**
	 * Return whether the consumer never gets past a JSON value, because its type is
	 * missing.
	 */
	boolean standsBefore(String topic, Headers headers, byte[] json) {
		Decoder values = this.reading.values();
		return this.asksAgain && values != null && values.isJson() && goesByType(topic, headers, json);
	}

	/**
	 * Return why the consumer never gets past a key, or {@code null} if it does.
	 */
	@Nullable String standsBeforeKey(String topic, Headers headers, byte[] key) {
		Decoder keys = this.reading.keys();
		RuntimeException failure = (keys != null && this.handling.asksAgain()) ? keys.failure(topic, headers, key)
				: null;
		return (failure != null) ? keys + ": " + NestedExceptionUtils.getMostSpecificCause(failure).getMessage() : null;
	}

	/**
	 * Return whether the listener reads a value into an object, not into a map or a tree.
	 * An object may not have all fields of the value.
	 */
	boolean makesObject(String topic, Headers headers, byte[] bytes) {
		Decoder values = this.reading.values();
		if (values == null) {
			return false;
		}
		if (values.isJson()) {
			Object decoded = values.decodeIfPossible(topic, headers, bytes);
			return decoded != null && ObjectType.isOne(decoded.getClass());
		}
		return ObjectType.isOne(convertsJson(values) ? taken() : values.type());
	}

	/**
	 * Return the names that the listener uses for types.
	 */
	Map<String, Class<?>> typeNames() {
		Decoder values = this.reading.values();
		if (values == null) {
			return Map.of();
		}
		Object converter = this.handling.converter();
		return SpringKafka.typeNames(
				(converter != null && convertsJson(values)) ? converter : SpringKafka.delegate(values.deserializer()));
	}

}
