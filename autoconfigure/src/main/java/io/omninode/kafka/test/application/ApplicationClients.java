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

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.producer.Producer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.RoutingKafkaTemplate;
import org.springframework.util.ReflectionUtils;

/**
 * The producers of the application, which are not beans: those that its factories have
 * created, including those for single threads and those of copies of a factory.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class ApplicationClients implements BeanPostProcessor {

	static final String PRODUCER_FACTORY = "producerFactory";

	private static final Set<String> OWN_BEANS = Set.of("kafkaTestTemplate", "kafkaTestProducerFactory",
			"kafkaTestRequestProducerFactory", "kafkaTestConsumerFactory");

	private final SeenProducers ofApplication = new SeenProducers();

	private final SeenProducers ofTests = new SeenProducers();

	private final Publications publications;

	/**
	 * Create an instance.
	 * @param publications notes records that producers of the application cannot publish
	 */
	public ApplicationClients(Publications publications) {
		this.publications = publications;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		boolean ofTests = isOfTests(beanName);
		SeenProducers seen = ofTests ? this.ofTests : this.ofApplication;
		producerFactories(bean).forEach((factory) -> {
			seen.watch(factory);
			if (!ofTests) {
				this.publications.watch(factory);
			}
		});
		return bean;
	}

	/**
	 * Return whether a bean belongs to the tests, which send or receive with it, and not
	 * to the application.
	 * @param beanName the name of the bean
	 * @return whether it is
	 */
	public static boolean isOfTests(String beanName) {
		return OWN_BEANS.contains(beanName);
	}

	/**
	 * Return the producer factories that a bean is or has. A routing template has
	 * several, and a mocked one has none.
	 * @param bean the bean
	 * @return its factories
	 */
	public static Collection<? extends ProducerFactory<?, ?>> producerFactories(Object bean) {
		if (bean instanceof ProducerFactory<?, ?> factory) {
			return List.of(factory);
		}
		if (bean instanceof RoutingKafkaTemplate template) {
			return RoutedFactories.of(template);
		}
		return (bean instanceof KafkaOperations<?, ?> template) ? ofTemplate(template) : List.of();
	}

	/**
	 * Return the factories of a template. They are read from the field, because a test
	 * may verify that no method of its mock or spy is called.
	 */
	private static Collection<? extends ProducerFactory<?, ?>> ofTemplate(KafkaOperations<?, ?> template) {
		Field field = (template instanceof KafkaTemplate<?, ?>)
				? ReflectionUtils.findField(KafkaTemplate.class, PRODUCER_FACTORY) : null;
		if (field != null) {
			ReflectionUtils.makeAccessible(field);
			return (ReflectionUtils.getField(field, template) instanceof ProducerFactory<?, ?> factory)
					? List.of(factory) : List.of();
		}
		try {
			ProducerFactory<?, ?> factory = template.getProducerFactory();
			return (factory != null) ? List.of(factory) : List.of();
		}
		catch (UnsupportedOperationException ex) {
			return List.of();
		}
	}

	/**
	 * Return the producer factories with which a template sends to a topic.
	 * @param template the template
	 * @param topic the name of the topic
	 * @return its factories; empty if they are not known
	 */
	public static Collection<? extends ProducerFactory<?, ?>> producerFactories(Object template, String topic) {
		return (template instanceof RoutingKafkaTemplate routing) ? RoutedFactories.ofTopic(routing, topic)
				: producerFactories(template);
	}

	/**
	 * Return the records that producers of the application could not publish.
	 * @return the publications
	 */
	public Publications publications() {
		return this.publications;
	}

	/**
	 * Return the producers of the application, and those of the tests.
	 */
	Collection<Producer<?, ?>> producers() {
		Collection<Producer<?, ?>> producers = this.ofApplication.all();
		producers.addAll(this.ofTests.all());
		return producers;
	}

	/**
	 * Return whether the application has a producer.
	 */
	boolean hasProducer() {
		return !this.ofApplication.all().isEmpty();
	}

}
