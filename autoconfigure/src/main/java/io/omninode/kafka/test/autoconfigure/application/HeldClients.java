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

package io.omninode.kafka.test.autoconfigure.application;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.config.KafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaResourceFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.ShareConsumerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.ReflectionUtils;

/**
 * Finds objects that create Kafka clients and are not beans themselves, but are held by a
 * bean: in its fields, in a map or a collection, or by a lambda. Beans of frameworks
 * other than Spring Kafka are not searched.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class HeldClients {

	private static final int MAX_DEPTH = 3;

	private static final int MAX_ELEMENTS = 50;

	private static final List<Class<?>> CREATORS = List.of(ProducerFactory.class, ConsumerFactory.class,
			ShareConsumerFactory.class, KafkaOperations.class, KafkaResourceFactory.class,
			KafkaListenerContainerFactory.class, MessageListenerContainer.class);

	private static final List<String> FRAMEWORKS = List.of("java.", "javax.", "jdk.", "sun.", "jakarta.",
			"org.springframework.", "org.apache.", "tools.jackson.", "com.fasterxml.");

	private static final String SPRING_KAFKA = "org.springframework.kafka.";

	private final Map<Class<?>, List<Field>> fields = new ConcurrentHashMap<>();

	/**
	 * Return the objects that a bean holds, without the bean itself.
	 */
	Set<Object> of(Object bean) {
		Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
		Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
		visit(bean, 0, visited, found);
		found.remove(bean);
		return found;
	}

	private void visit(@Nullable Object object, int depth, Set<Object> visited, Set<Object> found) {
		if (object == null || depth > MAX_DEPTH || !visited.add(object)) {
			return;
		}
		if (CREATORS.stream().anyMatch((type) -> type.isInstance(object))) {
			found.add(object);
		}
		held(object).forEach((each) -> visit(each, depth + 1, visited, found));
	}

	private Collection<?> held(Object object) {
		if (object instanceof Object[] array) {
			return Arrays.asList(array).subList(0, Math.min(array.length, MAX_ELEMENTS));
		}
		if (object.getClass().getName().startsWith("java.util.")) {
			Collection<?> elements = (object instanceof Map<?, ?> map) ? map.values()
					: (object instanceof Collection<?> collection) ? collection : List.of();
			return first(elements);
		}
		return values(object);
	}

	/**
	 * Return the first elements of a collection, which another thread of the application
	 * may fill at the same time.
	 */
	private static List<?> first(Collection<?> elements) {
		try {
			return elements.stream().limit(MAX_ELEMENTS).toList();
		}
		catch (RuntimeException ex) {
			return List.of();
		}
	}

	private List<Object> values(Object object) {
		List<Object> values = new ArrayList<>();
		for (Field field : this.fields.computeIfAbsent(object.getClass(), HeldClients::fields)) {
			Object value = ReflectionUtils.getField(field, object);
			if (value != null) {
				values.add(value);
			}
		}
		return values;
	}

	private static List<Field> fields(Class<?> type) {
		List<Field> fields = new ArrayList<>();
		boolean isLambda = type.isHidden() || type.isSynthetic();
		for (Class<?> each = type; each != null && isLookedAt(each); each = each.getSuperclass()) {
			try {
				Arrays.stream(each.getDeclaredFields())
					.filter((field) -> !Modifier.isStatic(field.getModifiers())
							&& (isLambda || mayHold(field.getType())))
					.filter(Field::trySetAccessible)
					.forEach(fields::add);
			}
			catch (LinkageError ex) {
				return List.of();
			}
		}
		return fields;
	}

	private static boolean isLookedAt(Class<?> type) {
		return type.getName().startsWith(SPRING_KAFKA) || FRAMEWORKS.stream().noneMatch(type.getName()::startsWith);
	}

	private static boolean mayHold(Class<?> type) {
		return Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type)
				|| Object[].class.isAssignableFrom(type)
				|| CREATORS.stream().anyMatch((creator) -> creator.isAssignableFrom(type));
	}

}
