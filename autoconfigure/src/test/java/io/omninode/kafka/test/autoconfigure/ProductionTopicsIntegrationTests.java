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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.TopicForRetryable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The topics of an application that says how many replicas they have in production.
 */
@Tag(KafkaTags.KAFKA)
@ExtendWith(OutputCaptureExtension.class)
class ProductionTopicsIntegrationTests {

	@Test
	void topicsAreCreatedAsDeclaredWithAsManyReplicasAsThereAreBrokers(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = run(Production.class)) {
			assertTopic(context, "production.bean", 3, Map.of("min.insync.replicas", "1", "retention.ms", "1234567"));
			assertTopic(context, "production.grouped", 2, Map.of("retention.ms", "7654321"));
			assertTopic(context, "production.assigned", 2, Map.of());
			assertTopic(context, "production.small", 4, Map.of());
			assertTopic(context, "production.retried-retry", 2, Map.of());
			assertTopic(context, "production.retried-dlt", 2, Map.of());
			assertThat(context.getBean("smallTopic", NewTopic.class)).isSameAs(Production.SMALL);
			context.getBean(KafkaTemplate.class).send("production.bean", "a").get();
		}
		assertThat(output).doesNotContain(" ERROR ").doesNotContain("Could not configure topics");
		assertThat(lines(output)).singleElement()
			.asString()
			.contains(" INFO ")
			.contains("<production.bean> (declared with 3, min.insync.replicas 2)",
					"<production.grouped> (declared with 3)", "<production.assigned> (declared with 2)",
					"<production.retried-retry> (declared with 3)", "<production.retried-dlt> (declared with 3)")
			.doesNotContain("production.small")
			.endsWith("kafka.test.embedded.brokers=3 starts as many brokers as they ask for");
	}

	@Test
	void whereTheClusterHasEnoughBrokersNothingIsChanged(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = run(Production.class, "--kafka.test.embedded.brokers=3",
				"--kafka.test.codegen-topics=false")) {
			assertThat(describe(context, "production.bean").partitions().get(0).replicas()).hasSize(3);
			assertThat(configs(context, "production.bean")).containsEntry("min.insync.replicas", "2");
			assertThat(describe(context, "production.assigned").partitions().get(1).replicas()).hasSize(2);
		}
		assertThat(lines(output)).isEmpty();
	}

	@Test
	void onAnExternalClusterNothingIsChanged(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run(Production.class,
				"--kafka.test.bootstrap-servers=127.0.0.1:1", "--spring.kafka.admin.auto-create=false")) {
			assertThat(context.getBean("productionTopic", NewTopic.class).replicationFactor()).isEqualTo((short) 3);
			assertThat(context.getBeansOfType(NewTopic.class).values()).anySatisfy((topic) -> {
				assertThat(topic).isInstanceOf(TopicForRetryable.class);
				assertThat(topic.replicationFactor()).isEqualTo((short) 3);
			});
		}
		assertThat(lines(output)).isEmpty();
	}

	@Test
	void whereTheApplicationDeclaresNothingTheTestDoes(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = run(Nothing.class)) {
			context.getBean(TestTopics.class)
				.create(TopicBuilder.name("production.of-the-test")
					.partitions(3)
					.replicas(3)
					.config("min.insync.replicas", "2")
					.build());
			assertTopic(context, "production.of-the-test", 3, Map.of("min.insync.replicas", "1"));
		}
		assertThat(lines(output)).singleElement()
			.asString()
			.contains("<production.of-the-test> (declared with 3, min.insync.replicas 2)");
	}

	private static ConfigurableApplicationContext run(Class<?> application, String... args) {
		List<String> all = new ArrayList<>(Arrays.asList(args));
		all.add("--spring.kafka.listener.auto-startup=false");
		return new SpringApplicationBuilder(application).run(all.toArray(String[]::new));
	}

	private static List<String> lines(CapturedOutput output) {
		return output.getOut()
			.lines()
			.filter((line) -> line.contains("as many replicas as these topics get: "))
			.toList();
	}

	private static void assertTopic(ConfigurableApplicationContext context, String name, int partitions,
			Map<String, String> configs) throws Exception {
		assertThat(describe(context, name).partitions()).as(name).hasSize(partitions).allSatisfy((partition) -> {
			assertThat(partition.replicas()).hasSize(1);
			assertThat(partition.leader()).isNotNull();
		});
		assertThat(configs(context, name)).containsAllEntriesOf(configs);
	}

	private static TopicDescription describe(ConfigurableApplicationContext context, String name)
			throws InterruptedException, ExecutionException {
		return admin(context).describeTopics(List.of(name)).allTopicNames().get().get(name);
	}

	private static Map<String, String> configs(ConfigurableApplicationContext context, String name) throws Exception {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
		Map<String, String> configs = new HashMap<>();
		admin(context).describeConfigs(List.of(resource))
			.all()
			.get()
			.get(resource)
			.entries()
			.forEach((entry) -> configs.put(entry.name(), entry.value()));
		return configs;
	}

	private static Admin admin(ConfigurableApplicationContext context) {
		return context.getBean("kafkaTestAdmin", Admin.class);
	}

	@Nested
	@SpringBootTest(classes = WithOwnAdmin.class, properties = "spring.kafka.listener.auto-startup=false")
	class OwnAdmin {

		@Autowired
		private ConfigurableApplicationContext context;

		@Test
		void itsTopicsOfRetriesAreCreatedAsDeclared() throws Exception {
			assertTopic(this.context, "own-admin.retried-retry", 2, Map.of());
			assertTopic(this.context, "own-admin.retried-dlt", 2, Map.of());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Nothing {

	}

	/**
	 * Defines its admin before everything else, as many applications do.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WithOwnAdmin {

		@Bean
		KafkaAdmin admin(@Value("${spring.kafka.bootstrap-servers}") String servers) {
			return new KafkaAdmin(Map.of("bootstrap.servers", servers));
		}

		@RetryableTopic(attempts = "2", numPartitions = "2", replicationFactor = "3")
		@KafkaListener(topics = "own-admin.retried", groupId = "own-admin")
		void on(String record) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Production {

		static final NewTopic SMALL = new NewTopic("production.small", 4, (short) 1);

		@Bean
		KafkaAdmin.NewTopics groupedTopics() {
			return new KafkaAdmin.NewTopics(TopicBuilder.name("production.grouped")
				.partitions(2)
				.replicas(3)
				.config("retention.ms", "7654321")
				.build());
		}

		@Bean
		NewTopic productionTopic() {
			return TopicBuilder.name("production.bean")
				.partitions(3)
				.replicas(3)
				.config("min.insync.replicas", "2")
				.config("retention.ms", "1234567")
				.build();
		}

		@Bean
		NewTopic assignedTopic() {
			return new NewTopic("production.assigned", Map.of(0, List.of(1, 2), 1, List.of(2, 3)));
		}

		@Bean
		NewTopic smallTopic() {
			return SMALL;
		}

		@RetryableTopic(attempts = "2", numPartitions = "2", replicationFactor = "3")
		@KafkaListener(topics = "production.retried", groupId = "production")
		void on(String record) {
		}

	}

}
