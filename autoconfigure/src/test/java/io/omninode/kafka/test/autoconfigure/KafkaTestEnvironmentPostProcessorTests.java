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

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaTestEnvironmentPostProcessorTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void theVariablesSetTheirProperties() {
		process(Map.of("TEST_KAFKA_BOOTSTRAP_SERVERS", "a:1", "TEST_SCHEMA_REGISTRY_URL", "http://b:2"));
		assertThat(this.environment.getProperty("kafka.test.bootstrap-servers")).isEqualTo("a:1");
		assertThat(this.environment.getProperty("kafka.test.schema-registry-url")).isEqualTo("http://b:2");
	}

	@Test
	void anEmptyVariableCountsAsNotSet() {
		process(Map.of("TEST_KAFKA_BOOTSTRAP_SERVERS", " "));
		assertThat(this.environment.containsProperty("kafka.test.bootstrap-servers")).isFalse();
	}

	@Test
	void aVariableRanksAsEnvironmentVariablesDo() {
		this.environment.getPropertySources()
			.addLast(new MapPropertySource("application.yml", Map.of("kafka.test.bootstrap-servers", "file:1")));
		process(Map.of("TEST_KAFKA_BOOTSTRAP_SERVERS", "variable:1"));
		assertThat(this.environment.getProperty("kafka.test.bootstrap-servers")).isEqualTo("variable:1");
		TestPropertyValues.of("kafka.test.bootstrap-servers=inline:1").applyTo(this.environment);
		assertThat(this.environment.getProperty("kafka.test.bootstrap-servers")).isEqualTo("inline:1");
	}

	@Test
	void theOriginOfAValueIsTheVariable() {
		process(Map.of("TEST_KAFKA_BOOTSTRAP_SERVERS", "a:1"));
		OriginLookup<?> lookup = (OriginLookup<?>) this.environment.getPropertySources()
			.get("kafkaTestEnvironmentVariables");
		assertThat(OriginLookup.getOrigin(lookup, "kafka.test.bootstrap-servers"))
			.hasToString("System Environment Property \"TEST_KAFKA_BOOTSTRAP_SERVERS\"");
	}

	private void process(Map<String, Object> variables) {
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		this.environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
		new KafkaTestEnvironmentPostProcessor().postProcessEnvironment(this.environment, new SpringApplication());
	}

}
