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

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import org.apache.kafka.clients.admin.NewTopic;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Checks the properties, puts the cluster of the tests into the environment, and defines
 * a {@link NewTopic} bean for each topic. All of this must happen before the first bean
 * is created.
 */
class KafkaTestRegistrar implements ImportBeanDefinitionRegistrar {

	private final ConfigurableEnvironment environment;

	private final ConfigurableListableBeanFactory beanFactory;

	KafkaTestRegistrar(Environment environment, BeanFactory beanFactory) {
		this.environment = (ConfigurableEnvironment) environment;
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		ContextProperties bound = new ContextProperties(this.beanFactory, this.environment);
		TestCluster cluster = TestClusterSetup.setUp(this.beanFactory, this.environment, bound);
		KafkaTestProperties properties = bound.properties();
		registry.registerBeanDefinition("kafkaTestClusterSetup", new RootBeanDefinition(TestClusterSetup.class));
		registry.registerBeanDefinition("kafkaTestBrokerStart", new RootBeanDefinition(BrokerStart.class));
		registry.registerBeanDefinition("kafkaTestExternalClusterCheck",
				new RootBeanDefinition(ExternalClusterCheck.class));
		TopicSettings.names(properties, cluster)
			.asMap()
			.values()
			.stream()
			.distinct()
			.forEach((name) -> DeclaredTopic.register(registry, properties.topic(), name));
	}

}
