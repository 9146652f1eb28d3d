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

package io.omninode.kafka.test.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Looks at the properties of single listeners, which may name a cluster of their own,
 * before any of them starts.
 */
class ListenerClusters implements SmartLifecycle {

	private final ListableBeanFactory beanFactory;

	private final ForeignClusterPostProcessor clients;

	private volatile boolean running;

	ListenerClusters(ListableBeanFactory beanFactory, ForeignClusterPostProcessor clients) {
		this.beanFactory = beanFactory;
		this.clients = clients;
	}

	@Override
	public void start() {
		this.running = true;
		this.clients.clusters().cluster().use().running(true);
		this.beanFactory.getBeanProvider(KafkaListenerEndpointRegistry.class)
			.stream()
			.flatMap((registry) -> registry.getListenerContainers().stream())
			.forEach(this::check);
	}

	private void check(MessageListenerContainer container) {
		String name = String.valueOf(container.getListenerId());
		this.clients.check(name, ClientConfiguration.consumerFactory(container));
		this.clients.check(name, container);
	}

	@Override
	public void stop() {
		this.running = false;
		this.clients.clusters().cluster().use().running(false);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
