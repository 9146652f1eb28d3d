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

import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.RoutingKafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RoutedFactories}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RoutedFactoriesTests {

	private final RoutingKafkaTemplate template = new RoutingKafkaTemplate(
			Map.of(Pattern.compile(".*"), new DefaultKafkaProducerFactory<>(Map.of())));

	@Test
	void theFactoriesOfARoutingTemplateThatCannotBeSeenAreMentioned(CapturedOutput output) {
		assertThat(RoutedFactories.of(this.template)).hasSize(1);
		assertThat(output).doesNotContain("RoutingKafkaTemplate");
		assertThat(RoutedFactories.of(this.template, null)).isEmpty();
		assertThat(output)
			.contains("The producers of a RoutingKafkaTemplate cannot be seen with this version of Spring "
					+ "Kafka: awaitQuiet does not wait for their records, unless their factories are beans");
	}

}
