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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.environment.Addresses;
import io.omninode.kafka.test.autoconfigure.environment.SchemaRegistry;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.fixture.FakeEngine;
import io.omninode.kafka.test.fixture.SecondCluster;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.ShareKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Nothing in a context leads to a cluster or a schema registry that the application
 * names.
 */
@ExtendWith(OutputCaptureExtension.class)
class ForeignClustersTests {

	private static final String TESTS = FakeEngine.SERVERS;

	private static final String BILLING = "billing.prod.invalid:9092";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false", "spring.kafka.listener.auto-startup=false");

	@ParameterizedTest
	@ValueSource(strings = { "app.billing.kafka.bootstrap-servers", "app.billing.kafka.bootstrapServers",
			"app.clusters[eu].BOOTSTRAP_SERVERS", "app.kafka.bootstrap.servers", "app.kafka.bootstrap-servers[0]",
			"spring.kafka.properties.bootstrap.servers", "spring.kafka.producer.properties[bootstrap.servers]",
			"spring.cloud.stream.kafka.binder.brokers", "spring.cloud.stream.kafka.streams.binder.brokers",
			"spring.cloud.stream.binders.one.environment.spring.kafka.bootstrap-servers",
			"spring.cloud.stream.binders.one.environment.spring.cloud.stream.kafka.binder.brokers",
			"spring.cloud.stream.kafka.binder.configuration.bootstrap.servers",
			"spring.cloud.stream.kafka.binder.consumer-properties.bootstrap.servers",
			"spring.cloud.stream.kafka.binder.producer-properties.bootstrap.servers" })
	void aPropertyThatNamesAClusterNamesThatOfTheTests(String name) {
		this.contextRunner.withPropertyValues(name + "=" + BILLING)
			.run((context) -> assertThat(context.getEnvironment().getProperty(name)).isEqualTo(TESTS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.kafka.properties.schema.registry.url",
			"spring.kafka.consumer.properties.schema.registry.url",
			"spring.kafka.producer.properties[schema.registry.url]",
			"spring.kafka.streams.properties.schema.registry.url",
			"spring.cloud.stream.kafka.binder.configuration.schema.registry.url", "app.schema-registry.url",
			"spring.cloud.schemaRegistryClient.endpoint", "spring.kafka.properties.apicurio.registry.url" })
	void aPropertyThatNamesARegistryNamesThatOfTheTests(String name) {
		this.contextRunner
			.withPropertyValues(name + "=https://me:secret@registry.prod.invalid", "kafka.test.foreign-clusters=allow")
			.run((context) -> assertThat(context.getEnvironment().getProperty(name))
				.isEqualTo(name.startsWith("app.") ? "https://me:secret@registry.prod.invalid" : "mock://kafka-test"));
		this.contextRunner
			.withPropertyValues(name + "=https://registry.prod.invalid",
					"kafka.test.schema-registry-url=http://localhost:18081")
			.run((context) -> assertThat(context.getEnvironment().getProperty(name))
				.isEqualTo("http://localhost:18081"));
	}

	@Test
	void aRegistryInMemoryIsLeftAlone() {
		this.contextRunner.withPropertyValues("spring.kafka.properties.schema.registry.url=mock://mine")
			.run((context) -> assertThat(
					context.getEnvironment().getProperty("spring.kafka.properties.schema.registry.url"))
				.isEqualTo("mock://mine"));
	}

	@Test
	void anEnvironmentVariableNamesTheClusterOfTheTests() {
		this.contextRunner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new SystemEnvironmentPropertySource("variables-systemEnvironment",
						Map.of("BILLING_KAFKA_BOOTSTRAP_SERVERS", BILLING))))
			.run((context) -> {
				assertThat(context.getEnvironment().getProperty("billing.kafka.bootstrap-servers")).isEqualTo(TESTS);
				assertThat(context.getEnvironment().getProperty("BILLING_KAFKA_BOOTSTRAP_SERVERS")).isEqualTo(TESTS);
			});
	}

	@Test
	void whatTheTestItselfSetsStays() {
		this.contextRunner.withPropertyValues("app.billing.bootstrap-servers=" + BILLING)
			.withInitializer((context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
					"app.billing.bootstrapServers=other.test:1", "app.address=hand.test:1"))
			.withUserConfiguration(ByValue.class)
			.run((context) -> {
				assertThat(context.getEnvironment().getProperty("app.billing.bootstrapServers"))
					.isEqualTo("other.test:1");
				assertThat(servers(context.getBean("byValue"))).isEqualTo("hand.test:1");
			});
	}

	@Test
	void propertiesOfASecondClusterLeadToThatOfTheTestsWithItsSecurity() {
		this.contextRunner
			.withPropertyValues("app.billing.kafka.bootstrap-servers=" + BILLING + ",other.prod.invalid:9092",
					"app.billing.kafka.security.protocol=SASL_SSL",
					"app.billing.kafka.consumer.bootstrap-servers[0]=" + BILLING,
					"app.billing.kafka.producer.security.protocol=SSL",
					"app.billing.kafka.properties.bootstrap.servers=" + BILLING)
			.withUserConfiguration(SecondCluster.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				KafkaProperties billing = context.getBean("billing", KafkaProperties.class);
				for (Map<String, Object> properties : List.of(billing.buildConsumerProperties(),
						billing.buildProducerProperties(), billing.buildAdminProperties())) {
					assertThat(Addresses.of(properties.get("bootstrap.servers"))).isEqualTo(Addresses.of(TESTS));
					assertThat(properties).containsEntry("security.protocol", "PLAINTEXT");
				}
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "producers", "consumers", "shares", "admin", "template", "containers", "shareContainers",
			"container", "streams", "supplied", "produced" })
	void aBeanWithAnAddressThatNoNameTellsUsesTheClusterOfTheTests(String bean, CapturedOutput output) {
		this.contextRunner.withUserConfiguration(ByHand.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(servers(context.getBean(bean))).isEqualTo(TESTS);
			assertThat(entries(context.getBean(bean))).contains(Map.entry("security.protocol", "PLAINTEXT"));
			assertThat(output).contains("Bean <" + bean + "> has bootstrap.servers <" + BILLING
					+ ">, and uses 127.0.0.1:40404 instead: kafka.test.foreign-clusters=redirect");
		});
	}

	@Test
	void aListenerWithAnAddressOfItsOwnUsesTheClusterOfTheTests() {
		this.contextRunner.withUserConfiguration(OwnListener.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(KafkaListenerEndpointRegistry.class)
				.getListenerContainer("own")
				.getContainerProperties()
				.getKafkaConsumerProperties())
				.contains(entry("bootstrap.servers", TESTS), entry("security.protocol", "PLAINTEXT"));
		});
	}

	@Test
	void aListenerWithAFactoryOfItsOwnThatIsNoBeanUsesTheClusterOfTheTests() {
		this.contextRunner.withUserConfiguration(InlineFactories.class).run((context) -> {
			assertThat(context).hasNotFailed();
			MessageListenerContainer container = context.getBean(KafkaListenerEndpointRegistry.class)
				.getListenerContainer("inline");
			assertThat(entries(container)).contains(entry("bootstrap.servers", TESTS),
					entry("security.protocol", "PLAINTEXT"));
		});
	}

	@ParameterizedTest
	@CsvSource({ "redirect,127.0.0.1:40404", "allow,billing.prod.invalid:9092" })
	void aValueWithAnyNameIsFoundAsABean(String foreignClusters, String expected, CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("app.address=" + BILLING, "kafka.test.foreign-clusters=" + foreignClusters)
			.withUserConfiguration(ByValue.class)
			.run((context) -> {
				assertThat(servers(context.getBean("byValue"))).isEqualTo(expected);
				assertThat(output.toString().contains("which is app.address=billing.prod.invalid:9092 (from "))
					.isEqualTo(foreignClusters.equals("redirect"));
			});
	}

	@Test
	void whenForeignClustersAreToFailTheStartFailsWithTheRemedy() {
		this.contextRunner.withPropertyValues("app.address=" + BILLING, "kafka.test.foreign-clusters=fail")
			.withUserConfiguration(ByValue.class)
			.run((context) -> assertThat(analysis(context)).isEqualTo(
					"""
							Bean <byValue> has bootstrap.servers <billing.prod.invalid:9092>, which is not what the tests use. \
							The value is that of app.address=billing.prod.invalid:9092 (from "app.address" from property source "test").

							Set app.address=${spring.kafka.bootstrap-servers} in the configuration of the test, leave the bean \
							out of the context, or set kafka.test.foreign-clusters=allow if it is to connect there."""));
	}

	@Test
	void aFactoryThatCannotBeChangedFailsTheStart() {
		this.contextRunner.withBean("fixed", ProducerFactory.class, FixedFactory::new)
			.run((context) -> assertThat(analysis(context))
				.startsWith("Bean <fixed> has bootstrap.servers <" + BILLING + ">, which is not what the tests use."));
	}

	@Test
	void aRegistryThatHasNoInMemoryFormFailsTheStart() {
		ApplicationContextRunner runner = this.contextRunner
			.withPropertyValues("spring.kafka.properties.apicurio.registry.url=https://registry.prod.invalid");
		runner.run((context) -> assertThat(analysis(context)).contains("apicurio.registry.url",
				"Set spring.kafka.properties.apicurio.registry.url=${kafka.test.schema-registry-url}"));
		runner.withPropertyValues("kafka.test.schema-registry-url=http://localhost:18081")
			.run((context) -> assertThat(entries(context.getBean(ProducerFactory.class)))
				.contains(Map.entry("apicurio.registry.url", "http://localhost:18081")));
	}

	@Test
	void aSerializerOfARegistryIsToldTheRegistryOfTheTests() {
		this.contextRunner.withPropertyValues("kafka.test.schema-registry-url=http://localhost:18081",
				"spring.kafka.producer.properties.value.serializer=io.confluent.kafka.serializers.KafkaAvroSerializer")
			.run((context) -> {
				Map<String, Object> withRegistry = new HashMap<>();
				withRegistry.put("value.serializer", "io.confluent.kafka.serializers.KafkaAvroSerializer");
				assertThat(new SchemaRegistry("http://localhost:18081").missing(withRegistry))
					.containsExactly(entry("schema.registry.url", "http://localhost:18081"));
			});
	}

	@Test
	void oneLineListsWhatIsSetAside(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("app.billing.bootstrap-servers=" + BILLING,
					"spring.kafka.properties.schema.registry.url=https://me:secret@registry.prod.invalid")
			.run((context) -> assertThat(output)
				.contains("Not used either: app.billing.bootstrap-servers=billing.prod.invalid:9092 (from "
						+ "\"app.billing.bootstrap-servers\" from property source \"test\"), "
						+ "spring.kafka.properties.schema.registry.url=https://registry.prod.invalid (from ")
				.doesNotContain("secret"));
	}

	private static String analysis(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		FailureAnalysis analysis = new ForeignClusterFailureAnalyzer().analyze(context.getStartupFailure());
		assertThat(analysis).isNotNull();
		return analysis.getDescription() + "\n\n" + analysis.getAction();
	}

	private static Object servers(Object bean) {
		return entries(bean).get("bootstrap.servers");
	}

	private static Map<Object, Object> entries(Object bean) {
		if (bean instanceof KafkaTemplate<?, ?> template) {
			return entries(template.getProducerFactory());
		}
		return (bean instanceof KafkaListenerContainerFactory<?> || bean instanceof MessageListenerContainer)
				? entries(ClientConfiguration.consumerFactory(bean))
				: new HashMap<>(ClientConfiguration.of(bean).entries());
	}

	private static Map<String, Object> billing() {
		return new HashMap<>(Map.of("bootstrap.servers", BILLING, "security.protocol", "SASL_SSL"));
	}

	@Configuration(proxyBeanMethods = false)
	static class ByValue {

		@Bean
		DefaultKafkaProducerFactory<Object, Object> byValue(@Value("${app.address}") String address) {
			return new DefaultKafkaProducerFactory<>(Map.of("bootstrap.servers", address));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByHand {

		@Bean
		DefaultKafkaProducerFactory<Object, Object> producers() {
			return new DefaultKafkaProducerFactory<>(billing());
		}

		@Bean
		DefaultKafkaConsumerFactory<Object, Object> consumers() {
			return new DefaultKafkaConsumerFactory<>(billing());
		}

		@Bean
		DefaultShareConsumerFactory<Object, Object> shares() {
			return new DefaultShareConsumerFactory<>(billing());
		}

		@Bean
		KafkaAdmin admin() {
			KafkaAdmin admin = new KafkaAdmin(billing());
			admin.setAutoCreate(false);
			return admin;
		}

		@Bean
		KafkaTemplate<Object, Object> template() {
			return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(billing()));
		}

		@Bean
		ConcurrentKafkaListenerContainerFactory<Object, Object> containers() {
			ConcurrentKafkaListenerContainerFactory<Object, Object> containers = new ConcurrentKafkaListenerContainerFactory<>();
			containers.setConsumerFactory(new DefaultKafkaConsumerFactory<>(billing()));
			return containers;
		}

		@Bean
		ShareKafkaListenerContainerFactory<Object, Object> shareContainers() {
			return new ShareKafkaListenerContainerFactory<>(new DefaultShareConsumerFactory<>(billing()));
		}

		@Bean
		ProducerFactories produced() {
			return new ProducerFactories();
		}

		@Bean
		KafkaMessageListenerContainer<Object, Object> container() {
			ContainerProperties properties = new ContainerProperties("orders");
			properties.setGroupId("orders");
			properties.setMessageListener((MessageListener<Object, Object>) (record) -> {
			});
			KafkaMessageListenerContainer<Object, Object> container = new KafkaMessageListenerContainer<>(
					new DefaultKafkaConsumerFactory<>(billing()), properties);
			container.setAutoStartup(false);
			return container;
		}

		@Bean
		KafkaStreamsConfiguration streams() {
			return new KafkaStreamsConfiguration(billing());
		}

		@Bean(defaultCandidate = false)
		DefaultKafkaConsumerFactory<Object, Object> supplied() {
			DefaultKafkaConsumerFactory<Object, Object> factory = new DefaultKafkaConsumerFactory<>(billing());
			Supplier<String> address = () -> BILLING;
			factory.setBootstrapServersSupplier(address);
			return factory;
		}

	}

	private static final class ProducerFactories implements FactoryBean<DefaultKafkaProducerFactory<Object, Object>> {

		@Override
		public DefaultKafkaProducerFactory<Object, Object> getObject() {
			return new DefaultKafkaProducerFactory<>(billing());
		}

		@Override
		public Class<?> getObjectType() {
			return DefaultKafkaProducerFactory.class;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnListener {

		@KafkaListener(id = "own", topics = "orders",
				properties = { "bootstrap.servers=" + BILLING, "security.protocol=SASL_SSL" })
		void on(String order) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InlineFactories {

		@Bean
		static Supplier<KafkaListenerContainerFactory<?>> inline() {
			return () -> {
				ConcurrentKafkaListenerContainerFactory<Object, Object> factory = new ConcurrentKafkaListenerContainerFactory<>();
				factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(billing()));
				factory.setAutoStartup(false);
				return factory;
			};
		}

		@KafkaListener(id = "inline", topics = "orders", containerFactory = "#{@inline.get()}")
		void on(String order) {
		}

	}

	private static final class FixedFactory implements ProducerFactory<Object, Object> {

		@Override
		public Producer<Object, Object> createProducer() {
			throw new IllegalStateException("Not needed");
		}

		@Override
		public Map<String, Object> getConfigurationProperties() {
			return billing();
		}

	}

}
