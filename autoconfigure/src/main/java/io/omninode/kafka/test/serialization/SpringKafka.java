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

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.omninode.kafka.test.json.Jackson2Format;
import io.omninode.kafka.test.json.JsonFormat;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.serializer.DelegatingByTopicDeserializer;
import org.springframework.kafka.support.serializer.DelegatingByTopicSerializer;
import org.springframework.kafka.support.serializer.DelegatingByTypeSerializer;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.kafka.support.serializer.StringOrBytesSerializer;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Knows the serializers, deserializers and factories of Spring Kafka. Those for Jackson
 * 2, which may be missing, are known by name.
 */
final class SpringKafka {

	static final String DELEGATE = "delegate";

	static final String MAPPER = "jsonMapper";

	static final String MAPPER_OF_JACKSON_2 = "objectMapper";

	static final String CONFIGURES = "configureDeserializers";

	static final String CHOICE = "findDelegate";

	static final String TYPE_MAPPER = "getTypeMapper";

	static final String TYPE_NAMES = "getIdClassMapping";

	private static final String PACKAGE = "org.springframework.kafka.support.serializer.";

	private static final Set<String> MODELS_OF_OTHER_FORMATS = Set.of("org.apache.avro.generic.GenericContainer",
			"com.google.protobuf.MessageLite", "org.apache.thrift.TBase");

	private static final Set<String> JSON = Set.of(PACKAGE + "JacksonJsonSerializer", PACKAGE + "JsonSerializer",
			PACKAGE + "JacksonJsonDeserializer", PACKAGE + "JsonDeserializer");

	private static final String CONVERTERS = "org.springframework.kafka.support.converter.";

	private static final Set<String> JSON_CONVERTERS = Set.of(CONVERTERS + "JacksonJsonMessageConverter",
			CONVERTERS + "JsonMessageConverter", CONVERTERS + "JacksonProjectingMessageConverter",
			CONVERTERS + "ProjectingMessageConverter");

	private SpringKafka() {
	}

	static boolean isJson(Object format) {
		return isOneOf(JSON, format);
	}

	/**
	 * Return whether a message converter creates objects from JSON that listeners read as
	 * text or bytes.
	 */
	static boolean convertsJson(Object converter) {
		return isOneOf(JSON_CONVERTERS, converter);
	}

