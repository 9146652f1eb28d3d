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

package io.omninode.kafka.test.listener;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.micrometer.observation.ObservationRegistry;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.DltHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.ShareKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.ShareAcknowledgment;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application behaves as without the starter, whatever its listeners are like: same
 * attempts, same headers of dead letters, same order of its interceptors, handlers,
 * observations and filters.
 */
@Tag(KafkaTags.KAFKA)
class UnchangedApplicationIntegrationTests {

	@Test
	void everythingThatAnApplicationIsToldIsTheSameAsWithoutTheStarter() throws Exception {
		try (ConfigurableApplicationContext starter = run();
				ConfigurableApplicationContext off = run("kafka.test.diagnosis.enabled=false");
				ConfigurableApplicationContext without = run(
						"spring.autoconfigure.exclude=io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration,"
								+ "io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration",
						"spring.kafka.security.protocol=PLAINTEXT",
						"spring.kafka.bootstrap-servers=" + starter.getBean(TestBroker.class).bootstrapServers())) {
			assertThat(starter.getBean(ListenerOutcomes.class).isWatched()).isTrue();
			assertThat(off.getBean(ListenerOutcomes.class).isWatched()).isFalse();
			assertThat(without.getBeansOfType(TestBroker.class)).isEmpty();
			assertThat(without.getBeansOfType(ListenerOutcomes.class)).isEmpty();
			List<String> expected = play(without);
			assertThat(expected)
				.anyMatch((line) -> line.startsWith("NAME.record.dead headers: 0 kafka_dlt-exception-stacktrace"))
				.contains("NAME.record listener: filter asked about fails",
						"NAME.record listener: observation spring.kafka.listener stops",
						"NAME.record.dead publication stops: spring.kafka.template",
						"NAME.batch listener: batch intercept 3", "NAME.share listener: delivery 2 of fails",
						"NAME.retried-retry-1 listener: after 0", "NAME.retried-dlt listener: dead letter");
			assertThat(play(starter)).containsExactlyElementsOf(expected);
			assertThat(play(off)).containsExactlyElementsOf(expected);
		}
	}

	@Test
	void theRetryListenersOfAnErrorHandlerCanBeAddedTo() {
		assertThat(ContainerWatch.retryListeners(new DefaultErrorHandler())).isNotNull();
	}

	private static ConfigurableApplicationContext run(String... properties) {
		return new SpringApplicationBuilder(Application.class)
			.properties("name=unchanged-" + UUID.randomUUID(), "spring.kafka.consumer.auto-offset-reset=earliest",
					"spring.kafka.listener.observation-enabled=true", "spring.kafka.template.observation-enabled=true",
					"kafka.test.codegen-topics=false")
			.run(Arrays.stream(properties).map((property) -> "--" + property).toArray(String[]::new));
	}

