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
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a listener of the application reads a topic.
 *
 * @param reading reads keys and values
 * @param payload what its method wants values to be, {@code null} where it does not say
 */
record ListenerFormat(Reading reading, @Nullable Type payload) {

	/**
	 * Return whether it reads values with one of Spring Kafka's deserializers for JSON.
	 */
	boolean readsJson() {
		Decoder values = this.reading.values();
		return values != null && values.isJson();
	}

	/**
	 * Return whether it reads values as text.
	 */
	boolean readsText() {
		Decoder values = this.reading.values();
		return values != null && values.isFor(String.class);
	}

	/**
	 * Return whether its deserializer is made for values of a type.
	 */
	boolean reads(Class<?> type) {
		Decoder values = this.reading.values();
		return values != null && values.isFor(type);
	}

	/**
	 * Return the names that the deserializer has for certain types.
	 */
	Map<String, Class<?>> typeNames() {
		Decoder values = this.reading.values();
		return (values != null) ? SpringKafka.typeNames(SpringKafka.delegate(values.deserializer())) : Map.of();
	}

}
