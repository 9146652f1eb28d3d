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
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

import org.springframework.beans.factory.ListableBeanFactory;
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
	 * What needs the classes of Kafka Streams.
	 */
	private static final class OnClassPath {

		private OnClassPath() {
		}

		static List<StreamsApplication> all(ListableBeanFactory beanFactory) {
			List<StreamsApplication> all = new ArrayList<>();
			beanFactory.getBeansOfType(StreamsBuilderFactoryBean.class, false, true)
				.values()
				.forEach((factory) -> all.add(of(factory)));
			beanFactory.getBeansOfType(KafkaStreams.class, false, true)
				.forEach((name, streams) -> all
					.add(new StreamsApplication(name, false, Map.of(), () -> streams, () -> null)));
			return all;
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
