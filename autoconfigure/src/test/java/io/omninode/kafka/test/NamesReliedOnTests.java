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

package io.omninode.kafka.test;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.omninode.kafka.test.listener.ListenerContainer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaResourceFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.RoutingKafkaTemplate;
import org.springframework.kafka.core.ShareConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.AbstractShareKafkaMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.FailedBatchProcessor;
import org.springframework.kafka.listener.FailedRecordProcessor;
import org.springframework.kafka.listener.adapter.DelegatingInvocableHandler;
import org.springframework.kafka.listener.adapter.HandlerAdapter;
import org.springframework.kafka.listener.adapter.MessagingMessageListenerAdapter;
import org.springframework.kafka.support.converter.JacksonJsonMessageConverter;
import org.springframework.kafka.support.converter.JsonMessageConverter;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.kafka.support.mapping.DefaultJackson2JavaTypeMapper;
import org.springframework.kafka.support.mapping.DefaultJacksonJavaTypeMapper;
import org.springframework.kafka.support.serializer.DelegatingByTopicDeserializer;
import org.springframework.kafka.support.serializer.DelegatingByTopicSerializer;
import org.springframework.kafka.support.serializer.DelegatingByTypeSerializer;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.kafka.support.serializer.JacksonJsonDeserializer;
import org.springframework.kafka.support.serializer.JacksonJsonSerializer;
import org.springframework.kafka.support.serializer.JsonDeserializer;
import org.springframework.kafka.support.serializer.JsonSerializer;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the library knows by name only is still called so: where it is not, the library
 * does without it, and says less.
 */
class NamesReliedOnTests {

	private static final Map<String, Object> NOWHERE = Map.of("bootstrap.servers", "127.0.0.1:1", "group.id", "names",
			"client.id", "names");

	@Test
	void aListenerContainerHasItsConsumerFactory() {
		assertThat(typeOf(AbstractMessageListenerContainer.class, "consumerFactory")).isEqualTo(ConsumerFactory.class);
		assertThat(typeOf(AbstractShareKafkaMessageListenerContainer.class, ListenerContainer.SHARE_CONSUMER_FACTORY))
			.isEqualTo(ShareConsumerFactory.class);
	}

	@Test
	void aRoutingTemplateHasItsFactories() {
		assertThat(typeOf(RoutingKafkaTemplate.class, "factoryMatchers")).isEqualTo(Map.class);
	}

	@Test
	@SuppressWarnings("removal")
	void theSerializersForJsonHaveTheirMappers() {
		assertThat(typeOf(JacksonJsonSerializer.class, "jsonMapper")).isEqualTo(JsonMapper.class);
		assertThat(typeOf(JsonSerializer.class, "objectMapper")).isEqualTo(ObjectMapper.class);
	}

	@Test
	void aTemplateHasItsFactoryAndItsAdmin() {
		assertThat(typeOf(KafkaTemplate.class, "producerFactory")).isEqualTo(ProducerFactory.class);
		assertThat(typeOf(KafkaTemplate.class, "kafkaAdmin")).isEqualTo(KafkaAdmin.class);
	}

	@Test
	void aConsumerFactorySaysWhetherItConfiguresDeserializers() {
		assertThat(typeOf(DefaultKafkaConsumerFactory.class, "configureDeserializers")).isEqualTo(boolean.class);
	}

	@Test
	void aFactoryOfContainersHasItsCustomizer() {
		assertThat(typeOf(AbstractKafkaListenerContainerFactory.class, "containerCustomizer"))
			.isEqualTo(ContainerCustomizer.class);
	}

	@Test
	void aFactoryHasWhatSuppliesItsAddress() {
		assertThat(typeOf(KafkaResourceFactory.class, "bootstrapServersSupplier")).isEqualTo(Supplier.class);
	}

