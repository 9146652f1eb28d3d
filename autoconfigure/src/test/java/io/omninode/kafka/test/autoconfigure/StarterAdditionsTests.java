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

import com.fasterxml.jackson.databind.ObjectMapper;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StarterAdditions}.
 */
@ExtendWith(OutputCaptureExtension.class)
class StarterAdditionsTests {

	private static final String JACKSON = "Spring Kafka maps headers with Jackson 3 in these tests, which the starter "
			+ "brings; the application uses Jackson 2 (bean <mine>). If it has Jackson 2 alone, set a "
			+ "DefaultKafkaHeaderMapper on its message converters to have the same mapping in tests and in production";

	private static final String BOOT = "Spring Boot configures Kafka in these tests, with the spring-boot-kafka that "
			+ "the starter brings. If the application has spring-kafka alone, spring.autoconfigure.exclude="
			+ "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration in its tests leaves it as it is in "
			+ "production";

	private final ApplicationContextRunner withoutBootsKafka = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false");

	private final ApplicationContextRunner contextRunner = this.withoutBootsKafka
		.withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class));

	@Test
	void ofAnApplicationThatLeavesAllToBootNothingIsSaid(CapturedOutput output) {
		this.contextRunner.withBean("mine", JsonMapper.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).contains("Tests use the embedded Kafka broker")
				.doesNotContain("Jackson 3")
				.doesNotContain("Spring Boot configures");
		});
	}

	@Test
	void ofAnApplicationWithJackson2AloneOneLineSaysWhatDiffers(CapturedOutput output) {
		this.contextRunner.withBean("mine", ObjectMapper.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce(JACKSON).doesNotContain("Spring Boot configures");
		});
	}

	@Test
	void ofAnApplicationWithBothNothingIsSaid(CapturedOutput output) {
		this.contextRunner.withBean("mine", ObjectMapper.class).withBean("other", JsonMapper.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).contains("Tests use the embedded Kafka broker").doesNotContain("Jackson 3");
		});
	}

	@Test
	void ofAnApplicationThatEnablesKafkaItselfOneLineSaysThatBootDoesToo(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(Enabling.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce(BOOT);
		});
	}

	@Test
	void whenBootsAutoConfigurationIsExcludedNothingIsSaid(CapturedOutput output) {
		this.withoutBootsKafka.withUserConfiguration(Enabling.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).contains("Tests use the embedded Kafka broker").doesNotContain("Spring Boot configures");
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableKafka
	static class Enabling {

	}

}
