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

import java.util.Arrays;

import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Creates the bean of a topic that the properties declare. The bean is used by
 * {@code KafkaAdmin}, which creates the topic, and is not injected where the application
 * asks for a topic of its own. Its definition contains only values, so that it can be
 * processed ahead of time.
 */
final class DeclaredTopic {

	private static final String PREFIX = "kafkaTestTopic.";

	private DeclaredTopic() {
	}

	static void register(BeanDefinitionRegistry registry, KafkaTestProperties.Topic settings, String name) {
		RootBeanDefinition definition = new RootBeanDefinition(DeclaredTopic.class);
		definition.setFactoryMethodName("create");
		definition.setTargetType(NewTopic.class);
		definition.setAutowireCandidate(false);
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, settings.partitions());
		definition.getConstructorArgumentValues().addIndexedArgumentValue(2, settings.replicationFactor());
		registry.registerBeanDefinition(PREFIX + name, definition);
	}

	/**
	 * Return the topic, or {@code null}, which makes the bean disappear, if the
	 * application declares it.
	 */
	@SuppressWarnings("NullAway")
	static @Nullable NewTopic create(String name, int partitions, short replicationFactor,
			ConfigurableListableBeanFactory beanFactory) {
		boolean isDeclared = Arrays.stream(beanFactory.getBeanNamesForType(NewTopic.class, true, false))
			.filter((other) -> !other.startsWith(PREFIX))
			.anyMatch((other) -> beanFactory.getBean(other, NewTopic.class).name().equals(name));
		return isDeclared ? null : new NewTopic(name, partitions, replicationFactor);
	}

}