	@Test
	void aListenerHasTheTypeThatItsMethodTakes() {
		assertThat(typeOf(MessagingMessageListenerAdapter.class, "inferredType")).isEqualTo(Type.class);
		assertThat(typeOf(HandlerAdapter.class, "invokerHandlerMethod")).isEqualTo(InvocableHandlerMethod.class);
		assertThat(typeOf(HandlerAdapter.class, "delegatingHandler")).isEqualTo(DelegatingInvocableHandler.class);
		assertThat(typeOf(DelegatingInvocableHandler.class, "handlers")).isEqualTo(List.class);
		assertThat(typeOf(MessagingMessageListenerAdapter.class, "messageConverter"))
			.isEqualTo(RecordMessageConverter.class);
	}

	@Test
	void aDeserializerThatHandlesErrorsHasTheOneThatReads() {
		assertThat(typeOf(ErrorHandlingDeserializer.class, "delegate")).isEqualTo(Deserializer.class);
	}

	@Test
	void aFormatThatChoosesAnotherHasAMethodForIt() {
		for (Class<?> type : List.of(DelegatingByTopicSerializer.class, DelegatingByTopicDeserializer.class)) {
			assertThat(ReflectionUtils.findMethod(type, "findDelegate", String.class)).isNotNull();
		}
		assertThat(ReflectionUtils.findMethod(DelegatingByTypeSerializer.class, "findDelegate", Object.class))
			.isNotNull();
	}

	@Test
	@SuppressWarnings("removal")
	void theDeserializersForJsonTellTheNamesOfTheirTypes() {
		assertThat(ReflectionUtils.findMethod(JsonDeserializer.class, "getTypeMapper")).isNotNull();
		assertThat(ReflectionUtils.findMethod(JacksonJsonDeserializer.class, "getTypeMapper")).isNotNull();
		assertThat(ReflectionUtils.findMethod(JsonMessageConverter.class, "getTypeMapper")).isNotNull();
		assertThat(ReflectionUtils.findMethod(JacksonJsonMessageConverter.class, "getTypeMapper")).isNotNull();
		assertThat(ReflectionUtils.findMethod(DefaultJacksonJavaTypeMapper.class, "getIdClassMapping")).isNotNull();
		assertThat(ReflectionUtils.findMethod(DefaultJackson2JavaTypeMapper.class, "getIdClassMapping")).isNotNull();
	}

	@Test
	void aGroupOfTopicsHoldsThem() {
		assertThat(typeOf(KafkaAdmin.NewTopics.class, "newTopics")).isEqualTo(Collection.class);
	}

	@Test
	void whatHasNoMethodToChangeItsConfigurationHasAMap() {
		assertThat(typeOf(DefaultShareConsumerFactory.class, "configs")).isEqualTo(Map.class);
		assertThat(typeOf(KafkaAdmin.class, "configs")).isEqualTo(Map.class);
		assertThat(typeOf(KafkaStreamsConfiguration.class, "configs")).isEqualTo(Map.class);
		assertThat(typeOf(KafkaStreamsConfiguration.class, "properties")).isNotNull();
		assertThat(BeanUtils.getPropertyDescriptor(StreamsBuilderFactoryBean.class, "streamsConfiguration"))
			.isNotNull();
	}