	private static boolean isOneOf(Set<String> names, Object object) {
		for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
			if (names.contains(type.getName())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a value belongs to a format that is not JSON.
	 */
	static boolean belongsToAnotherFormat(Object value) {
		return ClassUtils.getAllInterfacesAsSet(value)
			.stream()
			.map(Class::getName)
			.anyMatch(MODELS_OF_OTHER_FORMATS::contains);
	}

	/**
	 * Return whether a serializer accepts only text and bytes, although its type does not
	 * say so.
	 */
	static boolean isForTextAndBytes(Object serializer) {
		return serializer instanceof StringOrBytesSerializer;
	}

	/**
	 * Return the deserializer that does the work, if the given one only handles its
	 * errors.
	 */
	static Deserializer<?> delegate(Deserializer<?> deserializer) {
		Field field = (deserializer instanceof ErrorHandlingDeserializer<?>)
				? ReflectionUtils.findField(ErrorHandlingDeserializer.class, DELEGATE) : null;
		if (field == null) {
			return deserializer;
		}
		ReflectionUtils.makeAccessible(field);
		Object delegate = ReflectionUtils.getField(field, deserializer);
		return (delegate instanceof Deserializer<?> known) ? delegate(known) : deserializer;
	}

	/**
	 * Return the deserializer that does the work for a topic, or {@code null} if there is
	 * none.
	 */
	static @Nullable Deserializer<?> delegate(Deserializer<?> deserializer, String topic) {
		Deserializer<?> delegate = delegate(deserializer);
		return (delegate instanceof DelegatingByTopicDeserializer)
				? (Deserializer<?>) chosen(delegate, String.class, topic) : delegate;
	}

	/**
	 * Return the serializer that does the work for an object, or {@code null} if there is
	 * none.
	 */
	static @Nullable Serializer<?> delegate(Serializer<?> serializer, String topic, Object object) {
		if (serializer instanceof DelegatingByTopicSerializer) {
			return (Serializer<?>) chosen(serializer, String.class, topic);
		}
		return (serializer instanceof DelegatingByTypeSerializer)
				? (Serializer<?>) chosen(serializer, Object.class, object) : serializer;
	}

	/**
	 * Return the format that a delegating format chooses, or {@code null} if it has none,
	 * which it reports with an exception. A format that does not delegate is returned
	 * itself.
	 */
	private static @Nullable Object chosen(Object format, Class<?> type, Object choice) {
		Method method = ReflectionUtils.findMethod(format.getClass(), CHOICE, type);
		if (method == null) {
			return format;
		}
		ReflectionUtils.makeAccessible(method);
		try {
			return ReflectionUtils.invokeMethod(method, format, choice);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Return the names that a deserializer or message converter for JSON uses for types.
	 */
	@SuppressWarnings("unchecked")
	static Map<String, Class<?>> typeNames(Object format) {
		Object mapper = call(format, TYPE_MAPPER);
		return (mapper != null && call(mapper, TYPE_NAMES) instanceof Map<?, ?> names) ? (Map<String, Class<?>>) names
				: Map.of();
	}

	/**
	 * Return the format of a serializer for JSON, or {@code null} if its mapper is not
	 * found.
	 */
	static @Nullable JsonFormat json(Serializer<?> serializer) {
		DirectFieldAccessor fields = new DirectFieldAccessor(serializer);
		if (fields.isReadableProperty(MAPPER) && fields.getPropertyValue(MAPPER) instanceof JsonMapper mapper) {
			return JsonFormat.of(mapper);
		}
		return fields.isReadableProperty(MAPPER_OF_JACKSON_2)
				? OfJackson2.json(fields.getPropertyValue(MAPPER_OF_JACKSON_2)) : null;
	}

	private static @Nullable Object call(Object target, String name) {
		Method method = ReflectionUtils.findMethod(target.getClass(), name);
		return (method != null) ? ReflectionUtils.invokeMethod(method, target) : null;
	}

	static Map<String, Object> configuration(ProducerFactory<?, ?> factory) {
		try {
			return nullSafe(factory.getConfigurationProperties());
		}
		catch (UnsupportedOperationException ex) {
			return Map.of();
		}
	}

	static Map<String, Object> configuration(ConsumerFactory<?, ?> factory, Map<String, Object> overrides) {
		Map<String, Object> configuration = new HashMap<>();
		try {
			configuration.putAll(nullSafe(factory.getConfigurationProperties()));
		}
		catch (UnsupportedOperationException ex) {
			// The factory does not expose its configuration.
		}
		configuration.putAll(overrides);
		return configuration;
	}

	/**
	 * Return whether a factory configures the deserializers that it is supplied with.
	 */
	static boolean configuresDeserializers(ConsumerFactory<?, ?> factory) {
		DirectFieldAccessor fields = new DirectFieldAccessor(factory);
		return !fields.isReadableProperty(CONFIGURES) || !Boolean.FALSE.equals(fields.getPropertyValue(CONFIGURES));
	}

	/**
	 * Return a configuration, which a mocked factory does not have.
	 */
	private static Map<String, Object> nullSafe(@Nullable Map<String, Object> configuration) {
		return (configuration != null) ? configuration : Map.of();
	}

	static <T> T instantiate(Object classOrName, Class<T> type) {
		try {
			Class<?> implementation = (classOrName instanceof Class<?> known) ? known
					: Utils.loadClass(String.valueOf(classOrName), Object.class);
			return type.cast(Utils.newInstance(implementation));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalArgumentException("There is no class <" + classOrName + ">", ex);
		}
	}

	/**
	 * A class of its own, because Jackson 2 may be missing.
	 */
	private static final class OfJackson2 {

		static @Nullable JsonFormat json(@Nullable Object mapper) {
			return (mapper instanceof ObjectMapper known) ? new Jackson2Format(known) : null;
		}

	}

}
