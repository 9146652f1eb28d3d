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

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.MethodKafkaListenerEndpoint;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.messaging.handler.annotation.support.DefaultMessageHandlerMethodFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Addresses of the application that are not to be seen when a context starts.
 */
class HiddenAddressesTests {

	private static final String BILLING = "billing.prod.invalid:9092";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false", "spring.kafka.listener.auto-startup=false");

	@Test
	void aSourceThatCannotListItsNamesIsAskedForEach() {
		this.contextRunner.withInitializer(HiddenAddressesTests::addVault).run((context) -> {
			assertThat(context.getEnvironment().getProperty("app.billing.bootstrap-servers"))
				.isEqualTo(FakeEngine.SERVERS);
			assertThat(Binder.get(context.getEnvironment())
				.bind("app.billing", KafkaProperties.class)
				.get()
				.getBootstrapServers()).containsExactly(FakeEngine.SERVERS);
			assertThat(context.getEnvironment().getProperty("app.payments.bootstrap-servers")).isNull();
		});
	}

	/**
	 * A source that looks at the environment before it answers.
	 */
	private static void addVault(ConfigurableApplicationContext context) {
		context.getEnvironment().getPropertySources().addLast(new PropertySource<Object>("vault", new Object()) {

			@Override
			public Object getProperty(String name) {
				if (name.startsWith("app.")) {
					context.getEnvironment().getProperty("vault.token.bootstrap-servers");
				}
				return name.equals("app.billing.bootstrap-servers") ? BILLING : null;
			}

		});
	}

	@Test
	void anAddressThatCannotBeSuppliedYetIsLookedAtWhenItIs() {
		AtomicReference<String> address = new AtomicReference<>();
		this.contextRunner.withBean("late", ConsumerFactory.class, () -> supplied(address)).run((context) -> {
			assertThat(context).hasNotFailed();
			address.set(BILLING);
			assertThat(servers(context)).isEqualTo(FakeEngine.SERVERS);
			address.set(FakeEngine.SERVERS);
			assertThat(servers(context)).isEqualTo(FakeEngine.SERVERS);
		});
	}

	private static Object servers(ConfigurableApplicationContext context) {
		return context.getBean("late", ConsumerFactory.class).getConfigurationProperties().get("bootstrap.servers");
	}

	private static ConsumerFactory<?, ?> supplied(AtomicReference<String> address) {
		DefaultKafkaConsumerFactory<String, String> factory = new DefaultKafkaConsumerFactory<>(
				Map.of("group.id", "late"), new StringDeserializer(), new StringDeserializer());
		factory.setBootstrapServersSupplier(() -> {
			if (address.get() == null) {
				throw new IllegalStateException("The container is not started");
			}
			return address.get();
		});
		return factory;
	}

	@Test
	void aListenerThatIsRegisteredLaterIsLookedAtWhenItIs() {
		this.contextRunner.run((context) -> {
			MethodKafkaListenerEndpoint<String, String> endpoint = new MethodKafkaListenerEndpoint<>();
			endpoint.setId("billing");
			endpoint.setTopics("bills");
			endpoint.setBean(this);
			endpoint.setMethod(HiddenAddressesTests.class.getDeclaredMethod("onBill", String.class));
			endpoint.setMessageHandlerMethodFactory(new DefaultMessageHandlerMethodFactory());
			KafkaListenerEndpointRegistry registry = context.getBean(KafkaListenerEndpointRegistry.class);
			registry.registerListenerContainer(endpoint, billing(), false);
			assertThat(ClientConfiguration.consumerFactory(registry.getListenerContainer("billing")))
				.isInstanceOfSatisfying(ConsumerFactory.class,
						(factory) -> assertThat(factory.getConfigurationProperties()).containsEntry("bootstrap.servers",
								FakeEngine.SERVERS));
		});
	}

	void onBill(String bill) {
	}

	private static ConcurrentKafkaListenerContainerFactory<String, String> billing() {
		ConcurrentKafkaListenerContainerFactory<String, String> factory = new ConcurrentKafkaListenerContainerFactory<>();
		factory.setConsumerFactory(
				new DefaultKafkaConsumerFactory<>(Map.of("group.id", "billing", "bootstrap.servers", BILLING),
						new StringDeserializer(), new StringDeserializer()));
		return factory;
	}

	@Test
	void theProtocolOfASecondClusterGivesWayToThatOfTheTests() {
		this.contextRunner
			.withPropertyValues("kafka.test.bootstrap-servers=127.0.0.1:1", "kafka.test.when-unavailable=skip",
					"app.billing.bootstrap-servers=" + BILLING, "app.billing.security.protocol=SASL_SSL")
			.run((context) -> assertThat(context.getEnvironment().getProperty("app.billing.security.protocol"))
				.isEqualTo("PLAINTEXT"));
		this.contextRunner
			.withPropertyValues("kafka.test.bootstrap-servers=127.0.0.1:1", "spring.kafka.security.protocol=SASL_SSL",
					"app.billing.bootstrap-servers=" + BILLING, "app.billing.security.protocol=SSL")
			.run((context) -> assertThat(context.getEnvironment().getProperty("app.billing.security.protocol"))
				.isEqualTo("SASL_SSL"));
	}

	@Test
	void theSecurityOfASecondClusterGivesWayToThatOfTheTests() {
		this.contextRunner
			.withPropertyValues("kafka.test.bootstrap-servers=127.0.0.1:1", "spring.kafka.security.protocol=SASL_SSL",
					"spring.kafka.properties.sasl.jaas.config=common", "app.billing.bootstrap-servers=" + BILLING,
					"app.billing.properties.sasl.jaas.config=of-billing")
			.withUserConfiguration(Second.class)
			.run((context) -> assertThat(context.getBean("billing", ConsumerFactory.class).getConfigurationProperties())
				.containsEntry("sasl.jaas.config", "common")
				.containsEntry("bootstrap.servers", "127.0.0.1:1"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Second {

		@Bean
		ConsumerFactory<Object, Object> billing(Environment environment) {
			KafkaProperties properties = Binder.get(environment).bind("app.billing", KafkaProperties.class).get();
			return new DefaultKafkaConsumerFactory<>(properties.buildConsumerProperties());
		}

	}

}
