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

package io.omninode.kafka.test.autoconfigure.environment;

import java.util.Map;

import io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.fixture.FakeEngine;
import io.omninode.kafka.test.fixture.SecondCluster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a property source that does not list its names says of clusters is replaced too.
 */
class OpaquePropertySourcesTests {

	private static final String TESTS = FakeEngine.SERVERS;

	private static final String BILLING = "billing.prod.invalid:9092";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false", "spring.kafka.listener.auto-startup=false");

	@ParameterizedTest
	@ValueSource(strings = { "app.billing.bootstrap-servers", "app.billing.kafka.bootstrapServers",
			"spring.kafka.bootstrap-servers", "spring.kafka.producer.bootstrap-servers",
			"spring.cloud.stream.kafka.binder.brokers", "spring.cloud.stream.kafka.streams.binder.brokers" })
	void anAddressNamesTheClusterOfTheTests(String name) {
		with(Map.of(name, BILLING)).run((context) -> {
			assertThat(context.getEnvironment().getProperty(name)).isEqualTo(TESTS);
			assertThat(context.getEnvironment().resolvePlaceholders("${" + name + "}")).isEqualTo(TESTS);
		});
	}

	@Test
	void anAddressInSeveralElementsIsThatOfTheTestsAlone() {
		with(Map.of("app.billing.kafka.bootstrap-servers[0]", BILLING, "app.billing.kafka.bootstrap-servers[1]",
				"other.prod.invalid:9092"))
			.withUserConfiguration(SecondCluster.class)
			.run((context) -> assertThat(context.getBean("billing", KafkaProperties.class).getBootstrapServers())
				.containsExactly(TESTS));
	}

	@Test
	void aSecondClusterIsThatOfTheTestsWithItsSecurity() {
		with(Map.of("app.billing.kafka.bootstrap-servers", BILLING, "app.billing.kafka.security.protocol", "SASL_SSL",
				"app.billing.kafka.producer.security.protocol", "SSL"))
			.withUserConfiguration(SecondCluster.class)
			.run((context) -> {
				KafkaProperties billing = context.getBean("billing", KafkaProperties.class);
				assertThat(billing.getBootstrapServers()).containsExactly(TESTS);
				assertThat(billing.getSecurity().getProtocol()).isEqualTo("PLAINTEXT");
				assertThat(billing.getProducer().getSecurity().getProtocol()).isEqualTo("PLAINTEXT");
			});
	}

	@Test
	void aProtocolThatBelongsToNoAddressStays() {
		with(Map.of("app.mail.security.protocol", "SSL"))
			.run((context) -> assertThat(context.getEnvironment().getProperty("app.mail.security.protocol"))
				.isEqualTo("SSL"));
	}

	@Test
	void aRegistryIsThatOfTheTestsUnlessItIsInMemory() {
		String name = "spring.kafka.properties.schema.registry.url";
		with(Map.of(name, "https://registry.prod.invalid"))
			.run((context) -> assertThat(context.getEnvironment().getProperty(name)).isEqualTo("mock://kafka-test"));
		with(Map.of(name, "mock://mine"))
			.run((context) -> assertThat(context.getEnvironment().getProperty(name)).isEqualTo("mock://mine"));
	}

	@Test
	void whatTheTestItselfSetsStays() {
		with(Map.of("app.billing.bootstrap-servers", BILLING))
			.withInitializer((context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
					"app.billing.bootstrapServers=other.test:1"))
			.run((context) -> {
				assertThat(context.getEnvironment().getProperty("app.billing.bootstrapServers"))
					.isEqualTo("other.test:1");
				assertThat(context.getEnvironment().getProperty("app.billing.bootstrap-servers"))
					.isEqualTo("other.test:1");
			});
	}

	@Test
	void whereForeignClustersAreAllowedOnlyFrameworksUseTheClusterOfTheTests() {
		with(Map.of("app.billing.bootstrap-servers", BILLING, "spring.cloud.stream.kafka.binder.brokers", BILLING))
			.withPropertyValues("kafka.test.foreign-clusters=allow")
			.run((context) -> {
				assertThat(context.getEnvironment().getProperty("app.billing.bootstrap-servers")).isEqualTo(BILLING);
				assertThat(context.getEnvironment().getProperty("spring.cloud.stream.kafka.binder.brokers"))
					.isEqualTo(TESTS);
			});
	}

	@Test
	void whatNobodySetsHasNoValue() {
		with(Map.of("app.billing.bootstrap-servers", BILLING)).run((context) -> {
			assertThat(context.getEnvironment().containsProperty("app.billing.bootstrap-servers")).isTrue();
			assertThat(context.getEnvironment().containsProperty("app.orders.bootstrap-servers")).isFalse();
			assertThat(context.getEnvironment().getProperty("app.orders.bootstrap-servers")).isNull();
		});
	}

	private ApplicationContextRunner with(Map<String, String> properties) {
		return this.contextRunner
			.withInitializer((context) -> context.getEnvironment().getPropertySources().addLast(new Vault(properties)));
	}

	/**
	 * Answers for names, and lists none.
	 */
	private static final class Vault extends PropertySource<Map<String, String>> {

		Vault(Map<String, String> properties) {
			super("vault", properties);
		}

		@Override
		public @Nullable Object getProperty(String name) {
			return getSource().get(name);
		}

	}

}
