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

import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KafkaSettings}, in applications without Boot's own auto-configuration
 * of Kafka.
 */
class KafkaSettingsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.bootstrap-servers=kafka.production.invalid:9093",
				"spring.kafka.properties.sasl.mechanism=PLAIN", "spring.kafka.ssl.trust-store-location=file:trust.p12");

	@Test
	void whenTheApplicationHasNoneTheyAreBoundFromItsProperties() {
		this.contextRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(KafkaProperties.class);
			assertThat(admin(context)).containsEntry(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers())
				.containsEntry(SaslConfigs.SASL_MECHANISM, "PLAIN")
				.hasEntrySatisfying(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
						(location) -> assertThat(location).asString().endsWith("trust.p12"));
		});
	}

	@Test
	void whenTheApplicationHasOneItIsTheOnlyOneAndOursToo() {
		this.contextRunner.withUserConfiguration(OwnProperties.class)
			.withPropertyValues("orders.kafka.properties.sasl.mechanism=SCRAM-SHA-512")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(KafkaProperties.class);
				assertThat(context.getBean(Injected.class).properties()).isSameAs(context.getBean("ordersKafka"));
				assertThat(admin(context)).containsEntry(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers())
					.containsEntry(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-512");
			});
	}

	@Test
	void whenTheApplicationHasSeveralTheyAreBoundFromItsProperties() {
		this.contextRunner.withBean("orders", KafkaProperties.class)
			.withBean("billing", KafkaProperties.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeansOfType(KafkaProperties.class)).hasSize(2);
				assertThat(admin(context)).containsEntry(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers())
					.containsEntry(SaslConfigs.SASL_MECHANISM, "PLAIN");
			});
	}

	private static Map<String, Object> admin(AssertableApplicationContext context) {
		return context.getBean(TestClients.class).settings().admin();
	}

	private static Object servers() {
		return List.of(FakeEngine.SERVERS);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties
	static class OwnProperties {

		@Bean
		@ConfigurationProperties("orders.kafka")
		KafkaProperties ordersKafka() {
			return new KafkaProperties();
		}

		@Bean
		Injected injected(KafkaProperties properties) {
			return new Injected(properties);
		}

	}

	record Injected(KafkaProperties properties) {

	}

}
