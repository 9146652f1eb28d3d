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

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * The listeners of the application that read a topic, and what they take its values for.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class TopicListeners {

	private final ListenerContainers containers;

	/**
	 * Create an instance.
	 * @param beanFactory holds the listener containers
	 * @param clients knows those that are no beans
	 */
	public TopicListeners(ListableBeanFactory beanFactory, ApplicationClients clients) {
		this.containers = new ListenerContainers(beanFactory, clients);
	}

	/**
	 * Return the listeners that read a topic, whether they run or not.
	 * @param topic the name of the topic
	 * @return the listeners
	 */
	public List<TopicListener> of(String topic) {
		return this.containers.all()
			.stream()
			.filter((container) -> container.reads(topic))
			.map(TopicListeners::listener)
			.toList();
	}

	private static TopicListener listener(ListenerContainer container) {
		ListenerMethod method = container.method();
		return new TopicListener(container.group(), container.consumerFactory(), container.overrides(),
				method.payload(), method.converter());
	}

	/**
	 * A listener.
	 *
	 * @param group the id of its group, {@code null} if it has none
	 * @param consumers makes its consumers, {@code null} where that is not known
	 * @param overrides the configuration that this listener has on top of its factory's
	 * @param payload the type to which its method wants values to be converted,
	 * {@code null} where it does not say
	 * @param converter what converts them, {@code null} where nothing does
	 */
	public record TopicListener(@Nullable String group, @Nullable ConsumerFactory<?, ?> consumers,
			Map<String, Object> overrides, @Nullable Type payload, @Nullable Object converter) {

	}

}
