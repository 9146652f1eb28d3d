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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.util.ClassUtils;

/**
 * The instances of Kafka Streams in a context: those of Spring Kafka, and those that are
 * beans.
 *
 * @param beanFactory holds the instances
 */
record StreamsApplications(ListableBeanFactory beanFactory) {

	private static final boolean PRESENT = ClassUtils.isPresent("org.apache.kafka.streams.KafkaStreams",
			StreamsApplications.class.getClassLoader());

	List<StreamsApplication> all() {
		return PRESENT ? OnClassPath.all(this.beanFactory) : List.of();
	}

	/**
	 * The code that needs the classes of Kafka Streams.
	 */
	private static final class OnClassPath {

		private OnClassPath() {
		}

		static List<StreamsApplication> all(ListableBeanFactory beanFactory) {
			List<StreamsApplication> all = new ArrayList<>();
			existing(beanFactory, StreamsBuilderFactoryBean.class).values().forEach((factory) -> all.add(of(factory)));
			existing(beanFactory, KafkaStreams.class).forEach((name, streams) -> all
				.add(new StreamsApplication(name, false, Map.of(), () -> streams, () -> null)));
			return all;
		}

		/**
		 * Return the existing beans. A lazy bean that was never requested does not run.
		 */
		private static <T> Map<String, T> existing(ListableBeanFactory beanFactory, Class<T> type) {
			Map<String, T> beans = new LinkedHashMap<>();
			for (String name : beanFactory.getBeanNamesForType(type, false, true)) {
				String plain = BeanFactoryUtils.transformedBeanName(name);
				if (!(beanFactory instanceof ConfigurableListableBeanFactory factory)
						|| factory.containsSingleton(plain)) {
					beans.put(name, beanFactory.getBean(name, type));
				}
			}
			return beans;
		}

		private static StreamsApplication of(StreamsBuilderFactoryBean factory) {
			Map<?, ?> configuration = Objects.requireNonNullElse(factory.getStreamsConfiguration(), Map.of());
			Object id = configuration.get(StreamsConfig.APPLICATION_ID_CONFIG);
			return new StreamsApplication(String.valueOf(id), id != null, configuration, factory::getKafkaStreams,
					() -> {
						Topology topology = factory.getTopology();
						return (topology != null) ? topology.describe() : null;
					});
		}

	}

}
