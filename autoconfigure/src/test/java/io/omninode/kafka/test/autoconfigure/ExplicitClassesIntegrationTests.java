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

import java.util.Map;

import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The starter acts in tests whose classes do not enable auto-configuration.
 */
@KafkaTest
class ExplicitClassesIntegrationTests {

	@Nested
	@SpringBootTest(classes = { KafkaAutoConfiguration.class, BootsClasses.class })
	class WithBootsAutoConfigurationAmongTheClasses {

		@Test
		void theListenerReadsFromTheClusterOfTheTests(@Autowired TestBroker broker, @Autowired TestRecords records,
				@Autowired ProducerFactory<?, ?> producers) {
			assertThat(broker.mode()).isEqualTo(BrokerMode.EMBEDDED);
			assertThat(producers.getConfigurationProperties().get("bootstrap.servers")).asString()
				.contains(broker.bootstrapServers());
			records.send("explicit.orders", "7").awaitConsumedBy("explicit");
		}

	}

	@Nested
	@SpringBootTest(classes = OwnFactories.class)
	@TestPropertySource("file:${user.dir}/src/test/resources/explicit-classes.properties")
	class WithFactoriesByHandAlone {

		@Test
		void theListenerReadsFromTheClusterOfTheTests(@Autowired TestRecords records) {
			records.send("explicit.orders", "7").awaitConsumedBy("by-hand");
		}

	}

	@Nested
	@SpringBootTest(classes = BootsClasses.class, properties = "kafka.test.enabled=false")
	class WhenSwitchedOff {

		@Test
		void nothingOfOursIsThere(@Autowired ApplicationContext context) {
			assertThat(context.getBeanDefinitionNames()).noneMatch((name) -> name.startsWith("kafkaTest"));
		}

	}

	@Nested
	@SpringBootTest(classes = BootsClasses.class, properties = "spring.autoconfigure.exclude="
			+ "io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration")
	class WhenExcluded {

		@Test
		void thereIsNoBroker(@Autowired ApplicationContext context) {
			assertThat(context.getBeanNamesForType(TestBroker.class)).isEmpty();
		}

	}

	@Nested
	@SpringBootTest(classes = ExcludingApplication.class)
	class WhenExcludedByTheApplication {

		@Test
		void thereIsNoBroker(@Autowired ApplicationContext context) {
			assertThat(context.getBeanNamesForType(TestBroker.class)).isEmpty();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = "io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration",
			exclude = KafkaAutoConfiguration.class)
	static class ExcludingApplication {

	}

	@Nested
	@JsonTest
	@ContextConfiguration(classes = Application.class)
	@ImportAutoConfiguration(KafkaAutoConfiguration.class)
	class InASliceWithKafka {

		@Test
		void theClusterIsThatOfTheTests(@Autowired ProducerFactory<?, ?> producers, @Autowired TestBroker broker) {
			assertThat(producers.getConfigurationProperties().get("bootstrap.servers")).asString()
				.contains(broker.bootstrapServers());
		}

	}

	@Nested
	@JsonTest
	@ContextConfiguration(classes = Application.class)
	class InASliceWithoutKafka {

		@Test
		void thereIsNoBroker(@Autowired ApplicationContext context) {
			assertThat(context.getBeanNamesForType(TestBroker.class)).isEmpty();
		}

	}

	@SpringBootApplication(scanBasePackages = "none")
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class BootsClasses {

		@KafkaListener(id = "explicit", topics = "explicit.orders", autoStartup = "${explicit.start:true}",
				properties = "auto.offset.reset=earliest")
		void on(String order) {
		}

	}

	@EnableKafka
	@Configuration(proxyBeanMethods = false)
	static class OwnFactories {

		@Bean
		ConcurrentKafkaListenerContainerFactory<Object, Object> kafkaListenerContainerFactory(
				@Value("${spring.kafka.bootstrap-servers}") String servers) {
			String deserializer = "org.apache.kafka.common.serialization.StringDeserializer";
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = new ConcurrentKafkaListenerContainerFactory<>();
			factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(Map.of("bootstrap.servers", servers,
					"key.deserializer", deserializer, "value.deserializer", deserializer)));
			return factory;
		}

		@KafkaListener(id = "by-hand", topics = "explicit.orders", properties = "auto.offset.reset=earliest")
		void on(String order) {
		}

	}

}
