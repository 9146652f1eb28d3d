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

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the service, with all beans of the starter beside it.
 */
final class BenchmarkContext {

	private static final String BYTES = "org.apache.kafka.common.serialization.ByteArray";

	static final Map<String, Object> PROPERTIES = Map.ofEntries(Map.entry("spring.main.web-application-type", "none"),
			Map.entry("spring.main.banner-mode", "off"), Map.entry("logging.level.root", "WARN"),
			Map.entry("logging.level.org.apache.kafka", "ERROR"),
			Map.entry("kafka.test.topics.echo-request", EchoService.REQUESTS),
			Map.entry("kafka.test.topics.echo-response", EchoService.REPLIES),
			Map.entry("spring.kafka.consumer.key-deserializer", BYTES + "Deserializer"),
			Map.entry("spring.kafka.consumer.value-deserializer", BYTES + "Deserializer"),
			Map.entry("spring.kafka.producer.key-serializer", BYTES + "Serializer"),
			Map.entry("spring.kafka.producer.value-serializer", BYTES + "Serializer"),
			Map.entry("spring.kafka.producer.properties.linger.ms", "0"));

	private BenchmarkContext() {
	}

	static ConfigurableApplicationContext run(String... properties) {
		SpringApplication application = new SpringApplication(EchoService.class);
		application.setDefaultProperties(PROPERTIES);
		return application.run(properties);
	}

}
