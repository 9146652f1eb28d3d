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
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.kafka.core.ProducerFactory;

/**
 * A serializer of the application, and the types it supports.
 *
 * @param serializer the serializer
 * @param own whether it was created here
 */
record Encoder(Serializer<?> serializer, boolean own) implements Closeable {

	/**
	 * Return the encoder of values of a factory, or {@code null} if the factory has none.
	 */
	static @Nullable Encoder ofValues(ProducerFactory<?, ?> factory) {
		Serializer<?> supplied = factory.getValueSerializer();
		return (supplied != null) ? new Encoder(supplied, false)
				: create(factory, ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, false);
	}

	/**
	 * Return the encoder of keys of a factory, or {@code null} if the factory has none.
	 */
	static @Nullable Encoder ofKeys(ProducerFactory<?, ?> factory) {
		Serializer<?> supplied = factory.getKeySerializer();
		return (supplied != null) ? new Encoder(supplied, false)
				: create(factory, ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, true);
	}

	private static @Nullable Encoder create(ProducerFactory<?, ?> factory, String name, boolean isKey) {
		Map<String, Object> configuration = SpringKafka.configuration(factory);
		Object type = configuration.get(name);
		if (type == null) {
			return null;
		}
		Serializer<?> serializer = SpringKafka.instantiate(type, Serializer.class);
		serializer.configure(configuration, isKey);
		return new Encoder(serializer, true);
	}

	/**
	 * Return the delegate that this encoder chooses for an object, this encoder if it
	 * does not delegate, or {@code null} if it has no delegate for the object.
	 */
	@Nullable Encoder chosenFor(String topic, Object object) {
		Serializer<?> chosen = SpringKafka.delegate(this.serializer, topic, object);
		return (chosen != null) ? new Encoder(chosen, false) : null;
	}

	/**
	 * Return whether the declared type of the serializer accepts an object.
	 */
	boolean accepts(Object object) {
		return type().isInstance(object) && !SpringKafka.isForTextAndBytes(this.serializer);
	}

	/**
	 * Return whether the serializer declares a specific type.
	 */
	boolean isSpecific() {
		return type() != Object.class;
	}

	private Class<?> type() {
		return ResolvableType.forClass(Serializer.class, this.serializer.getClass()).getGeneric().resolve(Object.class);
	}

	/**
	 * Return whether the serializer is one of Spring Kafka's for JSON, which write the
	 * type of the object into a header.
	 */
	boolean isJson() {
		return SpringKafka.isJson(this.serializer);
	}

	@SuppressWarnings({ "unchecked", "NullAway" })
	byte @Nullable [] encode(String topic, Headers headers, Object object) {
		return ((Serializer<Object>) this.serializer).serialize(topic, headers, object);
	}

	@Override
	public void close() {
		if (this.own) {
			Utils.closeQuietly(this.serializer, "serializer");
		}
	}

	@Override
	public String toString() {
		return this.serializer.getClass().getSimpleName();
	}

}
