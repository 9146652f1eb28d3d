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

package io.omninode.kafka.test.listener;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The listener containers of a context: those of {@code @KafkaListener} methods, those
 * that are beans, and those that have published an event and not stopped since, as the
 * containers of Spring Cloud Stream and Spring Integration do.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class ListenerContainers implements ApplicationListener<KafkaEvent> {

	private final ListableBeanFactory beanFactory;

	private final Set<MessageListenerContainer> seen = Collections
		.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

	/**
	 * Create an instance.
	 * @param beanFactory the bean factory of the context
	 */
	public ListenerContainers(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * A container that has stopped is forgotten: its owner may have forgotten it too.
	 */
	@Override
	public void onApplicationEvent(KafkaEvent event) {
		MessageListenerContainer container = event.getContainer(MessageListenerContainer.class);
		if (container.isRunning()) {
			this.seen.add(container);
		}
		else {
			this.seen.remove(container);
		}
	}

	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	/**
	 * Return all containers, whether they run or not.
	 * @return the containers
	 */
	public List<ListenerContainer> all() {
		Set<MessageListenerContainer> containers = new LinkedHashSet<>(beans(MessageListenerContainer.class));
		beans(KafkaListenerEndpointRegistry.class)
			.forEach((registry) -> containers.addAll(registry.getListenerContainers()));
		synchronized (this.seen) {
			containers.addAll(new ArrayList<>(this.seen));
		}
		return containers.stream().map(ListenerContainer::new).toList();
	}

	/**
	 * This is asked before every send: the bean factory remembers the names of the beans
	 * of a type only if it may look at all beans.
	 */
	private <T> Collection<T> beans(Class<T> type) {
		return this.beanFactory.getBeansOfType(type, false, true).values();
	}

	/**
	 * Return the containers of {@code @KafkaListener} methods and those that are beans,
	 * as far as they are there: no bean is made for this.
	 * @return the containers
	 */
	public List<ListenerContainer> existing() {
		Set<MessageListenerContainer> containers = new LinkedHashSet<>(existing(MessageListenerContainer.class));
		existing(KafkaListenerEndpointRegistry.class)
			.forEach((registry) -> containers.addAll(registry.getListenerContainers()));
		return containers.stream().map(ListenerContainer::new).toList();
	}

	private <T> List<T> existing(Class<T> type) {
		return Arrays.stream(this.beanFactory.getBeanNamesForType(type, false, false))
			.filter((name) -> !(this.beanFactory instanceof ConfigurableListableBeanFactory factory)
					|| factory.containsSingleton(name))
			.map((name) -> this.beanFactory.getBean(name, type))
			.toList();
	}

	/**
	 * Return the listeners that read a topic, whether they run or not.
	 * @param topic the name of the topic
	 * @return the listeners
	 */
	public List<TopicListener> readersOf(String topic) {
		return all().stream().filter((container) -> container.reads(topic)).map(TopicListener::of).toList();
	}

}
