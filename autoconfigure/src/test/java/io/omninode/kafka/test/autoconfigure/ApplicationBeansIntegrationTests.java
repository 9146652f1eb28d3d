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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.ProducerListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application has the same Kafka beans with the starter as without it.
 */
@Tag(KafkaTags.KAFKA)
class ApplicationBeansIntegrationTests {

	private static final List<Class<?>> TYPES = List.of(KafkaTemplate.class, KafkaOperations.class,
			ProducerFactory.class, ConsumerFactory.class, KafkaAdmin.class, RecordInterceptor.class,
			CommonErrorHandler.class, ProducerListener.class, ConcurrentKafkaListenerContainerFactory.class,
			KafkaConnectionDetails.class);

	private static final String OURS = "ours-" + UUID.randomUUID();

	private final ApplicationContextRunner without = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("spring.kafka.bootstrap-servers=kafka.production.invalid:9093",
				"spring.kafka.security.protocol=SASL_SSL", "spring.kafka.consumer.group-id=mine",
				"spring.kafka.admin.auto-create=false", "spring.kafka.template.default-topic=orders");

	private final ApplicationContextRunner with = this.without.withConfiguration(
			AutoConfigurations.of(KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class));

	@Test
	void bootsBeansAreTheSame() {
		assertSameBeans(this.without, this.with);
	}

	@Test
	void theApplicationsOwnBeansAreTheSame() {
		assertSameBeans(this.without.withUserConfiguration(Customized.class),
				this.with.withUserConfiguration(Customized.class));
	}

	@Test
	void theListenerContainersUseTheApplicationsInterceptorAndErrorHandler() {
		this.with.withUserConfiguration(Customized.class).run((context) -> {
			AbstractMessageListenerContainer<?, ?> container = context
				.getBean(ConcurrentKafkaListenerContainerFactory.class)
				.createContainer("orders");
			assertThat(container.getRecordInterceptor()).isSameAs(context.getBean(RecordInterceptor.class));
			assertThat(container.getCommonErrorHandler()).isSameAs(context.getBean(CommonErrorHandler.class));
		});
	}

