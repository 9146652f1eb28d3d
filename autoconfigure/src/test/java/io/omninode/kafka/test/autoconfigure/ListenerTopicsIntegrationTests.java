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
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.TopicPartition;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.ShareKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Nobody declares the topics here: only listeners name them.
 */
@SpringBootTest(classes = ListenerTopicsIntegrationTests.Application.class,
		properties = { "logging.level.org.apache.kafka.clients=warn", "kafka.test.codegen-topics=false",
				"spring.kafka.consumer.auto-offset-reset=earliest" })
@KafkaTest
@ExtendWith(OutputCaptureExtension.class)
class ListenerTopicsIntegrationTests {

	private static final String WARNING = "The metadata response from the cluster reported a recoverable issue";

	@Autowired
	private TestRecords records;

	@Test
	void whenOnlyListenersNameTopicsTheContextStartsWithoutAWarning(CapturedOutput output) {
		assertThat(warnings(output)).isEmpty();
		LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient").warn(WARNING);
		assertThat(warnings(output)).hasSize(1);
	}

	/**
	 * A consumer that must not create its topic is right to warn.
	 */
	private static List<String> warnings(CapturedOutput output) {
		return output.toString()
			.lines()
			.filter((line) -> line.contains(WARNING) && !line.contains("named.forbidden"))
			.toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "named.single", "named.batch", "named.incremental", "named.shared", "named.by-hand",
			"named.manual", "named.declared", "named.by-application" })
	void theListenersReadTheirTopics(String topic) {
		this.records.send(topic, "value").awaitConsumed();
	}

	@Test
	void whatNoListenerReadsYetIsNotCreated(@Autowired TestTopics topics) {
		assertThat(topics.list()).contains("named.single").doesNotContain("named.later", "named.forbidden");
	}

	@Test
	void aListenerThatInsistsOnItsTopicStillFailsTheStart() {
		SpringApplicationBuilder insisting = new SpringApplicationBuilder(Insisting.class)
			.properties("spring.kafka.listener.missing-topics-fatal=true");
		assertThatException().isThrownBy(() -> insisting.run().close())
			.havingRootCause()
			.withMessage("Topic(s) [named.missing] is/are not present and missingTopicsFatal is true");
	}

	@Test
	void whatTheApplicationDeclaresIsAsItDeclaresIt(@Autowired @Qualifier("kafkaTestAdmin") Admin admin)
			throws Exception {
		assertThat(admin.describeTopics(List.of("named.declared", "named.by-application"))
			.allTopicNames()
			.get(1, TimeUnit.MINUTES)).hasSize(2)
			.allSatisfy((name, topic) -> assertThat(topic.partitions()).hasSize(3));
	}

	/**
	 * Then there is nothing to ask the cluster for.
	 */
	@ParameterizedTest
	@ValueSource(classes = { Declaring.class, DeclaringGroup.class })
	void whereTheApplicationDeclaresAllTopicsNoClientIsMade(Class<?> application) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application).run()) {
			assertThat(context.getBean(KafkaListenerEndpointRegistry.class).isRunning()).isTrue();
			assertThat(context.getBeanFactory().containsSingleton("kafkaTestAdmin")).isFalse();
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@KafkaListener(groupId = "named-single", topics = "named.single")
		void single(String value) {
		}

		@KafkaListener(groupId = "named-batch", topics = "named.batch", batch = "true", concurrency = "2")
		void batch(List<String> values) {
		}

		@KafkaListener(groupId = "named-incremental", topics = "named.incremental",
				properties = "group.protocol=consumer")
		void incremental(String value) {
		}

		@KafkaListener(groupId = "named-shared", topics = "named.shared", containerFactory = "shareContainers")
		void shared(String value) {
		}

		@KafkaListener(groupId = "named-manual",
				topicPartitions = @TopicPartition(topic = "named.manual", partitions = "0"))
		void manual(String value) {
		}

		@KafkaListener(groupId = "named-later", topics = "named.later", autoStartup = "false")
		void later(String value) {
		}

		@KafkaListener(groupId = "named-forbidden", topics = "named.forbidden",
				properties = "allow.auto.create.topics=false")
		void forbidden(String value) {
		}

		@KafkaListener(groupId = "named-declared", topics = { "named.declared", "named.by-application" })
		void declared(String value) {
		}

		@Bean
		NewTopic declaredTopic() {
			return new NewTopic("named.declared", 3, (short) 1);
		}

		/**
		 * Creates a topic itself, before the listeners start.
		 */
		@Bean
		SmartLifecycle creation(KafkaAdmin admin) {
			return new Creation(admin);
		}

		@Bean
		static ConcurrentMessageListenerContainer<String, String> byHand(
				ConsumerFactory<String, String> consumerFactory) {
			ContainerProperties properties = new ContainerProperties("named.by-hand");
			properties.setGroupId("named-by-hand");
			properties.setMessageListener((MessageListener<String, String>) (record) -> {
			});
			return new ConcurrentMessageListenerContainer<>(consumerFactory, properties);
		}

		@Bean
		static ShareKafkaListenerContainerFactory<String, String> shareContainers(
				@Value("${spring.kafka.bootstrap-servers}") String servers) {
			return new ShareKafkaListenerContainerFactory<>(
					new DefaultShareConsumerFactory<>(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers),
							StringDeserializer::new, StringDeserializer::new));
		}

	}

	static class Creation implements SmartLifecycle {

		private final KafkaAdmin admin;

		private boolean running;

		Creation(KafkaAdmin admin) {
			this.admin = admin;
		}

		@Override
		public void start() {
			this.running = true;
			this.admin.createOrModifyTopics(new NewTopic("named.by-application", 3, (short) 1));
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return -10;
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Insisting {

		@KafkaListener(groupId = "named-missing", topics = "named.missing")
		void missing(String value) {
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Declaring {

		@KafkaListener(groupId = "declaring", topics = "declaring.orders")
		void order(String value) {
		}

		@Bean
		NewTopic orders() {
			return new NewTopic("declaring.orders", 1, (short) 1);
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class DeclaringGroup {

		@KafkaListener(groupId = "declaring-group", topics = "declaring.payments")
		void payment(String value) {
		}

		@Bean
		KafkaAdmin.NewTopics topics() {
			return new KafkaAdmin.NewTopics(new NewTopic("declaring.payments", 1, (short) 1));
		}

	}

}
