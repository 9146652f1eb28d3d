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

package io.omninode.kafka.test.application;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.RoutingKafkaTemplate;
import org.springframework.util.ReflectionUtils;

/**
 * The producer factories of a {@link RoutingKafkaTemplate}, which exposes them only by
 * topic.
 */
final class RoutedFactories {

	static final String FIELD = "factoryMatchers";

	private static final Logger logger = LoggerFactory.getLogger(RoutedFactories.class);

	private RoutedFactories() {
	}

	static Collection<? extends ProducerFactory<?, ?>> of(RoutingKafkaTemplate template) {
		return of(template, ReflectionUtils.findField(RoutingKafkaTemplate.class, FIELD));
	}

	static Collection<? extends ProducerFactory<?, ?>> of(RoutingKafkaTemplate template, @Nullable Field field) {
		if (field == null) {
			logger.warn("The producers of a RoutingKafkaTemplate cannot be seen with this version of Spring Kafka: "
					+ "awaitQuiet does not wait for their records, unless their factories are beans");
			return List.of();
		}
		ReflectionUtils.makeAccessible(field);
		return (ReflectionUtils.getField(field, template) instanceof Map<?, ?> factories)
				? factories.values().stream().map(RoutedFactories::factory).filter(Objects::nonNull).toList()
				: List.of();
	}

	/**
	 * Return the factory for a topic, if the template has one.
	 */
	static Collection<? extends ProducerFactory<?, ?>> ofTopic(RoutingKafkaTemplate template, String topic) {
		try {
			ProducerFactory<?, ?> factory = template.getProducerFactory(topic);
			return (factory != null) ? List.of(factory) : List.of();
		}
		catch (IllegalStateException ex) {
			return List.of();
		}
	}

	private static @Nullable ProducerFactory<?, ?> factory(@Nullable Object value) {
		return (value instanceof ProducerFactory<?, ?> factory) ? factory : null;
	}

}
