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

import java.util.Map;

import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.listener.ListenerContainers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.adapter.RecordMessagingMessageListenerAdapter;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.util.ReflectionUtils;

/**
 * Applications with certain templates and listeners, none of which is ever started.
 */
class ApplicationFixture {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	static final JsonFormat JSON = JsonFormat.of(MAPPER);

	final StaticListableBeanFactory beanFactory = new StaticListableBeanFactory();

	/**
	 * Converts what listeners that are added from now on read.
	 */
	RecordMessageConverter converter = new MessagingMessageConverter();

	/**
	 * The method of listeners that are added from now on.
	 */
	String method = "on";

	/**
	 * Add a template.
	 */
	<K, V> KafkaTemplate<K, V> template(String name, Serializer<K> keys, Serializer<V> values) {
		KafkaTemplate<K, V> template = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of(), keys, values));
		this.beanFactory.addBean(name, template);
		return template;
	}

	/**
	 * Add a listener of the topic "orders" whose method takes an {@link Order}.
	 */
	void listener(Deserializer<?> values) {
		listener(new DefaultKafkaConsumerFactory<>(Map.of(), new StringDeserializer(), values), Map.of());
	}

	void listener(ConsumerFactory<?, ?> factory, Map<String, String> overrides) {
		ContainerProperties properties = new ContainerProperties("orders");
		properties.getKafkaConsumerProperties().putAll(overrides);
		RecordMessagingMessageListenerAdapter<Object, Object> adapter = new RecordMessagingMessageListenerAdapter<>(
				this, ReflectionUtils.findMethod(ApplicationFixture.class, this.method, (Class<?>[]) null));
		adapter.setMessageConverter(this.converter);
		properties.setMessageListener(adapter);
		this.beanFactory.addBean("container", new KafkaMessageListenerContainer<>(factory, properties));
	}

	void on(Order order) {
	}

	void onAnything(Object value) {
	}

	ApplicationFormats formats() {
		return new ApplicationFormats(this.beanFactory, new ListenerContainers(this.beanFactory));
	}

	RecordWriter writer() {
		return RecordWriter.of(formats(), JSON);
	}

	RecordReader reader() {
		return RecordReader.of(formats(), JSON);
	}

	/**
	 * What the application receives.
	 *
	 * @param orderId the id
	 * @param count how many
	 */
	public record Order(String orderId, int count) {

	}

}
