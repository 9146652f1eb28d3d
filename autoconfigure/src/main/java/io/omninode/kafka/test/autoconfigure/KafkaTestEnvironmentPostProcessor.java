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

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * Reads the environment variables {@code TEST_KAFKA_BOOTSTRAP_SERVERS} and
 * {@code TEST_SCHEMA_REGISTRY_URL}, which have the same precedence as other environment
 * variables.
 */
class KafkaTestEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final Map<String, String> VARIABLES = Map.of("TEST_KAFKA_BOOTSTRAP_SERVERS",
			"kafka.test.bootstrap-servers", "TEST_SCHEMA_REGISTRY_URL", "kafka.test.schema-registry-url");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		addVariables(environment.getPropertySources());
	}

	private void addVariables(MutablePropertySources sources) {
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		PropertySource<?> system = sources.get(name);
		if (system != null) {
			Map<String, Object> values = new LinkedHashMap<>();
			VARIABLES.forEach((variable, property) -> {
				Object value = system.getProperty(variable);
				if (value != null && StringUtils.hasText(value.toString())) {
					values.put(property, OriginTrackedValue.of(value, new SystemEnvironmentOrigin(variable)));
				}
			});
			sources.addAfter(name, new OriginTrackedMapPropertySource("kafkaTestEnvironmentVariables", values));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
