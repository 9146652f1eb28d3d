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

import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Checks the properties, puts the cluster of the tests into the environment, and defines
 * a {@link NewTopic} bean for each topic. All of it has to be there before the first bean
 * is made.
 */
class KafkaTestRegistrar implements ImportBeanDefinitionRegistrar {

	private static final String TOPIC_PREFIX = "kafkaTestTopic.";

	private final ConfigurableEnvironment environment;

	private final ConfigurableListableBeanFactory beanFactory;

	KafkaTestRegistrar(Environment environment, BeanFactory beanFactory) {
		this.environment = (ConfigurableEnvironment) environment;
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		KafkaTestProperties properties = PropertyRules.bind(this.environment);
		TestCluster cluster = new TestCluster(this.beanFactory, this.environment);
		this.beanFactory.registerSingleton(TestCluster.BEAN_NAME, cluster);
		cluster.startEarly(properties);
		this.environment.getPropertySources().addFirst(new TestClusterPropertySource(cluster, this.environment));
		registry.registerBeanDefinition("kafkaTestBrokerStart",
				new RootBeanDefinition(BrokerStart.class, () -> new BrokerStart(cluster)));
		TopicNames names = TopicSettings.names(properties);
		names.asMap().values().stream().distinct().forEach((name) -> registerTopic(registry, properties.topic(), name));
	}

	private void registerTopic(BeanDefinitionRegistry registry, KafkaTestProperties.Topic settings, String name) {
		RootBeanDefinition definition = new RootBeanDefinition(NewTopic.class, () -> createTopic(settings, name));
		registry.registerBeanDefinition(TOPIC_PREFIX + name, definition);
	}

	/**
	 * Return the topic, or {@code null}, which makes the bean disappear, if the
	 * application declares it.
	 */
	@SuppressWarnings("NullAway")
	private @Nullable NewTopic createTopic(KafkaTestProperties.Topic settings, String name) {
		for (String other : this.beanFactory.getBeanNamesForType(NewTopic.class, true, false)) {
			if (!other.startsWith(TOPIC_PREFIX)
					&& this.beanFactory.getBean(other, NewTopic.class).name().equals(name)) {
				return null;
			}
		}
		return new NewTopic(name, settings.partitions(), settings.replicationFactor());
	}

	/**
	 * Waits for the broker, before the application's {@code KafkaAdmin} connects: a start
	 * that failed ends the start of the context, with its cause.
	 *
	 * @param cluster the cluster
	 */
	record BrokerStart(TestCluster cluster) implements SmartInitializingSingleton {

		@Override
		public void afterSingletonsInstantiated() {
			this.cluster.awaitStarted();
		}

	}

}
