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

package io.omninode.kafka.test.autoconfigure.cluster;

import io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.support.DynamicPropertyRegistrarBeanInitializer;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InvalidAddressException}: an address that the test itself sets, and
 * that is none.
 */
class InvalidAddressTests {

	private static final String PROPERTY = "spring.kafka.bootstrap-servers";

	private static final String FROM = " (from \"" + PROPERTY + "\" from property source \"Inlined Test Properties\")";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					localhost          | <localhost> is not host:port.          | Remove it to use the embedded broker, or write it like localhost:9092, several separated by commas.
					a:1,localhost      | <localhost> is not host:port.          | Remove it to use the embedded broker, or write it like localhost:9092, several separated by commas.
					localhost:none     | <localhost:none> is not host:port.     | Remove it to use the embedded broker, or write it like localhost:9092, several separated by commas.
					${orders.brokers}  | <${orders.brokers}> is not resolved.   | Remove it to use the embedded broker, or set what it refers to.
					""")
	void whenTheTestSetsNoAddressTheStartFailsWithValueOriginAndRemedy(String value, String reason, String remedy) {
		assertFails(value, "The test itself sets " + PROPERTY + "=" + value + FROM + ", and " + reason, remedy);
	}

	private void assertFails(String value, String description, String remedy) {
		withTestProperty(value).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new InvalidAddressFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).isEqualTo(description);
			assertThat(analysis.getAction()).isEqualTo(remedy);
			assertThat(context.getStartupFailure()).hasStackTraceContaining(description + " " + remedy);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "a:1", "a:1,b:2", "[::1]:9092", "PLAINTEXT://localhost:32768" })
	void whenTheTestSetsAnAddressItIsUsed(String value) {
		withTestProperty(value).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(TestBroker.class).bootstrapServers()).isEqualTo(value);
		});
	}

	private ApplicationContextRunner withTestProperty(String value) {
		return this.contextRunner.withInitializer((context) -> TestPropertySourceUtils
			.addInlinedPropertiesToEnvironment(context, PROPERTY + "=" + value));
	}

	@Test
	void whatARegistrarSetsLaterIsResolved() {
		withTestProperty("${orders.brokers}").withBean(DynamicPropertyRegistrarBeanInitializer.class)
			.withBean(DynamicPropertyRegistrar.class,
					() -> (registry) -> registry.add("orders.brokers", () -> "registrar:1"))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(TestBroker.class).bootstrapServers()).isEqualTo("registrar:1");
			});
	}

}
