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

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.kafka.config.KafkaListenerConfigUtils;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/**
 * Makes the context use a {@link CheckedListenerRegistry}, unless the application has a
 * registry of another class.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public class CheckedListeners implements BeanFactoryPostProcessor {

	private static final String REGISTRY = KafkaListenerConfigUtils.KAFKA_LISTENER_ENDPOINT_REGISTRY_BEAN_NAME;

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.containsBeanDefinition(REGISTRY)) {
			BeanDefinition definition = beanFactory.getBeanDefinition(REGISTRY);
			if (KafkaListenerEndpointRegistry.class.getName().equals(definition.getBeanClassName())
					&& definition.getFactoryMethodName() == null) {
				definition.setBeanClassName(CheckedListenerRegistry.class.getName());
			}
		}
	}

}
