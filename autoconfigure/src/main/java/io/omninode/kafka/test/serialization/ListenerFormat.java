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
 * @param handling what becomes of what was read
 * @param asksAgain whether its consumer asks for a record that it cannot read again and
 * again
 */
record ListenerFormat(Reading reading, Handling handling, boolean asksAgain) {

	/**
	 * Return whether it reads values as JSON, with one of Spring Kafka's deserializers or
	 * message converters.
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
	 * Return whether it reads values as text, or makes text or objects of it.
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
	 * Return what its method takes, or {@code null} where that may be anything.
	 */
	@Nullable Class<?> taken() {
		Type payload = this.handling.payload();
		Class<?> taken = (payload != null) ? ResolvableType.forType(payload).resolve() : null;
		return (taken != Object.class) ? taken : null;
	}

	/**
	 * Return whether its deserializer is made for values of a type.
	 */
	boolean reads(Class<?> type) {
		Decoder values = this.reading.values();
		return values != null && values.isFor(type);
	}

	/**
	 * Return whether its deserializer is one of Kafka's own for the very type of a value.
	 */
	boolean readsExactly(Object value) {
		Decoder values = this.reading.values();
		return values != null && values.isKafkas() && values.type() == value.getClass();
	}

	/**
	 * Return whether it cannot read anything without a type in a header, or not as what
	 * it is.
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
	 * Return whether its consumer never gets past JSON, because a type is missing.
	 */
	boolean standsBefore(String topic, Headers headers, byte[] json) {
		Decoder values = this.reading.values();
		return this.asksAgain && values != null && values.isJson() && goesByType(topic, headers, json);
	}

	/**
	 * Return why its consumer never gets past a key, or {@code null} if it does.
	 */
	@Nullable String standsBeforeKey(String topic, Headers headers, byte[] key) {
		Decoder keys = this.reading.keys();
		RuntimeException failure = (keys != null && this.handling.asksAgain()) ? keys.failure(topic, headers, key)
				: null;
		return (failure != null) ? keys + ": " + NestedExceptionUtils.getMostSpecificCause(failure).getMessage() : null;
	}

	/**
	 * Return whether it makes an object of a value, and not a map or a tree: an object
	 * has not everything that the value may have.
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
	 * Return the names that the listener has for certain types.
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
