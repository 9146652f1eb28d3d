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

package io.omninode.kafka.test.benchmarks.exchanges;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the service, with all beans of the starter beside it.
 */
final class BenchmarkContext {

	private BenchmarkContext() {
	}

	static ConfigurableApplicationContext run(String... properties) {
		SpringApplication application = new SpringApplication(EchoService.class);
		application.setDefaultProperties(java.util.Map.of("spring.main.web-application-type", "none",
				"spring.main.banner-mode", "off", "logging.level.root", "WARN", "logging.level.org.apache.kafka",
				"ERROR", "kafka.test.topics.echo-request", EchoService.REQUESTS, "kafka.test.topics.echo-response",
				EchoService.REPLIES, "spring.kafka.consumer.value-deserializer",
				"org.apache.kafka.common.serialization.ByteArrayDeserializer", "spring.kafka.consumer.key-deserializer",
				"org.apache.kafka.common.serialization.ByteArrayDeserializer", "spring.kafka.producer.value-serializer",
				"org.apache.kafka.common.serialization.ByteArraySerializer", "spring.kafka.producer.key-serializer",
				"org.apache.kafka.common.serialization.ByteArraySerializer"));
		return application.run(properties);
	}

}
