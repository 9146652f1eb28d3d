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
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.autoconfigure.environment.DetailsOrigin;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/**
 * Tells whether the test itself sets the state directory of Kafka Streams: by a property,
 * in a configuration or a factory that it defines, or with a configurer.
 *
 * @param beanFactory holds the beans
 * @param cluster knows what the test sets by property
 */
record StateDirectory(ConfigurableListableBeanFactory beanFactory, TestCluster cluster) {

	boolean isSetByTest(String factoryName, Properties properties) {
		Object directory = properties.get(StreamsConfig.STATE_DIR_CONFIG);
		if (directory == null) {
			return false;
		}
		return !this.cluster.named().setByTest(directory.toString()::equals).isEmpty() || isOfTest(factoryName)
				|| beansOfTest(KafkaStreamsConfiguration.class)
					.map((configuration) -> configuration.asProperties().get(StreamsConfig.STATE_DIR_CONFIG))
					.anyMatch(directory::equals)
				|| beansOfTest(StreamsBuilderFactoryBeanConfigurer.class)
					.anyMatch((configurer) -> directory.equals(directory(configurer, properties)));
	}

	private boolean isOfTest(String beanName) {
		return DetailsOrigin.isDefinedByTest(this.beanFactory, beanName);
	}

	private <T> Stream<T> beansOfTest(Class<T> type) {
		return Arrays.stream(this.beanFactory.getBeanNamesForType(type, false, false))
			.filter(this::isOfTest)
			.map((name) -> this.beanFactory.getBean(name, type));
	}

	/**
	 * Return the directory that a configurer sets, which is found out with a factory that
	 * creates nothing.
	 */
	private static @Nullable Object directory(StreamsBuilderFactoryBeanConfigurer configurer, Properties properties) {
		Properties without = new Properties();
		without.putAll(properties);
		without.remove(StreamsConfig.STATE_DIR_CONFIG);
		StreamsBuilderFactoryBean probe = new StreamsBuilderFactoryBean();
		probe.setStreamsConfiguration(without);
		configurer.configure(probe);
		return Objects.requireNonNullElse(probe.getStreamsConfiguration(), without).get(StreamsConfig.STATE_DIR_CONFIG);
	}

}
