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

import java.util.Arrays;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Checks what post-processors do not see, before any listener starts: the properties of
 * single listeners, which may name a cluster of their own, and beans that are registered
 * as singletons.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public class ListenerClusters implements SmartLifecycle {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ForeignClusterPostProcessor clients;

	private volatile boolean running;

	public ListenerClusters(ConfigurableListableBeanFactory beanFactory, ForeignClusterPostProcessor clients) {
		this.beanFactory = beanFactory;
		this.clients = clients;
	}

	@Override
	public void start() {
		this.running = true;
		this.clients.clusters().cluster().running(true);
		checkSingletons();
		this.beanFactory.getBeanProvider(KafkaListenerEndpointRegistry.class)
			.stream()
			.flatMap((registry) -> registry.getListenerContainers().stream())
			.forEach(this::check);
	}

	private void checkSingletons() {
		Arrays.stream(this.beanFactory.getSingletonNames())
			.filter((name) -> !this.beanFactory.containsBeanDefinition(name))
			.forEach((name) -> check(name, this.beanFactory.getSingleton(name)));
	}

	/**
	 * Check a singleton, unless it is connection details: the clients created from them
	 * are checked themselves.
	 */
	private void check(String name, @Nullable Object singleton) {
		if (singleton != null && !(singleton instanceof KafkaConnectionDetails)) {
			this.clients.postProcessAfterInitialization(singleton, name);
		}
	}

	private void check(MessageListenerContainer container) {
		String name = String.valueOf(container.getListenerId());
		this.clients.check(name, ClientConfiguration.consumerFactory(container));
		this.clients.check(name, container);
	}

	@Override
	public void stop() {
		this.running = false;
		this.clients.clusters().cluster().running(false);
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
