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

import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaResourceFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.ShareConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The configuration of clients, by Kafka's names, and how to change it.
 *
 * @param entries the entries
 * @param correction changes entries, or {@code null} if that is not possible
 * @param isOfConsumers whether the clients read records, including those of Kafka Streams
 */
record ClientConfiguration(Map<?, ?> entries, @Nullable Consumer<Map<String, Object>> correction,
		boolean isOfConsumers) {

	static final String ADDRESS_SUPPLIER = "bootstrapServersSupplier";

	private static final String SPRING = "org.springframework.";

	private static final String STREAMS_FACTORY = "org.springframework.kafka.config.StreamsBuilderFactoryBean";

	private static final String STREAMS_CONFIGURATION = "streamsConfiguration";

	/**
	 * Return the configuration that a bean gives to its clients, or {@code null} if it
	 * creates none or does not expose the configuration.
	 */
	static @Nullable ClientConfiguration of(@Nullable Object bean) {
		try {
			return (bean != null) ? find(bean) : null;
		}
		catch (UnsupportedOperationException ex) {
			return null;
		}
	}

	private static @Nullable ClientConfiguration find(Object bean) {
		if (bean instanceof ProducerFactory<?, ?> factory) {
			return of(factory.getConfigurationProperties(), bean, factory::updateConfigs);
		}
		if (bean instanceof ConsumerFactory<?, ?> factory) {
			return of(factory.getConfigurationProperties(), bean, factory::updateConfigs).ofConsumers();
		}
		if (bean instanceof ShareConsumerFactory<?, ?> factory) {
			return of(factory.getConfigurationProperties(), bean, putter(bean, "configs")).ofConsumers();
		}
		if (bean instanceof KafkaAdmin admin) {
			return of(admin.getConfigurationProperties(), bean, putter(bean, "configs"));
		}
		if (bean instanceof KafkaStreamsConfiguration streams) {
			return new ClientConfiguration(streams.asProperties(),
					all(putter(bean, "configs"), putter(bean, "properties")), true);
		}
		if (bean instanceof MessageListenerContainer container) {
			ContainerProperties held = container.getContainerProperties();
			Properties properties = (held != null) ? held.getKafkaConsumerProperties() : null;
			return (properties != null) ? new ClientConfiguration(properties, properties::putAll, false) : null;
		}
		return bean.getClass().getName().equals(STREAMS_FACTORY) ? ofStreams(bean) : null;
	}

	/**
	 * Return the configuration of a factory of Kafka Streams. It is recognized by name,
	 * because Kafka Streams may be missing from the class path, and exposes only a copy
	 * of its configuration.
	 */
	private static @Nullable ClientConfiguration ofStreams(Object factory) {
		BeanWrapperImpl wrapper = new BeanWrapperImpl(factory);
		return (wrapper.getPropertyValue(STREAMS_CONFIGURATION) instanceof Properties copy)
				? new ClientConfiguration(copy, (corrections) -> {
					copy.putAll(corrections);
					wrapper.setPropertyValue(STREAMS_CONFIGURATION, copy);
				}, true) : null;
	}

	/**
	 * Return the configuration of a factory. An address supplier of the application takes
	 * precedence over the address in the configuration.
	 */
	private static ClientConfiguration of(Map<String, Object> entries, Object factory,
			@Nullable Consumer<Map<String, Object>> update) {
		if (!(factory instanceof KafkaResourceFactory resources) || update == null) {
			return new ClientConfiguration(entries, null, false);
		}
		return new ClientConfiguration(entries, (corrections) -> {
			Object servers = corrections.get("bootstrap.servers");
			if (servers != null) {
				resources.setBootstrapServersSupplier(servers::toString);
			}
			update.accept(corrections);
		}, false);
	}

	private ClientConfiguration ofConsumers() {
		return new ClientConfiguration(this.entries, this.correction, true);
	}

	/**
	 * Return whether a bean is a factory that does not expose where its clients connect.
	 * A mocked factory does not count, because it creates no clients.
	 */
	static boolean isUntold(Object bean) {
		String type = bean.getClass().getName();
		if (!(bean instanceof ProducerFactory || bean instanceof ConsumerFactory) || type.startsWith(SPRING)
				|| type.contains("$MockitoMock$")) {
			return false;
		}
		ClientConfiguration configuration = of(bean);
		return configuration == null || configuration.entries().isEmpty();
	}

	/**
	 * Return the address supplier of a bean, or {@code null} if it has none.
	 */
	@SuppressWarnings("unchecked")
	static @Nullable Supplier<String> suppliedAddress(@Nullable Object bean) {
		return (bean instanceof KafkaResourceFactory
				&& new DirectFieldAccessor(bean).getPropertyValue(ADDRESS_SUPPLIER) instanceof Supplier<?> supplier)
						? (Supplier<String>) supplier : null;
	}

	/**
	 * Return an action that changes a configuration through the field that holds it, for
	 * a bean that has no method to do so.
	 */
	@SuppressWarnings("unchecked")
	private static @Nullable Consumer<Map<String, Object>> putter(Object bean, String field) {
		DirectFieldAccessor fields = new DirectFieldAccessor(bean);
		return (fields.isReadableProperty(field) && fields.getPropertyValue(field) instanceof Map<?, ?> configuration)
				? ((Map<String, Object>) configuration)::putAll : null;
	}

	private static @Nullable Consumer<Map<String, Object>> all(@Nullable Consumer<Map<String, Object>> one,
			@Nullable Consumer<Map<String, Object>> other) {
		return (one != null && other != null) ? one.andThen(other) : null;
	}

	/**
	 * Return the consumer factory that a container, or a factory of containers, holds, if
	 * it is accessible.
	 */
	static @Nullable Object consumerFactory(Object holder) {
		DirectFieldAccessor fields = new DirectFieldAccessor(holder);
		return Stream.of("consumerFactory", "shareConsumerFactory")
			.filter(fields::isReadableProperty)
			.map(fields::getPropertyValue)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
