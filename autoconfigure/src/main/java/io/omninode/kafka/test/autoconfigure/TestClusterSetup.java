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

import java.util.Objects;

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.autoconfigure.cluster.TestClusterPropertySource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Puts the cluster of the tests into the bean factory and into the environment of a
 * context, once. Usually that happens while the configuration classes are processed. A
 * context that was processed ahead of time has no such phase, so it happens before the
 * first bean is created.
 */
class TestClusterSetup implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (!beanFactory.containsSingleton(TestCluster.BEAN_NAME)) {
			ConfigurableEnvironment configurable = (ConfigurableEnvironment) Objects.requireNonNull(this.environment);
			setUp(beanFactory, configurable, new ContextProperties(beanFactory, configurable));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	/**
	 * Register the cluster. Since beans are destroyed in reverse order of their
	 * registration, a broker of the context's own outlives its clients.
	 */
	static TestCluster setUp(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment,
			ContextProperties properties) {
		TestCluster cluster = new TestCluster(beanFactory, environment, properties);
		beanFactory.registerSingleton(TestCluster.BEAN_NAME, cluster);
		if (beanFactory instanceof DefaultSingletonBeanRegistry registry) {
			registry.registerDisposableBean(TestCluster.BEAN_NAME, cluster);
		}
		if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			cluster.startEarly();
		}
		environment.getPropertySources().addFirst(new TestClusterPropertySource(cluster, environment));
		return cluster;
	}

}
