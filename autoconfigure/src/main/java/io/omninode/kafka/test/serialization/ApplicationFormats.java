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

package io.omninode.kafka.test.serialization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.omninode.kafka.test.application.ApplicationClients;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.listener.ListenerContainers;
import io.omninode.kafka.test.listener.TopicListener;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The serializers and deserializers of the application: those of its templates, factories
 * and listeners. Each is created once, when it is needed, and closed at the end.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class ApplicationFormats implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ApplicationFormats.class);

	private static final int DEFAULT_REQUEST_SIZE = 1024 * 1024;

	private final ListableBeanFactory beanFactory;

	private final ListenerContainers listeners;

	private final Map<ProducerFactory<?, ?>, Writing> writing = new ConcurrentHashMap<>();

	private final Map<String, List<Writing>> writingByTopic = new ConcurrentHashMap<>();

	private final Map<Consumers, Reading> reading = new ConcurrentHashMap<>();

	/**
	 * Create an instance.
	 * @param beanFactory holds the templates and factories
	 * @param listeners the listeners
	 */
	public ApplicationFormats(ListableBeanFactory beanFactory, ListenerContainers listeners) {
		this.beanFactory = beanFactory;
		this.listeners = listeners;
	}

	/**
	 * Return the formats of an application that has none.
	 * @return no formats
	 */
	public static ApplicationFormats none() {
		ListableBeanFactory nothing = new StaticListableBeanFactory();
		return new ApplicationFormats(nothing, new ListenerContainers(nothing));
	}

	/**
	 * Return how the application writes records to a topic: its templates first, then its
	 * factories.
	 */
	List<Writing> writing(String topic) {
		return this.writingByTopic.computeIfAbsent(topic, this::findWriting);
	}

	private List<Writing> findWriting(String topic) {
		Set<ProducerFactory<?, ?>> factories = new LinkedHashSet<>();
		beans(KafkaOperations.class)
			.forEach((template) -> factories.addAll(ApplicationClients.producerFactories(template, topic)));
		factories.addAll(beans(ProducerFactory.class));
		return factories.stream().map(this::writing).toList();
	}

	private Writing writing(ProducerFactory<?, ?> factory) {
		return this.writing.computeIfAbsent(factory, Writing::of);
	}

	/**
	 * Return the JSON format that the application writes to a topic, or {@code null} if
	 * it does not use a serializer of Spring Kafka.
	 */
	@Nullable JsonFormat json(String topic) {
		return writing(topic).stream()
			.map(Writing::values)
			.filter((values) -> values != null && values.isJson())
			.map((values) -> SpringKafka.json(values.serializer()))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the producer configuration that allows tests to send everything that the
	 * application can send.
	 * @return the maximum size of a request, if the application raises it
	 */
	public Map<String, Object> limits() {
		return beans(ProducerFactory.class).stream()
			.map((factory) -> SpringKafka.configuration((ProducerFactory<?, ?>) factory))
			.map((configuration) -> configuration.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG))
			.filter(Objects::nonNull)
			.map((size) -> Integer.valueOf(size.toString().trim()))
			.filter((size) -> size > DEFAULT_REQUEST_SIZE)
			.max(Comparator.naturalOrder())
			.map((size) -> Map.<String, Object>of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, size))
			.orElse(Map.of());
	}

	/**
	 * Return how one template writes records to a topic.
	 */
	List<Writing> writing(KafkaOperations<?, ?> template, String topic) {
		return ApplicationClients.producerFactories(template, topic).stream().map(this::writing).toList();
	}

	/**
	 * Return how the listeners of a topic read it.
	 */
	List<ListenerFormat> listeners(String topic) {
		List<ListenerFormat> formats = new ArrayList<>();
		for (TopicListener listener : this.listeners.readersOf(topic)) {
			ConsumerFactory<?, ?> factory = listener.consumers();
			if (factory != null) {
				Reading reading = reading(new Consumers(factory, listener.overrides()));
				formats.add(new ListenerFormat(reading.of(topic), listener.handling(),
						listener.handling().asksAgain() && !reading.handlesErrors()));
			}
		}
		return formats;
	}

	/**
	 * Return whether a listener reads the value of a record into an object.
	 */
	boolean makesObject(ProducerRecord<byte[], byte[]> record) {
		byte[] value = record.value();
		return value != null && listeners(record.topic()).stream()
			.anyMatch((listener) -> listener.makesObject(record.topic(), record.headers(), value));
	}

	/**
	 * Return how the listeners of a group read a topic.
	 */
	List<Reading> readingOf(String group, String topic) {
		List<Reading> found = new ArrayList<>();
		for (TopicListener listener : this.listeners.readersOf(topic)) {
			ConsumerFactory<?, ?> factory = listener.consumers();
			if (factory != null && group.equals(listener.group())) {
				found.add(reading(new Consumers(factory, listener.overrides())));
			}
		}
		return found;
	}

	/**
	 * Return how the application reads a topic: the listeners of that topic first, then
	 * all other readers.
	 */
	Set<Reading> reading(String topic) {
		Set<Reading> found = new LinkedHashSet<>();
		listeners(topic).forEach((listener) -> found.add(listener.reading()));
		beans(ConsumerFactory.class)
			.forEach((factory) -> found.add(reading(new Consumers(factory, Map.of())).of(topic)));
		return found;
	}

	private Reading reading(Consumers consumers) {
		return this.reading.computeIfAbsent(consumers, (each) -> Reading.of(each.factory(), each.overrides()));
	}

	/**
	 * Return the beans of the application that are of a type and can be created.
	 */
	@SuppressWarnings("unchecked")
	private <T> List<? extends T> beans(Class<? super T> type) {
		List<T> beans = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(type, false, true)) {
			T bean = ApplicationClients.isOfTests(name) ? null : (T) bean(name);
			if (bean != null) {
				beans.add(bean);
			}
		}
		return beans;
	}

	private @Nullable Object bean(String name) {
		try {
			return this.beanFactory.getBean(name);
		}
		catch (BeansException ex) {
			logger.debug("Bean <{}> is not looked at: it cannot be created", name, ex);
			return null;
		}
	}

	@Override
	public void close() {
		this.writing.values().forEach(Writing::close);
		this.reading.values().forEach(Reading::close);
	}

	/**
	 * The source of consumers.
	 *
	 * @param factory their factory
	 * @param overrides the configuration on top of the factory's
	 */
	private record Consumers(ConsumerFactory<?, ?> factory, Map<String, Object> overrides) {

	}

}
