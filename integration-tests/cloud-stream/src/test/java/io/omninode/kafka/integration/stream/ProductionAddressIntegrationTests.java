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

package io.omninode.kafka.integration.stream;

import java.nio.charset.StandardCharsets;

import io.omninode.kafka.integration.parts.ForbiddenCluster;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However the application names the cluster of its binder, a test does not connect to it.
 */
@Tag(KafkaTags.KAFKA)
class ProductionAddressIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "spring.cloud.stream.kafka.binder.brokers",
			"spring.cloud.stream.kafka.binder.consumer-properties.bootstrap.servers",
			"spring.cloud.stream.kafka.binder.producer-properties.bootstrap.servers",
			"spring.cloud.stream.binders.one.environment.spring.kafka.bootstrap-servers",
			"spring.cloud.stream.binders.one.environment.spring.cloud.stream.kafka.binder.brokers" })
	void theBinderUsesTheClusterOfTheTests(String name) throws Exception {
		try (ForbiddenCluster production = new ForbiddenCluster();
				ConfigurableApplicationContext context = run(name + "=" + production.address())) {
			TestRecords records = context.getBean(TestRecords.class);
			records.send("orders", "1", "one".getBytes(StandardCharsets.UTF_8));
			assertThat(records.on("invoices").await().record().value()).asString(StandardCharsets.UTF_8)
				.isEqualTo("invoice for one");
			assertThat(production.connections()).isZero();
		}
	}

	private static ConfigurableApplicationContext run(String property) {
		return new SpringApplicationBuilder(StreamApplication.class).web(WebApplicationType.NONE)
			.run("--spring.cloud.stream.binders.one.type=kafka", "--spring.cloud.stream.default-binder=one",
					"--" + property);
	}

}
