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

package io.omninode.kafka.test.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.serializer.JacksonJsonSerializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What producers of the application cannot publish is noted, and their own interceptors
 * stay as they are.
 */
@SpringBootTest(properties = { "kafka.test.codegen-topics=false",
		"spring.kafka.producer.properties.interceptor.classes="
				+ "io.omninode.kafka.test.application.PublicationsIntegrationTests$First, "
				+ "io.omninode.kafka.test.application.PublicationsIntegrationTests$Second" })
@KafkaTest
class PublicationsIntegrationTests {

	private static final String TINY = "publications.tiny";

	private static final String LARGE = "x".repeat(2_000_000);

	@Autowired
	private ApplicationClients clients;

	@Autowired
	private TestTopics topics;

	@Autowired
	private KafkaTemplate<String, String> template;

	@Autowired
	@Qualifier("ofObjects")
	private KafkaTemplate<String, Object> ofObjects;

	@Test
	void whatTheProducerRefusesIsNotedAndWhatItTookIsNot() throws Exception {
		long before = System.nanoTime();
		String id = UUID.randomUUID().toString();
		this.template.send("publications.any", id, "small").get(1, TimeUnit.MINUTES);
		assertThatExceptionOfType(KafkaException.class)
			.isThrownBy(() -> this.template.send("publications.any", id, LARGE));
		assertThat(this.clients.publications().failed(before)).singleElement().satisfies((failed) -> {
			assertThat(failed.record().topic()).isEqualTo("publications.any");
			assertThat(failed.record().key()).asString().isEqualTo(id);
			assertThat(failed.record().value()).hasSize(16 * 1024);
			assertThat(failed.failure()).isInstanceOf(RecordTooLargeException.class);
			assertThat(failed.clientId()).isNotEmpty();
		});
	}

	@Test
	void whatTheBrokerRefusesIsNotedWithItsHeaders() {
		this.topics.create(new NewTopic(TINY, 1, (short) 1).configs(Map.of("max.message.bytes", "200")));
		long before = System.nanoTime();
		ProducerRecord<String, String> record = new ProducerRecord<>(TINY, "x".repeat(1_000));
		record.headers().add("correlation_id", "id".getBytes());
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> this.template.send(record).get(1, TimeUnit.MINUTES));
		assertThat(this.clients.publications().failed(before)).singleElement()
			.satisfies((failed) -> assertThat(failed.record().headers().lastHeader("correlation_id").value()).asString()
				.isEqualTo("id"));
	}

	@Test
	void whatCannotBeWrittenIsNotedOfAFactoryThatIsNoBean() {
		long before = System.nanoTime();
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> this.ofObjects.send("publications.any", new Object()));
		assertThat(this.clients.publications().failed(before)).singleElement()
			.satisfies((failed) -> assertThat(failed.failure()).isInstanceOf(SerializationException.class));
	}

	@Test
	void anObjectIsNotedAsJson() {
		this.topics.create(new NewTopic(TINY, 1, (short) 1).configs(Map.of("max.message.bytes", "200")));
		long before = System.nanoTime();
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> this.ofObjects.send(TINY, Map.of("correlation_id", "id-7", "text", "x".repeat(1_000)))
				.get(1, TimeUnit.MINUTES));
		assertThat(this.clients.publications().failed(before)).singleElement()
			.satisfies((failed) -> assertThat(Excerpt.of(failed.record().value(), 2_000))
				.contains("\"correlation_id\":\"id-7\""));
	}

	@Test
	void theLastHundredAreKnown() {
		for (int i = 0; i < 110; i++) {
			ProducerRecord<String, String> record = new ProducerRecord<>("publications.any", String.valueOf(i), LARGE);
			assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> this.template.send(record));
		}
		List<Publications.Failed> failed = this.clients.publications().failed(0);
		assertThat(failed).hasSize(100);
		assertThat(failed.get(99).record().key()).asString().isEqualTo("109");
	}

	@Test
	void theInterceptorsOfTheApplicationComeFirst() throws Exception {
		Recording.CALLS.clear();
		this.template.send("publications.any", "order", "small").get(1, TimeUnit.MINUTES);
		assertThat(Recording.CALLS).containsExactly("First sends", "Second sends", "First acknowledged",
				"Second acknowledged");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		KafkaTemplate<String, Object> ofObjects(KafkaProperties properties) {
			Map<String, Object> configuration = properties.buildProducerProperties();
			configuration.remove(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG);
			return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(configuration, new StringSerializer(),
					new JacksonJsonSerializer<>()));
		}

		@Bean
		KafkaTemplate<String, String> texts(ProducerFactory<String, String> producerFactory) {
			return new KafkaTemplate<>(producerFactory);
		}

	}

	/**
	 * An interceptor of the application.
	 */
	static class Recording implements ProducerInterceptor<String, String> {

		static final List<String> CALLS = new ArrayList<>();

		@Override
		public ProducerRecord<String, String> onSend(ProducerRecord<String, String> record) {
			note(record.key(), "sends");
			return record;
		}

		@Override
		public void onAcknowledgement(RecordMetadata metadata, Exception exception) {
			note("order", "acknowledged");
		}

		private void note(String key, String what) {
			if ("order".equals(key)) {
				CALLS.add(getClass().getSimpleName() + " " + what);
			}
		}

		@Override
		public void close() {
		}

		@Override
		public void configure(Map<String, ?> configuration) {
		}

	}

	public static final class First extends Recording {

	}

	public static final class Second extends Recording {

	}

}
