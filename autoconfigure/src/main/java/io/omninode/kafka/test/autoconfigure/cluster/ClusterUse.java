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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.util.List;
import java.util.stream.Stream;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.ClassUtils;

/**
 * Tells whether a context will use its cluster, as far as this is known in advance: a
 * listener will use it, whereas a template may not.
 *
 * @param beanFactory holds the beans
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ClusterUse(ListableBeanFactory beanFactory) {

	private static final String CONTAINER = "org.springframework.kafka.listener.MessageListenerContainer";

	private static final String STREAMS = "org.apache.kafka.streams.KafkaStreams";

	private static final String STREAMS_FACTORY = "org.springframework.kafka.config.StreamsBuilderFactoryBean";

	private static final String BINDINGS = "org.springframework.cloud.stream.binding.BindingService";

	public boolean isCertain() {
		return containers().anyMatch(SmartLifecycle::isAutoStartup) || (has(STREAMS) && hasBean(STREAMS_FACTORY))
				|| hasBean(BINDINGS);
	}

	/**
	 * Return the kinds of groups that are known only when their members start: those of
	 * containers that are beans, of Kafka Streams and of Spring Cloud Stream. This does
	 * not create any beans.
	 */
	List<String> lateGroups() {
		return Stream.of(CONTAINER, STREAMS_FACTORY, STREAMS, BINDINGS).filter(this::hasBean).toList();
	}

	private Stream<MessageListenerContainer> containers() {
		return Stream.concat(
				this.beanFactory.getBeansOfType(KafkaListenerEndpointRegistry.class, true, false)
					.values()
					.stream()
					.flatMap((registry) -> registry.getListenerContainers().stream()),
				this.beanFactory.getBeansOfType(MessageListenerContainer.class, true, false).values().stream());
	}

	private boolean hasBean(String type) {
		Class<?> present = has(type) ? ClassUtils.resolveClassName(type, classLoader()) : null;
		return present != null && this.beanFactory.getBeanNamesForType(present, true, false).length > 0;
	}

	private boolean has(String type) {
		return ClassUtils.isPresent(type, classLoader());
	}

	private @Nullable ClassLoader classLoader() {
		return getClass().getClassLoader();
	}

}