	@Test
	void theConfigurationOfBootsFactoriesDiffersInTheClusterItsPaceAndWhatWatchesAlone() {
		Map<String, Object> consumer = new HashMap<>();
		Map<String, Object> producer = new HashMap<>();
		this.without.run((context) -> {
			consumer.putAll(consumer(context));
			producer.putAll(producer(context));
		});
		this.with.run((context) -> {
			consumer.putAll(Map.of("metadata.max.age.ms", "500", "fetch.max.wait.ms", "100"));
			assertSameButCluster(consumer, consumer(context));
			Map<String, Object> watched = new HashMap<>(producer(context));
			assertThat(watched.remove("interceptor.classes")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
			assertThat(watched.remove("kafka.test.publications")).isNotNull();
			assertSameButCluster(producer, watched);
		});
	}

	private static Map<String, Object> consumer(AssertableApplicationContext context) {
		DefaultKafkaConsumerFactory<?, ?> factory = context.getBean(DefaultKafkaConsumerFactory.class);
		return factory.getConfigurationProperties();
	}

	private static Map<String, Object> producer(AssertableApplicationContext context) {
		DefaultKafkaProducerFactory<?, ?> factory = context.getBean(DefaultKafkaProducerFactory.class);
		return factory.getConfigurationProperties();
	}

	private static void assertSameButCluster(Map<String, Object> expected, Map<String, Object> actual) {
		Map<String, Object> same = new HashMap<>(expected);
		same.putAll(Map.of("bootstrap.servers", actual.get("bootstrap.servers"), "security.protocol", "PLAINTEXT"));
		assertThat(actual).isEqualTo(same);
	}

	private static void assertSameBeans(ApplicationContextRunner without, ApplicationContextRunner with) {
		Map<String, String> expected = new TreeMap<>();
		without.run((context) -> expected.putAll(injected(context)));
		with.run((context) -> assertThat(injected(context)).isEqualTo(expected));
		assertThat(expected).containsKeys("KafkaTemplate", "ConsumerFactory", "KafkaAdmin");
	}

	/**
	 * What is injected where one bean of a type is asked for.
	 */
	private static Map<String, String> injected(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		Map<String, String> injected = new TreeMap<>();
		for (Class<?> type : TYPES) {
			Object bean = context.getBeanProvider(type).getIfUnique();
			if (bean != null) {
				String name = Arrays.stream(context.getBeanNamesForType(type))
					.filter((each) -> context.getBean(each) == bean)
					.findFirst()
					.orElseThrow();
				injected.put(type.getSimpleName(), name + " " + bean.getClass().getName());
				assertThat(context.getSourceApplicationContext().getBean(type)).isSameAs(bean);
			}
		}
		return injected;
	}

	@Test
	void ourClientsAreInjectedByQualifierOnly() {
		this.with.run((context) -> {
			assertThat(context.getBean("kafkaTestTemplate")).isInstanceOf(KafkaTemplate.class);
			assertThat(context.getBean("kafkaTestConsumerFactory")).isInstanceOf(ConsumerFactory.class);
			assertThat(context.getBeanProvider(KafkaTemplate.class).getObject())
				.isSameAs(context.getBean("kafkaTemplate"));
		});
	}

	@Test
	void aTopicIsDefinedForEachNameAndNotForThoseThatTheApplicationDeclares() {
		this.with.withBean("mine", NewTopic.class, "omninode.codegen.request.validate.v1", 3, (short) 1)
			.withPropertyValues("kafka.test.topics.orders_request=orders", "kafka.test.topics.mixin_request=mixins",
					"kafka.test.topic.partitions=2")
			.run((context) -> {
				Map<String, Integer> topics = new TreeMap<>();
				context.getBeansOfType(NewTopic.class)
					.values()
					.forEach((topic) -> assertThat(topics.put(topic.name(), topic.numPartitions())).isNull());
				assertThat(topics).hasSize(9)
					.containsEntry("omninode.codegen.request.validate.v1", 3)
					.containsEntry("omninode.codegen.response.validate.v1", 2)
					.containsEntry("mixins", 2)
					.containsEntry("orders", 2)
					.doesNotContainKey("omninode.codegen.request.mixin.v1");
			});
	}

	@Test
	void theApplicationsAdminCreatesTheTopicsThoughTheyAreNotInjected() {
		this.with.withBean("mine", NewTopic.class, "mine-" + UUID.randomUUID(), 1, (short) 1)
			.withBean(TopicUser.class)
			.withPropertyValues("spring.kafka.admin.auto-create=true", "kafka.test.topics.ours=" + OURS,
					"kafka.test.topic.partitions=2")
			.run((context) -> {
				NewTopic mine = context.getBean("mine", NewTopic.class);
				assertThat(context.getBean(TopicUser.class).topic()).isSameAs(mine);
				Map<String, TopicDescription> created = context.getBean(KafkaAdmin.class)
					.describeTopics(OURS, mine.name());
				assertThat(created.get(OURS).partitions()).hasSize(2);
				assertThat(created.get(mine.name()).partitions()).hasSize(1);
			});
	}

	@Test
	void whenCodegenTopicsAreOffOnlyTheUsersAreDefined() {
		this.with.withPropertyValues("kafka.test.codegen-topics=false", "kafka.test.topics.orders=orders")
			.run((context) -> assertThat(context.getBeansOfType(NewTopic.class).values()).singleElement()
				.extracting(NewTopic::name)
				.isEqualTo("orders"));
	}

	record TopicUser(NewTopic topic) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Customized {

		@Bean
		KafkaTemplate<Object, Object> ownTemplate(ProducerFactory<Object, Object> producerFactory) {
			return new KafkaTemplate<>(producerFactory);
		}

		@Bean
		RecordInterceptor<Object, Object> ownInterceptor() {
			return (record, consumer) -> pass(record);
		}

		private static ConsumerRecord<Object, Object> pass(ConsumerRecord<Object, Object> record) {
			return record;
		}

		@Bean
		CommonErrorHandler ownErrorHandler() {
			return new DefaultErrorHandler();
		}

	}

}
