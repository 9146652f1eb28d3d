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

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.omninode.kafka.test.fixture.ForbiddenCluster;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.handler.annotation.SendTo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However the application names a cluster or a schema registry, a test does not connect
 * to it.
 */
@Tag(KafkaTags.KAFKA)
class ProductionAddressIntegrationTests {

	@ParameterizedTest
	@MethodSource
	void noConnectionIsOpenedToProduction(String way, Class<?> application, String property) throws Exception {
		try (ForbiddenCluster production = new ForbiddenCluster();
				ConfigurableApplicationContext context = run(application, property + "=" + production.address())) {
			assertIsAnswered(context);
			assertThat(production.connections()).as(way).isZero();
		}
	}

	static Stream<Object[]> noConnectionIsOpenedToProduction() {
		return Stream.of(new Object[] { "property for all clients", Orders.class, "spring.kafka.bootstrap-servers" },
				new Object[] { "property for one kind of client", Orders.class,
						"spring.kafka.consumer.properties.bootstrap.servers" },
				new Object[] { "property for admins", Orders.class, "spring.kafka.admin.properties.bootstrap.servers" },
				new Object[] { "property of a listener", OrdersOfTheirOwn.class, "app.address" },
				new Object[] { "prefix of its own", SecondCluster.class, "app.invoicing.kafka.bootstrap-servers" },
				new Object[] { "value with any name", ByHand.class, "app.address" });
	}

	@Test
	void noConnectionIsOpenedToProductionThatAVariableNames() throws Exception {
		try (ForbiddenCluster production = new ForbiddenCluster()) {
			Map<String, Object> variables = Map.of("APP_INVOICING_KAFKA_BOOTSTRAP_SERVERS", production.address());
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SecondCluster.class)
				.web(WebApplicationType.NONE)
				.initializers((starting) -> starting.getEnvironment()
					.getPropertySources()
					.addLast(new SystemEnvironmentPropertySource("variables-systemEnvironment", variables)))
				.run()) {
				assertIsAnswered(context);
				assertThat(production.connections()).isZero();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.kafka.properties.schema.registry.url",
			"spring.kafka.producer.properties.schema.registry.url" })
	void noConnectionIsOpenedToARegistryOfProduction(String name) throws Exception {
		try (ForbiddenCluster production = new ForbiddenCluster();
				ConfigurableApplicationContext context = run(Orders.class, name + "=http://" + production.address(),
						"spring.kafka.producer.value-serializer=" + RegisteringSerializer.class.getName())) {
			assertIsAnswered(context);
			assertThat(production.connections()).isZero();
		}
	}

	private static void assertIsAnswered(ConfigurableApplicationContext context) {
		TestRecords records = context.getBean(TestRecords.class);
		records.send("production.orders", Map.of("order", 1)).awaitConsumedBy("production");
		assertThat(records.on("production.confirmed").await().json().get("order").asInt()).isEqualTo(1);
	}

	private static ConfigurableApplicationContext run(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.run(Stream.of(properties).map("--"::concat).toArray(String[]::new));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class,
			KafkaAutoConfiguration.class, SslAutoConfiguration.class })
	static class Orders {

		@Bean
		NewTopic confirmed() {
			return new NewTopic("production.confirmed", 1, (short) 1);
		}

		@KafkaListener(id = "production", topics = "production.orders", properties = "auto.offset.reset=earliest")
		@SendTo("production.confirmed")
		String confirm(String order) {
			return order;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class,
			KafkaAutoConfiguration.class, SslAutoConfiguration.class })
	static class OrdersOfTheirOwn {

		@KafkaListener(id = "production", topics = "production.orders",
				properties = { "auto.offset.reset=earliest", "bootstrap.servers=${app.address}" })
		@SendTo("production.confirmed")
		String confirm(String order) {
			return order;
		}

	}

	@EnableConfigurationProperties
	static class SecondCluster extends Orders {

		@Bean(defaultCandidate = false)
		@ConfigurationProperties("app.invoicing.kafka")
		KafkaProperties billing() {
			return new KafkaProperties();
		}

		@Bean(defaultCandidate = false)
		KafkaAdmin billingAdmin(ConfigurableApplicationContext context) {
			return new KafkaAdmin(context.getBean("billing", KafkaProperties.class).buildAdminProperties());
		}

		@Bean(defaultCandidate = false)
		KafkaTemplate<Object, Object> billingTemplate(ConfigurableApplicationContext context) {
			return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
					context.getBean("billing", KafkaProperties.class).buildProducerProperties()));
		}

		@Bean
		Object bills(ConfigurableApplicationContext context) {
			return context.getBean("billingTemplate", KafkaTemplate.class).send("production.bills", "1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class,
			KafkaAutoConfiguration.class, SslAutoConfiguration.class })
	static class ByHand {

		private static Map<String, Object> properties(String address) {
			Map<String, Object> properties = new HashMap<>(
					Map.of("bootstrap.servers", address, "security.protocol", "SASL_SSL"));
			Stream.of("key.serializer", "value.serializer")
				.forEach((name) -> properties.put(name, StringSerializer.class));
			Stream.of("key.deserializer", "value.deserializer")
				.forEach((name) -> properties.put(name, "org.apache.kafka.common.serialization.StringDeserializer"));
			return properties;
		}

		@Bean
		static KafkaAdmin admin(@Value("${app.address}") String address) {
			return new KafkaAdmin(properties(address));
		}

		@Bean
		static KafkaTemplate<String, String> template(@Value("${app.address}") String address) {
			return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(properties(address)));
		}

		@Bean
		static ConcurrentKafkaListenerContainerFactory<String, String> containers(
				KafkaTemplate<String, String> template, @Value("${app.address}") String address) {
			ConcurrentKafkaListenerContainerFactory<String, String> containers = new ConcurrentKafkaListenerContainerFactory<>();
			containers.setConsumerFactory(new DefaultKafkaConsumerFactory<>(properties(address)));
			containers.setReplyTemplate(template);
			return containers;
		}

		@KafkaListener(id = "production", topics = "production.orders", containerFactory = "containers",
				properties = "auto.offset.reset=earliest")
		@SendTo("production.confirmed")
		String confirm(String order) {
			return order;
		}

	}

	/**
	 * Registers at its registry, as serializers of a registry do.
	 */
	public static class RegisteringSerializer extends StringSerializer {

		private String registry = "";

		@Override
		public void configure(Map<String, ?> configs, boolean isKey) {
			this.registry = String.valueOf(configs.get("schema.registry.url"));
		}

		@Override
		public byte[] serialize(String topic, String data) {
			assertThat(this.registry).isNotEqualTo("null");
			URI uri = URI.create(this.registry);
			if (!"mock".equals(uri.getScheme())) {
				try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
					assertThat(socket.isConnected()).isTrue();
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			}
			return super.serialize(topic, data);
		}

	}

}
