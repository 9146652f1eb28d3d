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

package io.omninode.kafka.integration.streams;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

import io.omninode.kafka.integration.parts.ForbiddenCluster;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaStreamsDefaultConfiguration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However the application names the cluster of Kafka Streams, a test does not connect to
 * it.
 */
@Tag(KafkaTags.KAFKA)
class ProductionAddressIntegrationTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "spring.kafka.streams.bootstrap-servers", "spring.kafka.streams.properties.bootstrap.servers",
					"spring.kafka.streams.properties.main.consumer.bootstrap.servers" })
	void aPropertyDoesNotLeadToProduction(String name) throws Exception {
		try (ForbiddenCluster production = new ForbiddenCluster()) {
			assertIsProcessed(production, StreamsApplication.class, name + "=" + production.address());
		}
	}

	@Test
	void aConfigurationByHandDoesNotLeadToProduction() throws Exception {
		try (ForbiddenCluster production = new ForbiddenCluster()) {
			assertIsProcessed(production, ByHand.class, "streams.address=" + production.address());
		}
	}

	@Test
	void aFactoryByHandDoesNotLeadToProduction() throws Exception {
		try (ForbiddenCluster production = new ForbiddenCluster()) {
			assertIsProcessed(production, OfFactory.class, "streams.factory.address=" + production.address());
		}
	}

	private static void assertIsProcessed(ForbiddenCluster production, Class<?> type, String property) {
		String topic = "production." + Integer.toHexString(property.hashCode());
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StreamsApplication.class, type)
			.web(WebApplicationType.NONE)
			.run("--" + property, "--spring.kafka.streams.application-id=" + topic, "--billing.orders=" + topic,
					"--billing.invoices=" + topic + ".invoices")) {
			TestRecords records = context.getBean(TestRecords.class);
			records.send(topic, "one".getBytes(StandardCharsets.UTF_8));
			assertThat(records.on(topic + ".invoices").await().record().value()).asString(StandardCharsets.UTF_8)
				.isEqualTo("invoice for one");
			assertThat(production.connections()).isZero();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class ByHand {

		@Bean(KafkaStreamsDefaultConfiguration.DEFAULT_STREAMS_CONFIG_BEAN_NAME)
		KafkaStreamsConfiguration streams(@Value("${streams.address}") String address,
				@Value("${spring.kafka.streams.application-id}") String id) {
			return new KafkaStreamsConfiguration(Map.of("bootstrap.servers", address, "security.protocol", "SASL_SSL",
					"application.id", id, "commit.interval.ms", 100));
		}

	}

	/**
	 * The configuration is right until the factory has it.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OfFactory {

		@Bean
		StreamsBuilderFactoryBeanConfigurer production(@Value("${streams.factory.address}") String address) {
			return (factory) -> {
				Properties properties = factory.getStreamsConfiguration();
				properties.put("bootstrap.servers", address);
				factory.setStreamsConfiguration(properties);
			};
		}

	}

}
