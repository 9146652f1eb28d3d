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

package io.omninode.kafka.integration.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A binding behaves as without the starter: same attempts, same headers of dead letters,
 * same order of its interceptors.
 */
@Tag(KafkaTags.KAFKA)
class UnchangedBindingIntegrationTests {

	@Test
	void everythingThatAFunctionIsToldIsTheSameAsWithoutTheStarter() throws Exception {
		try (ConfigurableApplicationContext starter = run()) {
			String servers = starter.getBean(TestBroker.class).bootstrapServers();
			try (ConfigurableApplicationContext without = run(
					"--spring.autoconfigure.exclude=io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration,"
							+ "io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration",
					"--spring.kafka.bootstrap-servers=" + servers)) {
				assertThat(without.getBeansOfType(TestBroker.class)).isEmpty();
				List<String> expected = play(without, servers);
				assertThat(expected).contains("called with fails, attempt 3", "after 0", "good for good")
					.anyMatch((line) -> line.startsWith("x-exception-stacktrace="));
				assertThat(play(starter, servers)).containsExactlyElementsOf(expected);
			}
		}
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		String name = "bound-" + UUID.randomUUID();
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--name=" + name, "--spring.cloud.function.definition=picky",
				"--spring.cloud.stream.bindings.picky-in-0.destination=" + name,
				"--spring.cloud.stream.bindings.picky-in-0.group=" + name,
				"--spring.cloud.stream.bindings.picky-in-0.consumer.max-attempts=3",
				"--spring.cloud.stream.bindings.picky-in-0.consumer.back-off-initial-interval=1",
				"--spring.cloud.stream.kafka.bindings.picky-in-0.consumer.enable-dlq=true",
				"--spring.cloud.stream.kafka.bindings.picky-in-0.consumer.dlq-name=" + name + ".dead",
				"--spring.cloud.stream.bindings.picky-out-0.destination=" + name + ".out"));
		return new SpringApplicationBuilder(Application.class).run(all.toArray(String[]::new));
	}

	private static List<String> play(ConfigurableApplicationContext context, String servers) throws Exception {
		String name = context.getEnvironment().getRequiredProperty("name");
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers), new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>(name, 0, "key", "fails")).get();
			producer.send(new ProducerRecord<>(name, 0, "key", "good")).get();
		}
		String answer = first(name + ".out", servers).value();
		List<String> dead = headers(first(name + ".dead", servers));
		context.stop();
		List<String> lines = new ArrayList<>(context.getBean(Application.class).events);
		lines.add(answer);
		lines.addAll(dead);
		return lines.stream().map((line) -> line.replace(name, "NAME")).toList();
	}

	private static ConsumerRecord<String, String> first(String topic, String servers) {
		try (Consumer<String, String> consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
				servers, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"), new StringDeserializer(),
				new StringDeserializer())) {
			consumer.assign(List.of(new TopicPartition(topic, 0)));
			long begin = System.nanoTime();
			while (System.nanoTime() - begin < Duration.ofMinutes(1).toNanos()) {
				for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
					return record;
				}
			}
		}
		throw new AssertionError("Nothing came on " + topic);
	}

	/**
	 * Return the headers, without those that differ from message to message.
	 */
	private static List<String> headers(ConsumerRecord<String, String> record) {
		TreeSet<String> headers = new TreeSet<>();
		record.headers().forEach((header) -> {
			if (!header.key().contains("timestamp")) {
				headers.add(header.key() + "="
						+ new String(header.value(), StandardCharsets.UTF_8)
							.replaceAll("[0-9a-f]{8}-[-0-9a-f]{27}", "ID")
							.replaceAll("headers=\\{[^}]*\\}", "headers")
							.replaceAll("(@|0x)[0-9a-f]{6,16}", "$1ID"));
			}
		});
		return List.copyOf(headers);
	}

	@Configuration
	@EnableAutoConfiguration
	static class Application {

		private final List<String> events = Collections.synchronizedList(new ArrayList<>());

		private int attempts;

		@Bean
		Function<Message<String>, String> picky() {
			return (message) -> {
				if (message.getPayload().equals("fails")) {
					this.events.add("called with fails, attempt " + ++this.attempts);
					throw new IllegalStateException("Failed as it was told to");
				}
				this.events.add("called with " + message.getPayload());
				return "good for " + message.getPayload();
			};
		}

		@Bean
		ListenerContainerCustomizer<AbstractMessageListenerContainer<Object, Object>> customizer() {
			return (container, destination, group) -> container.setRecordInterceptor(new RecordInterceptor<>() {

				@Override
				public ConsumerRecord<Object, Object> intercept(ConsumerRecord<Object, Object> record,
						Consumer<Object, Object> consumer) {
					Application.this.events.add("intercept " + record.offset());
					return record;
				}

				@Override
				public void success(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
					Application.this.events.add("success " + record.offset());
				}

				@Override
				public void failure(ConsumerRecord<Object, Object> record, Exception ex,
						Consumer<Object, Object> consumer) {
					Application.this.events.add("failure " + record.offset());
				}

				@Override
				public void afterRecord(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
					Application.this.events.add("after " + record.offset());
				}

			});
		}

	}

}
