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

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * A deserializer of the application, and the types it supports.
 *
 * @param deserializer the deserializer
 * @param own whether it was created here
 */
record Decoder(Deserializer<?> deserializer, boolean own) implements Closeable {

	/**
	 * Return the decoder of values of a factory, or {@code null} if the factory has none.
	 */
	static @Nullable Decoder ofValues(ConsumerFactory<?, ?> factory, Map<String, Object> overrides) {
		Map<String, Object> configuration = SpringKafka.configuration(factory, overrides);
		Decoder supplied = supplied(factory::getValueDeserializer, factory, configuration, false);
		return (supplied != null) ? supplied
				: create(configuration, ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, false);
	}

	/**
	 * Return the decoder of keys of a factory, or {@code null} if the factory has none.
	 */
	static @Nullable Decoder ofKeys(ConsumerFactory<?, ?> factory, Map<String, Object> overrides) {
		Map<String, Object> configuration = SpringKafka.configuration(factory, overrides);
		Decoder supplied = supplied(factory::getKeyDeserializer, factory, configuration, true);
		return (supplied != null) ? supplied
				: create(configuration, ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, true);
	}

	/**
	 * Return the decoder that a factory supplies. A new one has to be configured here,
	 * because that otherwise happens when a consumer is created.
	 */
	private static @Nullable Decoder supplied(Supplier<? extends @Nullable Deserializer<?>> supplier,
			ConsumerFactory<?, ?> factory, Map<String, Object> configuration, boolean isKey) {
		Deserializer<?> supplied = supplier.get();
		if (supplied == null) {
			return null;
		}
		boolean isFresh = supplier.get() != supplied;
		if (isFresh && SpringKafka.configuresDeserializers(factory)) {
			supplied.configure(configuration, isKey);
		}
		return new Decoder(supplied, isFresh);
	}

	private static @Nullable Decoder create(Map<String, Object> configuration, String name, boolean isKey) {
		Object type = configuration.get(name);
		if (type == null) {
			return null;
		}
		Deserializer<?> deserializer = SpringKafka.instantiate(type, Deserializer.class);
		deserializer.configure(configuration, isKey);
		return new Decoder(deserializer, true);
	}

	/**
	 * Return the decoder that is chosen for a topic, or {@code null} if there is none.
	 */
	@Nullable Decoder chosenFor(String topic) {
		Deserializer<?> chosen = SpringKafka.delegate(this.deserializer, topic);
		return (chosen != null) ? new Decoder(chosen, false) : null;
	}

	/**
	 * Return whether the deserializer, or its delegate, is one of Spring Kafka's for
	 * JSON, which may use the type in a header.
	 */
	boolean isJson() {
		return SpringKafka.isJson(SpringKafka.delegate(this.deserializer));
	}

	/**
	 * Return whether the deserializer, or its delegate, is one of Kafka's own.
	 */
	boolean isKafkas() {
		Class<?> type = SpringKafka.delegate(this.deserializer).getClass();
		return type.getPackage() == Deserializer.class.getPackage();
	}

	/**
	 * Return whether the deserializer declares that it reads a certain type.
	 */
	boolean isFor(Class<?> type) {
		Class<?> resolved = type();
		return resolved != Object.class && type.isAssignableFrom(resolved);
	}

	/**
	 * Return the type that the deserializer declares to read.
	 */
	Class<?> type() {
		return ResolvableType.forClass(Deserializer.class, SpringKafka.delegate(this.deserializer).getClass())
			.getGeneric()
			.resolve(Object.class);
	}

	/**
	 * Read bytes. The headers are left as they are.
	 * @throws RuntimeException if they cannot be read
	 */
	@Nullable Object decode(String topic, Headers headers, byte[] bytes) {
		return SpringKafka.delegate(this.deserializer).deserialize(topic, new RecordHeaders(headers), bytes);
	}

	/**
	 * Read bytes, or return {@code null} if they cannot be read.
	 */
	@Nullable Object decodeIfPossible(String topic, Headers headers, byte[] bytes) {
		try {
			return decode(topic, headers, bytes);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Return whether bytes can be read.
	 */
	boolean canDecode(String topic, Headers headers, byte[] bytes) {
		try {
			decode(topic, headers, bytes);
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/**
	 * Return the exception of a consumer that reads bytes with this deserializer, or
	 * {@code null} if there is none.
	 */
	@Nullable RuntimeException failure(String topic, Headers headers, byte[] bytes) {
		try {
			this.deserializer.deserialize(topic, new RecordHeaders(headers), ByteBuffer.wrap(bytes));
			return null;
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	@Override
	public void close() {
		if (this.own) {
			Utils.closeQuietly(this.deserializer, "deserializer");
		}
	}

	@Override
	public String toString() {
		return SpringKafka.delegate(this.deserializer).getClass().getSimpleName();
	}

}