	private static List<String> play(ConfigurableApplicationContext context) throws Exception {
		context.getBean(Application.class).play(context.getBean(KafkaAdmin.class));
		context.stop();
		return context.getBean(Diary.class).lines();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final Diary diary;

		private final String name;

		@Autowired
		private KafkaTemplate<String, String> template;

		@Autowired
		private KafkaListenerEndpointRegistry registry;

		Application(Diary diary) {
			this.diary = diary;
			this.name = diary.name();
		}

		void play(KafkaAdmin kafkaAdmin) throws Exception {
			try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
				admin
					.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, this.name + ".share"),
							List.of(new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"),
									AlterConfigOp.OpType.SET))))
					.all()
					.get();
			}
			List.of("fails", "left out", "passed over", "good").forEach((value) -> send("record", value));
			List.of("good", "fails", "last").forEach((value) -> send("batch", value));
			List.of("fails", "fails too").forEach((value) -> send("wholly", value));
			List.of("later", "fails later").forEach((value) -> send("async", value));
			List.of("fails", "rejected", "good").forEach((value) -> send("share", value));
			List.of("batch", "wholly", "share").forEach((id) -> this.registry.getListenerContainer(id).start());
			send("retried", "fails");
			this.diary.await(this.name + ".record", "called with good");
			this.diary.await(this.name + ".record.dead", "dead letter fails");
			this.diary.await(this.name + ".batch", "called with [last]");
			this.diary.await(this.name + ".wholly.dead", "dead letter fails too");
			this.diary.await(this.name + ".async.dead", "dead letter fails later");
			this.diary.await(this.name + ".retried-dlt", "dead letter");
			this.diary.await(this.name + ".share", "delivery 2 of fails");
			this.diary.await(this.name + ".share", "delivery 1 of good");
		}

		private void send(String topic, String value) {
			this.template.send(new ProducerRecord<>(this.name + "." + topic, 0, "key", value)).join();
		}

		@KafkaListener(topics = "${name}.record", groupId = "${name}.record", filter = "filter")
		void on(String value) {
			this.diary.note(this.name + ".record", "called with " + value);
			fail(value);
		}

		private static void fail(String value) {
			if (value.startsWith("fails")) {
				throw new IllegalStateException("Failed as it was told to", new IllegalArgumentException(value));
			}
		}

		@KafkaListener(id = "batch", topics = "${name}.batch", groupId = "${name}.batch", batch = "true",
				autoStartup = "false")
		void onBatch(List<String> values) {
			this.diary.note(this.name + ".batch", "called with " + values);
			if (values.contains("fails")) {
				throw new BatchListenerFailedException("Failed as it was told to", values.indexOf("fails"));
			}
		}

		@KafkaListener(id = "wholly", topics = "${name}.wholly", groupId = "${name}.wholly", batch = "true",
				autoStartup = "false")
		void onWholly(List<String> values) {
			this.diary.note(this.name + ".wholly", "called with " + values);
			values.forEach(Application::fail);
		}

		@KafkaListener(topics = "${name}.async", groupId = "${name}.async")
		CompletableFuture<Void> onAsync(String value) {
			this.diary.note(this.name + ".async", "called with " + value);
			return value.startsWith("fails") ? CompletableFuture.failedFuture(new IllegalStateException(value))
					: CompletableFuture.completedFuture(null);
		}

		@KafkaListener(
				topics = { "${name}.record.dead", "${name}.batch.dead", "${name}.wholly.dead", "${name}.async.dead" },
				groupId = "${name}.dead", properties = "isolation.level=read_committed")
		void onDeadLetter(ConsumerRecord<String, String> record) {
			this.diary.note(record);
			this.diary.note(record.topic(), "dead letter " + record.value());
		}

		@RetryableTopic(attempts = "3", backOff = @BackOff(delay = 1, multiplier = 2))
		@KafkaListener(topics = "${name}.retried", groupId = "${name}.retried")
		void onRetried(ConsumerRecord<String, String> record) {
			this.diary.note(record);
			fail(record.value());
		}

		@DltHandler
		void onRetriedInVain(ConsumerRecord<String, String> record) {
			this.diary.note(record);
			this.diary.note(record.topic(), "dead letter");
		}

		@KafkaListener(id = "share", topics = "${name}.share", groupId = "${name}.share", containerFactory = "sharing",
				autoStartup = "false")
		void onShared(ConsumerRecord<String, String> record, ShareAcknowledgment acknowledgment) {
			int delivery = record.deliveryCount().orElse((short) 0);
			this.diary.note(record.topic(), "delivery " + delivery + " of " + record.value());
			if (delivery == 1) {
				fail(record.value());
			}
			if ("rejected".equals(record.value())) {
				acknowledgment.reject();
			}
			else {
				acknowledgment.acknowledge();
			}
		}

		/**
		 * Without a number that differs: it is in exceptions.
		 */
		@Override
		public String toString() {
			return "application";
		}

		@Bean
		static Diary diary(@Value("${name}") String name) {
			return new Diary(name);
		}

		@Bean
		static ShareKafkaListenerContainerFactory<String, String> sharing(Diary diary,
				@Value("${spring.kafka.bootstrap-servers}") String servers) {
			ShareKafkaListenerContainerFactory<String, String> factory = new ShareKafkaListenerContainerFactory<>(
					new DefaultShareConsumerFactory<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
							ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
							ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class)));
			factory.getContainerProperties().setShareAckMode(ContainerProperties.ShareAckMode.MANUAL);
			factory.setShareConsumerRecordRecoverer((record, ex) -> {
				diary.note(record.topic(), "recovering from " + ex);
				Arrays.stream(ex.getCause().getStackTrace())
					.forEach((frame) -> diary.note(record.topic(), "thrown at " + frame));
				return AcknowledgeType.RELEASE;
			});
			return factory;
		}

		@Bean
		static RecordFilterStrategy<Object, Object> filter(Diary diary) {
			return (record) -> {
				diary.note(record.topic(), "filter asked about " + record.value());
				return "left out".equals(record.value());
			};
		}

		@Bean
		static CommonErrorHandler errorHandler(KafkaTemplate<Object, Object> template, Diary diary) {
			DefaultErrorHandler handler = new DefaultErrorHandler(new DeadLetterPublishingRecoverer(template,
					(record, ex) -> new TopicPartition(record.topic() + ".dead", 0)), new FixedBackOff(0, 2));
			handler.setRetryListeners(diary);
			return handler;
		}

		@Bean
		static RecordInterceptor<Object, Object> recordInterceptor(Diary diary) {
			return diary.recordInterceptor();
		}

		@Bean
		static BatchInterceptor<Object, Object> batchInterceptor(Diary diary) {
			return diary.batchInterceptor();
		}

		@Bean
		static ObservationRegistry observations(Diary diary) {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(diary);
			return registry;
		}

	}

}
