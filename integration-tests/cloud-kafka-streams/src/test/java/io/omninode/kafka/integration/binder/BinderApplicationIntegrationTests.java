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

package io.omninode.kafka.integration.binder;

import java.time.Duration;

import io.omninode.kafka.integration.parts.ForbiddenCluster;
import io.omninode.kafka.test.application.ApplicationReadiness;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Kafka Streams binder, however the application names its cluster.
 */
@Tag(KafkaTags.KAFKA)
class BinderApplicationIntegrationTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	@ParameterizedTest
	@ValueSource(strings = { "spring.cloud.stream.kafka.streams.binder.brokers",
			"spring.cloud.stream.kafka.streams.binder.functions.shouting.configuration.bootstrap.servers",
			"spring.cloud.stream.binders.one.environment.spring.cloud.stream.kafka.streams.binder.brokers",
			"spring.kafka.bootstrap-servers" })
	void theBinderUsesTheClusterOfTheTestsAndIsAwaited(String name) throws Exception {
		try (ForbiddenCluster production = new ForbiddenCluster();
				ConfigurableApplicationContext context = run(name, production)) {
			context.getBean(ApplicationReadiness.class).await();
			assertThat(context.getBeansOfType(StreamsBuilderFactoryBean.class).values()).singleElement()
				.satisfies((streams) -> assertThat(streams.getKafkaStreams()).isNotNull()
					.extracting(KafkaStreams::state)
					.isEqualTo(KafkaStreams.State.RUNNING));
			TestRecords records = context.getBean(TestRecords.class);
			records.send("words", "1", "one").awaitConsumed(LONG);
			assertThat(records.on("shouts").await().as(String.class)).isEqualTo("ONE");
			context.getBean(FlowTracker.class).awaitQuiet(LONG);
			assertThat(production.connections()).isZero();
		}
	}

	private static ConfigurableApplicationContext run(String name, ForbiddenCluster production) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(BinderApplication.class)
			.web(WebApplicationType.NONE);
		String property = "--" + name + "=" + production.address();
		return name.contains(".binders.") ? application.run("--spring.cloud.stream.binders.one.type=kstream",
				"--spring.cloud.stream.default-binder=one", property) : application.run(property);
	}

}
