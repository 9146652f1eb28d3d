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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.config.KafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link EmbeddedPace}.
 */
class EmbeddedPaceTests {

	private static final String AGE = "metadata.max.age.ms";

	private static final String WAIT = "fetch.max.wait.ms";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false", "spring.kafka.listener.auto-startup=false");

	@Test
	void consumersOfBootWaitLess() {
		this.contextRunner.run((context) -> assertThat(entries(context.getBean("kafkaConsumerFactory")))
			.contains(entry(AGE, "500"), entry(WAIT, "100")));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "consumers", "shares", "containers", "shareContainers", "container", "streams", "supplied" })
	void consumersThatAreMadeByHandWaitLess(String bean) {
		this.contextRunner.withUserConfiguration(ForeignClustersTests.ByHand.class)
			.run((context) -> assertThat(entries(context.getBean(bean))).contains(entry(AGE, "500"),
					entry(WAIT, "100")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "producers", "admin" })
	void otherClientsAreLeftAlone(String bean) {
		this.contextRunner.withUserConfiguration(ForeignClustersTests.ByHand.class)
			.run((context) -> assertThat(entries(context.getBean(bean))).isNotEmpty().doesNotContainKeys(AGE, WAIT));
	}

	@Test
	void whatTheApplicationSetsStays() {
		this.contextRunner
			.withPropertyValues("spring.kafka.consumer.fetch-max-wait=700ms",
					"spring.kafka.properties.metadata.max.age.ms=60000")
			.run((context) -> assertThat(entries(context.getBean("kafkaConsumerFactory"))).contains(entry(AGE, "60000"),
					entry(WAIT, 700)));
	}

	@Test
	void fetchesThatAreToBeLargeWaitAsBefore() {
		this.contextRunner.withPropertyValues("spring.kafka.consumer.fetch-min-size=1MB")
			.run((context) -> assertThat(entries(context.getBean("kafkaConsumerFactory"))).contains(entry(AGE, "500"))
				.doesNotContainKey(WAIT));
	}

	@Test
	void onAnotherClusterConsumersWaitAsBefore() {
		this.contextRunner.withPropertyValues("kafka.test.bootstrap-servers=localhost:1")
			.run((context) -> assertThat(entries(context.getBean("kafkaConsumerFactory"))).isNotEmpty()
				.doesNotContainKeys(AGE, WAIT));
	}

	@Test
	void consumersOfAnotherClusterWaitAsBefore() {
		this.contextRunner.withPropertyValues("kafka.test.foreign-clusters=allow")
			.withBean("other", ConsumerFactory.class,
					() -> new DefaultKafkaConsumerFactory<>(Map.of("bootstrap.servers", "other.invalid:1")))
			.run((context) -> assertThat(entries(context.getBean("other"))).isNotEmpty().doesNotContainKeys(AGE, WAIT));
	}

	private static Map<Object, Object> entries(Object bean) {
		return (bean instanceof KafkaListenerContainerFactory<?> || bean instanceof MessageListenerContainer)
				? entries(ClientConfiguration.consumerFactory(bean))
				: new HashMap<>(ClientConfiguration.of(bean).entries());
	}

}
