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
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;
import org.springframework.kafka.transaction.KafkaTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that are no beans, but held by one, use the cluster of the tests.
 */
@ExtendWith(OutputCaptureExtension.class)
class HeldClientsTests {

	private static final String BILLING = "billing.prod.invalid:9092";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false", "spring.kafka.listener.auto-startup=false");

	private final DefaultKafkaProducerFactory<Object, Object> producers = new DefaultKafkaProducerFactory<>(config());

	private final DefaultKafkaConsumerFactory<Object, Object> consumers = new DefaultKafkaConsumerFactory<>(config());

	private static Map<String, Object> config() {
		return new HashMap<>(Map.of("bootstrap.servers", BILLING, "security.protocol", "SASL_SSL"));
	}

	static Stream<Arguments> holders() {
		return Stream.of(holder("a map", (test) -> Map.of("billing", new KafkaTemplate<>(test.producers))),
				holder("a list", (test) -> List.of(new KafkaTemplate<>(test.producers))),
				holder("a record with a map",
						(test) -> new Templates(Map.of("one", new KafkaTemplate<>(test.producers)))),
				holder("a lambda", (test) -> (ProducerFactory<Object, Object>) () -> test.producers.createProducer()),
				holder("a service that creates its template itself", (test) -> new Service(test.producers)),
				holder("a transaction manager", (test) -> {
					test.producers.setTransactionIdPrefix("tx-");
					return new KafkaTransactionManager<>(test.producers);
				}));
	}

	private static Arguments holder(String name, Function<HeldClientsTests, Object> holder) {
		return Arguments.of(name, holder);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("holders")
	void aFactoryThatABeanHoldsUsesTheClusterOfTheTests(String name, Function<HeldClientsTests, Object> holder) {
		this.contextRunner.withBean("holder", Object.class, () -> holder.apply(this)).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean("holder")).isNotNull();
			assertThat(this.producers.getConfigurationProperties())
				.containsEntry("bootstrap.servers", FakeEngine.SERVERS)
				.containsEntry("security.protocol", "PLAINTEXT");
		});
	}

	@Test
	void theContainerForTheRepliesOfATemplateUsesTheClusterOfTheTests() {
		this.contextRunner.withBean("replying", ReplyingKafkaTemplate.class, this::replying).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.consumers.getConfigurationProperties()).containsEntry("bootstrap.servers",
					FakeEngine.SERVERS);
		});
	}

	private ReplyingKafkaTemplate<Object, Object, Object> replying() {
		ContainerProperties properties = new ContainerProperties("replies");
		properties.setMessageListener((MessageListener<Object, Object>) (record) -> {
		});
		ReplyingKafkaTemplate<Object, Object, Object> template = new ReplyingKafkaTemplate<>(this.producers,
				new KafkaMessageListenerContainer<>(this.consumers, properties));
		template.setAutoStartup(false);
		return template;
	}

	@Test
	void aContainerThatIsCreatedAndCustomizedLaterUsesTheClusterOfTheTests() {
		this.contextRunner.withBean("customized", ConcurrentKafkaListenerContainerFactory.class, this::customized)
			.run((context) -> {
				Properties properties = context.getBean("customized", ConcurrentKafkaListenerContainerFactory.class)
					.createContainer("orders")
					.getContainerProperties()
					.getKafkaConsumerProperties();
				assertThat(properties).containsEntry("bootstrap.servers", FakeEngine.SERVERS)
					.containsEntry("client.rack", "one");
			});
	}

	private ConcurrentKafkaListenerContainerFactory<Object, Object> customized() {
		ConcurrentKafkaListenerContainerFactory<Object, Object> factory = new ConcurrentKafkaListenerContainerFactory<>();
		factory.setConsumerFactory(this.consumers);
		factory.setContainerCustomizer((container) -> container.getContainerProperties()
			.getKafkaConsumerProperties()
			.putAll(Map.of("bootstrap.servers", BILLING, "client.rack", "one")));
		return factory;
	}

	@Test
	void aFactoryThatTellsNothingIsNamed(CapturedOutput output) {
		Supplier<ProducerFactory<Object, Object>> silent = () -> () -> new MockProducer<>();
		this.contextRunner.withBean("silent", ProducerFactory.class, silent::get)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("Bean <silent> does not say where its clients connect");
		this.contextRunner.withBean("silent", ProducerFactory.class, silent::get)
			.withPropertyValues("kafka.test.foreign-clusters=fail")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ForeignClusterException.class)
				.hasMessageContaining("Bean <silent> has no configuration that says where it connects"));
	}

	record Templates(Map<String, KafkaTemplate<Object, Object>> byName) {

	}

	static class Service implements InitializingBean {

		private final DefaultKafkaProducerFactory<Object, Object> unseen;

		private KafkaTemplate<Object, Object> template;

		Service(DefaultKafkaProducerFactory<Object, Object> unseen) {
			this.unseen = unseen;
		}

		@Override
		public void afterPropertiesSet() {
			this.template = new KafkaTemplate<>(this.unseen);
		}

	}

}
