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

import java.util.Set;
import java.util.function.Supplier;

import io.omninode.kafka.test.application.ApplicationClients;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerContainerFactory;
import org.springframework.kafka.core.KafkaResourceFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Checks every bean that creates Kafka clients before it creates one, and makes it use
 * the cluster of the tests: factories, including those held by a template, a container
 * factory or a container, admins, and the configuration of Kafka Streams.
 *
 * @param clusters finds and corrects foreign clusters
 * @param held finds what a bean holds
 * @param pace makes consumers wait less
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ForeignClusterPostProcessor(ForeignClusters clusters, HeldClients held,
		EmbeddedPace pace) implements BeanPostProcessor {

	static final String CUSTOMIZER = "containerCustomizer";

	static final String ADMIN = "kafkaAdmin";

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		look(bean, beanName);
		return bean;
	}

	/**
	 * Check a bean, or an object that is used like one.
	 */
	void look(Object bean, String beanName) {
		if (bean instanceof KafkaTemplate<?, ?> template) {
			ApplicationClients.producerFactories(template).forEach((factory) -> check(beanName, factory));
			check(beanName, new DirectFieldAccessor(template).getPropertyValue(ADMIN));
		}
		else if (bean instanceof KafkaListenerContainerFactory<?> factory) {
			check(beanName, ClientConfiguration.consumerFactory(factory));
		}
		else if (bean instanceof MessageListenerContainer container) {
			check(beanName, ClientConfiguration.consumerFactory(container));
			check(beanName, container);
		}
		else {
			check(beanName, bean);
		}
	}

	/**
	 * Check the object that a factory bean returns, which Spring passes only to this
	 * method, and objects held by a bean that are not beans themselves. Connection
	 * details of the tests replace those of the application.
	 */
	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof KafkaConnectionDetails details) {
			return this.clusters.ofTests(beanName, details);
		}
		look(bean, beanName);
		if (bean instanceof AbstractKafkaListenerContainerFactory<?, ?, ?> factory) {
			lookLast(factory, beanName);
		}
		Object target = AopProxyUtils.getSingletonTarget(bean);
		Set<Object> held = this.held.of((target != null) ? target : bean);
		held.forEach((each) -> look(each, beanName));
		if (held.isEmpty() && ClientConfiguration.isUntold(bean)) {
			this.clusters.tellUnknown(beanName);
		}
		return bean;
	}

	/**
	 * Check every container that a factory creates, after the application has customized
	 * it.
	 */
	@SuppressWarnings("unchecked")
	private <C extends AbstractMessageListenerContainer<K, V>, K, V> void lookLast(
			AbstractKafkaListenerContainerFactory<C, K, V> factory, String beanName) {
		ContainerCustomizer<K, V, C> own = (ContainerCustomizer<K, V, C>) new DirectFieldAccessor(factory)
			.getPropertyValue(CUSTOMIZER);
		factory.setContainerCustomizer((container) -> {
			if (own != null) {
				own.configure(container);
			}
			look(container, beanName);
		});
	}

	/**
	 * Check an object that may create clients.
	 * @throws ForeignClusterException if it connects elsewhere and cannot be changed
	 */
	void check(String beanName, @Nullable Object bean) {
		ClientConfiguration configuration = configuration(beanName, bean);
		if (configuration != null) {
			this.clusters.check(beanName, configuration.entries(), configuration.correction());
			this.pace.apply(bean);
		}
	}

	/**
	 * Return the configuration of a bean. Its address supplier may not be ready yet, for
	 * example if it is a container that has not been started. In that case the address is
	 * checked when it is requested.
	 */
	private @Nullable ClientConfiguration configuration(String beanName, @Nullable Object bean) {
		try {
			return ClientConfiguration.of(bean);
		}
		catch (RuntimeException ex) {
			Supplier<String> address = ClientConfiguration.suppliedAddress(bean);
			if (address == null || !(bean instanceof KafkaResourceFactory resources)) {
				throw ex;
			}
			resources.setBootstrapServersSupplier(this.clusters.checked(beanName, address));
			return null;
		}
	}

}
