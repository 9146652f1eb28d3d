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

package io.omninode.kafka.test.record;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Records that the application publishes while it starts, before the test method begins.
 */
@SpringBootTest(classes = EarlierRecordIntegrationTests.Application.class)
@KafkaTest
class EarlierRecordIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	@Autowired
	private TestRecords records;

	@Autowired
	private TestConsumers consumers;

	@Test
	void theFailureSaysWhereItIsAndWhatReadsIt() {
		assertThatExceptionOfType(MissingRecordError.class)
			.isThrownBy(() -> this.records.on("earlier.one").await(SHORT))
			.withMessage("""
					No record on <earlier.one> within 200ms.

					Evidence: nothing was published there since the test method began
					          1 record before it, at earlier.one-0@0; consumers.fromBeginning() reads it
					""");
		Consumer<String, JsonNode> consumer = this.consumers.fromBeginning().consumer("earlier", "earlier.one");
		assertThat(consumer.poll(Duration.ofMinutes(1)).iterator().next().value().asString()).isEqualTo("started");
	}

	@Test
	void ofManyTheLastIsNamed() {
		assertThatExceptionOfType(MissingRecordError.class)
			.isThrownBy(() -> this.records.on("earlier.many").awaitAll(2, SHORT))
			.withMessageContaining(
					"3 records before it, the last at earlier.many-0@2; " + "consumers.fromBeginning() reads them");
	}

	@Test
	void onlyThoseAreNamedThatWouldHaveCounted() {
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(
				() -> this.records.on("earlier.many").matching((record) -> record.key().equals("second")).await(SHORT))
			.withMessageContaining("1 record before it, at earlier.many-0@1; ");
		assertThatExceptionOfType(MissingRecordError.class)
			.isThrownBy(
					() -> this.records.on("earlier.many").matching((record) -> record.key().equals("4th")).await(SHORT))
			.withMessageNotContaining("before it");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		ApplicationRunner publisher(KafkaTemplate<String, String> template) {
			return (arguments) -> {
				template.send("earlier.one", "started").get(1, TimeUnit.MINUTES);
				template.send("earlier.many", "first", "1").get(1, TimeUnit.MINUTES);
				template.send("earlier.many", "second", "2").get(1, TimeUnit.MINUTES);
				template.send("earlier.many", "third", "3").get(1, TimeUnit.MINUTES);
			};
		}

	}

}
