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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The records that producers of a context have taken and no broker has acknowledged yet.
 * A producer tells from how much of its buffer is free: a record takes its room before
 * {@code send} returns, and gives it back when it is acknowledged or has failed. A
 * transaction is not looked at: its records are acknowledged when it commits.
 *
 * @param beanFactory holds the producer factories
 */
record UnsentRecords(ListableBeanFactory beanFactory) {

	List<String> producers() {
		List<String> producers = new ArrayList<>();
		for (ProducerFactory<?, ?> factory : factories()) {
			Producer<?, ?> producer = producer(factory);
			Map<String, Object> buffers = (producer != null) ? buffers(producer) : Map.of();
			Object total = buffers.get("buffer-total-bytes");
			if (total != null && !total.equals(buffers.get("buffer-available-bytes"))) {
				producers.add("producer <" + buffers.get("client-id") + ">: a record is not acknowledged");
			}
		}
		return producers;
	}

	/**
	 * Return the producer that a factory shares out, if it has made one: to ask the
	 * factory for it would make one.
	 */
	private static @Nullable Producer<?, ?> producer(ProducerFactory<?, ?> factory) {
		DirectFieldAccessor fields = new DirectFieldAccessor(factory);
		return (factory instanceof DefaultKafkaProducerFactory<?, ?> && fields.isReadableProperty("producer")
				&& fields.getPropertyValue("producer") instanceof Producer<?, ?> producer) ? producer : null;
	}

	private static Map<String, Object> buffers(Producer<?, ?> producer) {
		Map<String, Object> buffers = new TreeMap<>();
		producer.metrics().forEach((name, metric) -> {
			if (isBuffer(name)) {
				buffers.put(name.name(), metric.metricValue());
				buffers.put("client-id", name.tags().getOrDefault("client-id", ""));
			}
		});
		return buffers;
	}

	private static boolean isBuffer(MetricName name) {
		return name.group().equals("producer-metrics") && name.name().matches("buffer-(total|available)-bytes");
	}

	/**
	 * Return the factories that somebody may have used: those of beans that are there.
	 */
	private Set<ProducerFactory<?, ?>> factories() {
		Set<ProducerFactory<?, ?>> factories = new LinkedHashSet<>();
		existing(KafkaTemplate.class).forEach((template) -> factories.add(template.getProducerFactory()));
		existing(ProducerFactory.class).forEach(factories::add);
		return factories;
	}

	private <T> List<T> existing(Class<T> type) {
		List<T> beans = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(type, false, false)) {
			if (!(this.beanFactory instanceof ConfigurableListableBeanFactory factory)
					|| factory.containsSingleton(name)) {
				beans.add(this.beanFactory.getBean(name, type));
			}
		}
		return beans;
	}

}
