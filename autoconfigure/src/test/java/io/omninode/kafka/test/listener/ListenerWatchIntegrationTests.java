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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * To be watched changes nothing for the listeners of an application.
 */
@Tag(KafkaTags.KAFKA)
class ListenerWatchIntegrationTests {

	@Test
	void interceptorsAttemptsAndDeadLettersAreTheSameAsWithoutTheStarter() throws InterruptedException {
		try (ConfigurableApplicationContext watched = run()) {
			String address = watched.getBean(TestBroker.class).bootstrapServers();
			try (ConfigurableApplicationContext alone = run("kafka.test.enabled=false",
					"spring.kafka.bootstrap-servers=" + address, "spring.kafka.security.protocol=PLAINTEXT")) {
				assertThat(alone.getBeansOfType(ListenerOutcomes.class)).isEmpty();
				Application expected = play(alone);
				Application actual = play(watched);
				assertThat(actual.events).containsExactlyElementsOf(expected.events)
					.contains("attempt 3", "batch intercept 1", "batch success 1", "filter asked");
				assertThat(actual.deadLetter).isEqualTo(expected.deadLetter)
					.containsEntry(KafkaHeaders.DLT_EXCEPTION_MESSAGE, "Listener failed");
			}
		}
	}

	@Test
	void theRetryListenersOfAnErrorHandlerCanBeAddedTo() {
		assertThat(ContainerWatch.retryListeners(new DefaultErrorHandler())).isNotNull();
	}

	private static ConfigurableApplicationContext run(String... properties) {
		return new SpringApplicationBuilder(Application.class)
			.properties("name=watch-" + UUID.randomUUID(), "spring.kafka.consumer.auto-offset-reset=earliest",
					"kafka.test.codegen-topics=false")
			.properties(properties)
			.run(Arrays.stream(properties).map((property) -> "--" + property).toArray(String[]::new));
	}

	private static Application play(ConfigurableApplicationContext context) throws InterruptedException {
		Application application = context.getBean(Application.class);
		application.play();
		return application;
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final Queue<String> events = new ConcurrentLinkedQueue<>();

		private final BlockingQueue<Map<String, String>> deadLetters = new LinkedBlockingQueue<>();

		private final BlockingQueue<String> batches = new LinkedBlockingQueue<>();

		private final Map<String, String> deadLetter = new TreeMap<>();

		private final String name;

		Application(@Value("${name}") String name) {
			this.name = name;
		}

		@Autowired
		private KafkaTemplate<String, String> template;

		void play() throws InterruptedException {
			this.template.send(this.name, "bad").join();
			Map<String, String> received = this.deadLetters.poll(60, TimeUnit.SECONDS);
			assertThat(received).isNotNull();
			this.deadLetter.putAll(received);
			this.template.send(this.name + ".batch", "good").join();
			assertThat(this.batches.poll(60, TimeUnit.SECONDS)).isNotNull();
			this.template.send(this.name + ".filtered", "left out").join();
			this.template.send(this.name + ".filtered", "good").join();
			assertThat(this.batches.poll(60, TimeUnit.SECONDS)).isNotNull();
		}

		@KafkaListener(topics = "${name}", groupId = "${name}")
		void on(String value, @Header(name = KafkaHeaders.DELIVERY_ATTEMPT, required = false) Integer attempt) {
			this.events.add("called " + attempt);
			throw new IllegalStateException("Failed as it was told to");
		}

		@KafkaListener(topics = "${name}.dead", groupId = "${name}.dead")
		void onDeadLetter(ConsumerRecord<String, String> record) {
			Map<String, String> headers = new TreeMap<>();
			record.headers()
				.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
			headers.keySet()
				.removeIf((name) -> name.contains("stacktrace") || name.contains("timestamp") || name.contains("topic")
						|| name.contains("group"));
			headers.replace(KafkaHeaders.DLT_EXCEPTION_MESSAGE, "Listener failed");
			this.deadLetters.add(headers);
		}

		@KafkaListener(topics = "${name}.batch", groupId = "${name}.batch", batch = "true")
		void onBatch(List<String> values) {
			this.events.add("batch called");
		}

		@KafkaListener(topics = "${name}.filtered", groupId = "${name}.filtered", filter = "filter")
		void onFiltered(String value) {
			this.events.add("let through " + value);
			this.batches.add("done");
		}

		@Bean
		static RecordFilterStrategy<Object, Object> filter(ObjectProvider<Application> application) {
			return (record) -> {
				if (record.topic().endsWith(".filtered")) {
					application.getObject().events.add("filter asked");
				}
				return "left out".equals(record.value());
			};
		}

		@Bean
		static CommonErrorHandler errorHandler(KafkaTemplate<Object, Object> template, Application application) {
			DefaultErrorHandler handler = new DefaultErrorHandler(new DeadLetterPublishingRecoverer(template,
					(record, ex) -> new TopicPartition(application.name + ".dead", 0)), new FixedBackOff(0, 2));
			handler.setRetryListeners((record, ex, attempt) -> application.events.add("attempt " + attempt));
			return handler;
		}

		@Bean
		static RecordInterceptor<Object, Object> recordInterceptor(Application application) {
			return new RecordInterceptor<>() {

				@Override
				public ConsumerRecord<Object, Object> intercept(ConsumerRecord<Object, Object> record,
						Consumer<Object, Object> consumer) {
					return note("intercept", record);
				}

				@Override
				public void success(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
					note("success", record);
				}

				@Override
				public void failure(ConsumerRecord<Object, Object> record, Exception ex,
						Consumer<Object, Object> consumer) {
					note("failure", record);
				}

				@Override
				public void afterRecord(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
					note("after", record);
				}

				private ConsumerRecord<Object, Object> note(String event, ConsumerRecord<Object, Object> record) {
					if (record.topic().equals(application.name)) {
						application.events.add(event + " " + record.offset());
					}
					return record;
				}

			};
		}

		@Bean
		static BatchInterceptor<Object, Object> batchInterceptor(Application application) {
			return new BatchInterceptor<>() {

				@Override
				public ConsumerRecords<Object, Object> intercept(ConsumerRecords<Object, Object> records,
						Consumer<Object, Object> consumer) {
					application.events.add("batch intercept " + records.count());
					return records;
				}

				@Override
				public void success(ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
					application.events.add("batch success " + records.count());
					application.batches.add("done");
				}

			};
		}

	}

}
