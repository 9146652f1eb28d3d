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

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.RoutingKafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every producer that a factory of the application makes is awaited, whichever way it is
 * made.
 */
@SpringBootTest(properties = { "kafka.test.codegen-topics=false", "spring.kafka.producer.properties.linger.ms=60000" })
@KafkaTest
class ProducersInViewIntegrationTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration SHORT = Duration.ofMillis(300);

	private static final String OTHER = "producers-in-view.other";

	@Autowired
	private FlowTracker flows;

	@Autowired
	private ApplicationClients clients;

	@Autowired
	@Qualifier("perThread")
	private DefaultKafkaProducerFactory<String, String> perThread;

	@Autowired
	@Qualifier("inlineTemplate")
	private KafkaTemplate<String, String> inlineTemplate;

	@Autowired
	@Qualifier("routingTemplate")
	private RoutingKafkaTemplate routingTemplate;

	@Test
	void theProducerOfAThread() throws Exception {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			KafkaTemplate<String, String> template = new KafkaTemplate<>(this.perThread);
			thread.submit(() -> template.send(OTHER, "1")).get();
			assertNotQuietFor("thread");
			thread.submit(template::flush).get();
			this.flows.awaitQuiet(LONG);
		}
		finally {
			thread.shutdown();
		}
	}

	@Test
	void theProducerOfACopyOfAFactory() {
		ProducerFactory<String, String> copy = this.perThread
			.copyWithConfigurationOverride(Map.of(ProducerConfig.CLIENT_ID_CONFIG, "copy"));
		KafkaTemplate<String, String> template = new KafkaTemplate<>(copy);
		template.send(OTHER, "1");
		assertNotQuietFor("copy");
		template.flush();
		this.flows.awaitQuiet(LONG);
		copy.reset();
	}

	@Test
	void theProducerOfAFactoryThatATemplateHasForItself() {
		this.inlineTemplate.send(OTHER, "1");
		assertNotQuietFor("inline");
		this.inlineTemplate.flush();
		this.flows.awaitQuiet(LONG);
	}

	@Test
	void theProducersOfARoutingTemplate() {
		this.routingTemplate.send(OTHER, "1");
		assertNotQuietFor("routed");
		this.routingTemplate.getProducerFactory(OTHER).reset();
		this.flows.awaitQuiet(LONG);
	}

	@Test
	void aProducerThatIsClosedIsForgotten() {
		int before = this.clients.producers().size();
		ProducerFactory<String, String> copy = this.perThread
			.copyWithConfigurationOverride(Map.of(ProducerConfig.CLIENT_ID_CONFIG, "closed"));
		copy.createProducer();
		assertThat(this.clients.producers()).hasSize(before + 1);
		copy.reset();
		assertThat(this.clients.producers()).hasSize(before);
	}

	private void assertNotQuietFor(String clientId) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.flows.awaitQuiet(SHORT))
			.withMessageMatching("(?s).*Evidence: producer <" + clientId + "-1>: a record is not acknowledged\n.*");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		DefaultKafkaProducerFactory<String, String> perThread(KafkaProperties properties) {
			DefaultKafkaProducerFactory<String, String> factory = factory(properties, "thread");
			factory.setProducerPerThread(true);
			return factory;
		}

		@Bean
		KafkaTemplate<String, String> inlineTemplate(KafkaProperties properties) {
			return new KafkaTemplate<>(factory(properties, "inline"));
		}

		@Bean
		RoutingKafkaTemplate routingTemplate(KafkaProperties properties) {
			return new RoutingKafkaTemplate(Map.of(Pattern.compile(".*"), factory(properties, "routed")));
		}

		private static <K, V> DefaultKafkaProducerFactory<K, V> factory(KafkaProperties properties, String clientId) {
			Map<String, Object> configuration = new HashMap<>(properties.buildProducerProperties());
			configuration.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
			configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
			configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
			return new DefaultKafkaProducerFactory<>(configuration);
		}

		@KafkaListener(topics = "producers-in-view", groupId = "producers-in-view")
		void on(String value) {
		}

	}

}