	@Test
	void anErrorHandlerHasItsRetryListeners() {
		assertThat(ReflectionUtils.findMethod(FailedRecordProcessor.class, "getRetryListeners")).isNotNull();
		assertThat(typeOf(FailedBatchProcessor.class, "fallbackBatchHandler")).isEqualTo(CommonErrorHandler.class);
		assertThat(typeOf(
				ClassUtils.resolveClassName("org.springframework.kafka.listener.FallbackBatchErrorHandler", null),
				"retryListeners"))
			.isEqualTo(List.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.fasterxml.jackson.databind.ObjectMapper",
			"com.fasterxml.jackson.databind.node.ObjectNode",
			"org.springframework.kafka.support.serializer.JacksonJsonDeserializer",
			"org.springframework.kafka.support.serializer.JacksonJsonSerializer",
			"org.springframework.kafka.support.serializer.JsonDeserializer",
			"org.springframework.kafka.support.serializer.JsonSerializer",
			"kafka.server.DefaultAutoTopicCreationManager", "org.apache.kafka.common.security.plain.PlainLoginModule",
			"org.apache.kafka.controller.EventPerformanceMonitor", "org.apache.kafka.controller.QuorumController",
			"org.apache.kafka.streams.KafkaStreams", "org.apache.kafka.streams.processor.internals.StateDirectory",
			"org.springframework.boot.kafka.autoconfigure.KafkaAnnotationDrivenConfiguration$EnableKafkaConfiguration",
			"org.springframework.boot.ssl.SslBundle",
			"org.springframework.boot.testcontainers.service.connection.ServiceConnection",
			"org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration",
			"org.springframework.kafka.config.StreamsBuilderFactoryBean",
			"org.springframework.kafka.test.EmbeddedKafkaBroker",
			"org.springframework.kafka.test.context.EmbeddedKafkaContextCustomizer",
			"tools.jackson.databind.ObjectMapper" })
	void aClassIsThere(String name) {
		assertThat(ClassUtils.isPresent(name, getClass().getClassLoader())).isTrue();
	}

	@Test
	void theSourcesOfWhatATestSetsHaveTheirNames() {
		Class<?> dynamic = ClassUtils.resolveClassName(
				"org.springframework.test.context.support.DynamicValuesPropertySource", getClass().getClassLoader());
		assertThat(valueOf(dynamic, "PROPERTY_SOURCE_NAME")).isEqualTo("Dynamic Test Properties");
		assertThat(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)
			.isEqualTo("Inlined Test Properties");
		assertThat(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME).isEqualTo("commandLineArgs");
		StandardEnvironment environment = new StandardEnvironment();
		TestPropertyValues.of("some=value").applyTo(environment);
		assertThat(environment.getPropertySources().contains("test")).isTrue();
	}

	@Test
	void aProducerTellsHowMuchOfItsBufferIsFree() {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(NOWHERE, new StringSerializer(),
				new StringSerializer())) {
			assertThat(metric(producer.metrics(), "producer-metrics", "buffer-total-bytes")).isPositive();
			assertThat(metric(producer.metrics(), "producer-metrics", "buffer-available-bytes")).isPositive();
		}
	}

	@Test
	void aConsumerTellsWhenItWasStartedAndHowOftenItHasFetched() {
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(NOWHERE, new StringDeserializer(),
				new StringDeserializer())) {
			assertThat(consumer.metrics())
				.containsKey(new MetricName("start-time-ms", "app-info", "", Map.of("client-id", "names")));
			assertThat(metric(consumer.metrics(), "consumer-fetch-manager-metrics", "fetch-total")).isZero();
		}
	}

	@Test
	void aShareConsumerTellsHowOftenItHasFetched() {
		try (KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(NOWHERE, new StringDeserializer(),
				new StringDeserializer())) {
			assertThat(consumer.metrics().keySet()).extracting(MetricName::name).contains("fetch-total");
		}
	}

	private static double metric(Map<MetricName, ? extends Metric> metrics, String group, String name) {
		return metrics.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().group().equals(group) && entry.getKey().name().equals(name))
			.mapToDouble((entry) -> (Double) entry.getValue().metricValue())
			.findFirst()
			.orElseThrow(() -> new AssertionError("There is no metric " + name + " in " + group));
	}

	private static @Nullable Class<?> typeOf(Class<?> type, String field) {
		Field found = ReflectionUtils.findField(type, field);
		return (found != null) ? found.getType() : null;
	}

	private static @Nullable Object valueOf(Class<?> type, String field) {
		Field found = ReflectionUtils.findField(type, field);
		if (found == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(found);
		return ReflectionUtils.getField(found, null);
	}

}
