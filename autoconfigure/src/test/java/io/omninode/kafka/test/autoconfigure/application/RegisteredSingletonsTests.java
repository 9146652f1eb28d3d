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
import java.util.Map;

import io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is registered as a singleton, which no post-processor sees, uses the cluster of
 * the tests.
 */
@ExtendWith(OutputCaptureExtension.class)
class RegisteredSingletonsTests {

	private static final String BILLING = "billing.prod.invalid:9092";

	private final DefaultKafkaProducerFactory<Object, Object> producers = new DefaultKafkaProducerFactory<>(
			new HashMap<>(Map.of("bootstrap.servers", BILLING, "security.protocol", "SASL_SSL")));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withBean("own", KafkaTemplate.class, RegisteredSingletonsTests::ownTemplate)
		.withPropertyValues("spring.kafka.admin.auto-create=false", "spring.kafka.listener.auto-startup=false");

	/**
	 * Beside which a second template is not the one that containers reply with, and held
	 * by them.
	 */
	private static KafkaTemplate<Object, Object> ownTemplate() {
		return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of("bootstrap.servers", FakeEngine.SERVERS)));
	}

	@Test
	void aTemplateUsesTheClusterOfTheTests(CapturedOutput output) {
		registered(new KafkaTemplate<>(this.producers)).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.producers.getConfigurationProperties())
				.containsEntry("bootstrap.servers", FakeEngine.SERVERS)
				.containsEntry("security.protocol", "PLAINTEXT");
		});
		assertThat(output).contains("Bean <billing> has bootstrap.servers <" + BILLING + ">, and uses "
				+ FakeEngine.SERVERS + " instead: kafka.test.foreign-clusters=redirect");
	}

	@Test
	void whatAMapHoldsUsesTheClusterOfTheTests() {
		registered(Map.of("eu", new KafkaTemplate<>(this.producers)))
			.run((context) -> assertThat(this.producers.getConfigurationProperties()).containsEntry("bootstrap.servers",
					FakeEngine.SERVERS));
	}

	@Test
	void whenForeignClustersAreToFailTheStartFails() {
		registered(new KafkaTemplate<>(this.producers)).withPropertyValues("kafka.test.foreign-clusters=fail")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ForeignClusterException.class)
				.hasMessageContaining("billing"));
	}

	@Test
	void whenForeignClustersAreAllowedItIsLeftAlone() {
		registered(new KafkaTemplate<>(this.producers)).withPropertyValues("kafka.test.foreign-clusters=allow")
			.run((context) -> assertThat(this.producers.getConfigurationProperties()).containsEntry("bootstrap.servers",
					BILLING));
	}

	private ApplicationContextRunner registered(Object singleton) {
		return this.contextRunner
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("billing", singleton));
	}

}
