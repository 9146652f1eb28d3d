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

package io.omninode.kafka.integration.streams;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaStreamsDefaultConfiguration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts with the same Kafka Streams application, one after the other.
 */
@Tag(KafkaTags.KAFKA)
class StreamsAfterStreamsIntegrationTests {

	/**
	 * Far below the 45 seconds of a session, at whose end the group would go on.
	 */
	private static final Duration NO_STALL = Duration.ofSeconds(20);

	@TempDir
	private Path directory;

	@Test
	void theNextContextProcessesItsFirstRecordAtOnceAndBeginsWithoutState() {
		Path first = assertProcesses("one");
		Path second = assertProcesses("two");
		Path third = assertProcesses("three");
		assertThat(first).isNotEqualTo(second);
		assertThat(second).isNotEqualTo(third);
	}

	private Path assertProcesses(String order) {
		Path state;
		try (ConfigurableApplicationContext context = run()) {
			state = state(context);
			TestRecords records = context.getBean(TestRecords.class);
			records.send("after.orders", order.getBytes(StandardCharsets.UTF_8)).awaitConsumed(NO_STALL);
			assertThat(records.on("after.invoices")
				.matching((record) -> new String(record.record().value(), StandardCharsets.UTF_8).endsWith(order))
				.await(NO_STALL)).isNotNull();
			assertThat(state).isDirectory();
		}
		assertThat(state).doesNotExist();
		return state;
	}

	@Test
	void aDirectoryThatTheTestSetsStays() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StreamsApplication.class)
			.initializers((each) -> TestPropertyValues.of("spring.kafka.streams.state-dir=" + this.directory)
				.applyTo(each.getEnvironment(), TestPropertyValues.Type.MAP, "Inlined Test Properties"))
			.run("--billing.orders=own.orders", "--billing.invoices=own.invoices",
					"--spring.kafka.streams.application-id=own")) {
			assertThat(state(context)).isEqualTo(this.directory);
		}
		assertThat(this.directory).exists();
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnConfiguration.class, OwnConfigurer.class })
	void aDirectoryThatTheCodeOfTheTestSetsStays(Class<?> ofTest) {
		try (ConfigurableApplicationContext context = runWith(ofTest)) {
			assertThat(state(context)).isEqualTo(this.directory);
		}
		assertThat(this.directory).exists();
	}

	@Test
	void aDirectoryThatTheCodeOfTheApplicationSetsIsReplaced() {
		try (ConfigurableApplicationContext context = runWith(OfApplication.class)) {
			assertThat(state(context)).isNotEqualTo(this.directory).isDirectory();
		}
	}

	private ConfigurableApplicationContext runWith(Class<?> type) {
		return new SpringApplicationBuilder(StreamsApplication.class, type).run("--billing.orders=own.orders",
				"--billing.invoices=own.invoices", "--spring.kafka.streams.application-id=own",
				"--own.directory=" + this.directory);
	}

	@Test
	void internalTopicsHaveAsManyReplicasAsThereAreBrokers() {
		try (ConfigurableApplicationContext context = run("--spring.kafka.streams.replication-factor=3")) {
			assertThat(properties(context)).containsEntry("replication.factor", "1");
			context.getBean(TestRecords.class)
				.send("after.orders", "replicated".getBytes(StandardCharsets.UTF_8))
				.awaitConsumed(NO_STALL);
		}
	}

	private static ConfigurableApplicationContext run(String... more) {
		String[] arguments = { "--billing.orders=after.orders", "--billing.invoices=after.invoices",
				"--spring.kafka.streams.application-id=after", "--spring.kafka.streams.state-dir=/production/state" };
		return new SpringApplicationBuilder(StreamsApplication.class)
			.run(Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
	}

	private static Path state(ConfigurableApplicationContext context) {
		return Path.of(properties(context).getProperty("state.dir"));
	}

	private static Properties properties(ConfigurableApplicationContext context) {
		return context.getBean(StreamsBuilderFactoryBean.class).getStreamsConfiguration();
	}

	private static StreamsBuilderFactoryBeanConfigurer setting(String directory) {
		return (factory) -> {
			Properties properties = factory.getStreamsConfiguration();
			properties.put("state.dir", directory);
			factory.setStreamsConfiguration(properties);
		};
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class OwnConfiguration {

		@Bean(KafkaStreamsDefaultConfiguration.DEFAULT_STREAMS_CONFIG_BEAN_NAME)
		KafkaStreamsConfiguration streams(@Value("${own.directory}") String directory, TestBroker broker) {
			return new KafkaStreamsConfiguration(Map.of("bootstrap.servers", broker.bootstrapServers(),
					"application.id", "own", "state.dir", directory));
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class OwnConfigurer {

		@Bean
		StreamsBuilderFactoryBeanConfigurer directory(@Value("${own.directory}") String directory) {
			return setting(directory);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfApplication {

		@Bean
		StreamsBuilderFactoryBeanConfigurer directory(@Value("${own.directory}") String directory) {
			return setting(directory);
		}

	}

}
