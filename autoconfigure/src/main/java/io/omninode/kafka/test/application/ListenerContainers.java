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

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The listener containers of a context: those of {@code @KafkaListener} methods, those
 * that are beans, and those that have told of themselves.
 *
 * @param beanFactory holds the containers
 * @param clients knows containers that are no beans
 */
record ListenerContainers(ListableBeanFactory beanFactory, ApplicationClients clients) {

	List<ListenerContainer> all() {
		Set<MessageListenerContainer> containers = new LinkedHashSet<>(beans(MessageListenerContainer.class));
		beans(KafkaListenerEndpointRegistry.class)
			.forEach((registry) -> containers.addAll(registry.getListenerContainers()));
		containers.addAll(this.clients.containers());
		return containers.stream().map(ListenerContainer::new).toList();
	}

	/**
	 * This is asked before every send: the bean factory remembers the names of the beans
	 * of a type only if it may look at all beans.
	 */
	private <T> Collection<T> beans(Class<T> type) {
		return this.beanFactory.getBeansOfType(type, false, true).values();
	}

}
