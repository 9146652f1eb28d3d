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

package io.omninode.kafka.test.flow;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Tag;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications whose quiet point is awaited, each in a context of its own, with topics
 * and groups of its own.
 */
@Tag(KafkaTags.KAFKA)
abstract class AbstractQuietPointIntegrationTests {

	static final Duration LONG = Duration.ofMinutes(1);

	final String name = "quiet-" + UUID.randomUUID();

	ConfigurableApplicationContext run(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).properties(properties)
			.properties("name=" + this.name, "kafka.test.codegen-topics=false",
					"spring.kafka.consumer.auto-offset-reset=earliest")
			.run();
	}

	static FlowTracker flows(ConfigurableApplicationContext context) {
		return context.getBean(FlowTracker.class);
	}

	static TestRecords records(ConfigurableApplicationContext context) {
		return context.getBean(TestRecords.class);
	}

	@SuppressWarnings("unchecked")
	static KafkaTemplate<String, Object> template(ConfigurableApplicationContext context) {
		return context.getBean("kafkaTestTemplate", KafkaTemplate.class);
	}

	static MessageListenerContainer container(ConfigurableApplicationContext context, String id) {
		MessageListenerContainer container = context.getBean(KafkaListenerEndpointRegistry.class)
			.getListenerContainer(id);
		assertThat(container).isNotNull();
		return container;
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Chain {

		final Queue<String> consumed = new ConcurrentLinkedQueue<>();

		final KafkaTemplate<String, String> template;

		Chain(KafkaTemplate<String, String> template) {
			this.template = template;
			template.setAllowNonTransactional(true);
		}

		@KafkaListener(id = "first", topics = "${name}.first", groupId = "${name}.first")
		void first(String value, @Header(KafkaHeaders.RECEIVED_TOPIC) String topic) {
			this.template.send(topic.replace("first", "second"), value);
		}

		@KafkaListener(id = "second", topics = "${name}.second", groupId = "${name}.second")
		void second(String value, @Header(KafkaHeaders.RECEIVED_TOPIC) String topic) {
			this.consumed.add(value);
			this.template.send(topic.replace("second", "third"), value);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Held {

		final CountDownLatch entered = new CountDownLatch(1);

		final CountDownLatch hold = new CountDownLatch(1);

		final Queue<String> consumed = new ConcurrentLinkedQueue<>();

		@KafkaListener(id = "held", topics = "${name}", groupId = "${name}")
		void on(String value) throws InterruptedException {
			this.entered.countDown();
			this.hold.await();
			this.consumed.add(value);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Retrying {

		final Queue<String> attempts = new ConcurrentLinkedQueue<>();

		@RetryableTopic(attempts = "3", backOff = @BackOff(delay = 500))
		@KafkaListener(topics = "${name}", groupId = "${name}")
		void on(String value) {
			this.attempts.add(value);
			if (this.attempts.size() < 3) {
				throw new IllegalStateException("not yet");
			}
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Failing {

		final Queue<String> attempts = new ConcurrentLinkedQueue<>();

		final CountDownLatch again = new CountDownLatch(1);

		@Bean
		DefaultErrorHandler errorHandler(@Value("${attempts}") long attempts) {
			return new DefaultErrorHandler(new FixedBackOff(20, attempts));
		}

		@KafkaListener(id = "failing", topics = "${name}", groupId = "${name}")
		void on(String value) {
			this.attempts.add(value);
			if (this.attempts.size() == 2) {
				this.again.countDown();
			}
			throw new IllegalStateException("never");
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Silent {

		@KafkaListener(topics = "${name}", groupId = "${name}")
		void on(String value, Acknowledgment acknowledgment) {
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Typed {

		@KafkaListener(id = "typed", topics = "${name}", groupId = "${name}",
				properties = "value.deserializer=org.springframework.kafka.support.serializer.JacksonJsonDeserializer")
		void on(List<String> value) {
		}

		/**
		 * Keeps the log short.
		 */
		@Bean
		DefaultErrorHandler errorHandler() {
			return new DefaultErrorHandler() {

				@Override
				public void handleOtherException(Exception thrown, Consumer<?, ?> consumer,
						MessageListenerContainer container, boolean batch) {
					// The consumer asks again.
				}

			};
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Patterned {

		@KafkaListener(topicPattern = "${name}.*", groupId = "${name}")
		void on(String value) {
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Batches {

		final Queue<String> consumed = new ConcurrentLinkedQueue<>();

		@KafkaListener(topics = "${name}", groupId = "${name}", batch = "true")
		void on(List<String> values) {
			this.consumed.addAll(values);
		}

	}

}
