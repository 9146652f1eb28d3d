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

import io.omninode.kafka.test.broker.BrokerUser;
import io.omninode.kafka.test.broker.RunningBrokers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class PropertyRulesTests {

	@Test
	void whenNothingIsSetTheDefaultsAreValid() {
		KafkaTestProperties properties = bind();
		assertThat(properties.enabled()).isTrue();
		assertThat(properties.broker()).isEqualTo(KafkaTestProperties.Broker.AUTO);
		assertThat(properties.bootstrapServers()).isNull();
		assertThat(properties.whenUnavailable()).isEqualTo(KafkaTestProperties.WhenUnavailable.SKIP);
		assertThat(properties.consumerGroupPrefix()).isEqualTo("archon-intelligence-test");
		assertThat(properties.consumer()).hasToString("Consumer[autoOffsetReset=earliest, enableAutoCommit=true, "
				+ "maxPollRecords=100, sessionTimeout=PT30S, heartbeatInterval=PT10S, properties=[]]");
		assertThat(properties.producer())
			.hasToString("Producer[acks=all, retries=3, maxInFlightRequests=1, properties=[]]");
		assertThat(properties.correlation()).hasToString("Correlation[field=correlation_id, header=correlation_id, "
				+ "springHeader=false, key=false, order=[]]");
		assertThat(properties.reply().timeout()).hasSeconds(10);
		assertThat(properties.flow().timeout()).hasSeconds(30);
		assertThat(properties.connectivity())
			.hasToString("Connectivity[maxRetries=10, initialDelay=PT2S, multiplier=1.5, timeout=PT1S]");
		assertThat(properties.embedded())
			.hasToString("Embedded[brokers=1, securityProtocol=PLAINTEXT, isolated=false, properties={}]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					topic.partitions                 | 0     | It must be 1 or more.
					topic.replication-factor         | -1    | It must be 1 or more.
					consumer.max-poll-records        | 0     | It must be 1 or more.
					consumer.session-timeout         | 0s    | It must be longer than zero.
					consumer.heartbeat-interval      | 30s   | It must be shorter than kafka.test.consumer.session-timeout.
					producer.acks                    | some  | It must be all, -1, 0 or 1.
					producer.retries                 | -1    | It must not be negative.
					producer.max-in-flight-requests  | 0     | It must be 1 or more.
					reply.timeout                    | -1s   | It must be longer than zero.
					flow.timeout                     | 0s    | It must be longer than zero.
					tap.max-records                  | 0     | It must be 1 or more.
					tap.max-age                      | 0s    | It must be longer than zero.
					connectivity.max-retries         | 0     | It must be 1 or more.
					connectivity.initial-delay       | 0s    | It must be longer than zero.
					connectivity.multiplier          | 0.5   | It must be 1 or more.
					connectivity.timeout             | 0s    | It must be longer than zero.
					embedded.brokers                 | 0     | The embedded cluster has 1 to 9 brokers: all of them run in the JVM of the tests.
					embedded.brokers                 | 10    | The embedded cluster has 1 to 9 brokers: all of them run in the JVM of the tests.
					consumer-group-prefix            | ' '   | It must not be empty.
					topics.orders                    | a b   | Topic name is invalid: 'a b' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'.
					schema-registry-url              | here  | It is not a URL. Write it like http://localhost:8081.
					""")
	void whenAValueCannotWorkItIsRefusedWithTheReason(String name, String value, String reason) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> bind("kafka.test." + name + "=" + value))
			.satisfies((ex) -> {
				assertThat(ex.getName()).isEqualTo("kafka.test." + name);
				assertThat(ex.getReason()).isEqualTo(reason);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:", "localhost:port", ":9092", "http://localhost:9092",
			"PLAINTEXT://localhost:9092", "localhost:0", "localhost:65536", "localhost:9092/kafka" })
	void whenAnAddressIsMalformedItIsRefused(String address) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> bind("kafka.test.bootstrap-servers=good:9092," + address))
			.satisfies((ex) -> assertThat(ex.getReason()).isEqualTo("<" + address
					+ "> is not host:port. Write it like localhost:9092, several separated by commas, without a scheme, "
					+ "or remove it to use the embedded broker."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:9092", "a.b:1,c:2", "127.0.0.1:9092", "[::1]:9092", "my_host:9092" })
	void whenAnAddressIsWellFormedItIsTaken(String addresses) {
		assertThat(bind("kafka.test.bootstrap-servers=" + addresses).bootstrapServers())
			.containsExactly(addresses.split(","));
	}

	@Test
	void secretsAreNotPartOfTheText() {
		KafkaTestProperties properties = bind("kafka.test.consumer.properties.sasl.jaas.config=secret",
				"kafka.test.producer.properties.ssl.key.password=secret");
		assertThat(properties.consumer().properties()).containsEntry("sasl.jaas.config", "secret");
		assertThat(properties).asString().doesNotContain("secret").contains("ssl.key.password");
	}

	@Test
	void whenNoPlaceForACorrelationIdIsLeftThatIsRefused() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> bind("kafka.test.correlation.field=", "kafka.test.correlation.header="))
			.satisfies((ex) -> assertThat(((InvalidConfigurationPropertyValueException) ex).getReason())
				.isEqualTo("It must not be empty where kafka.test.correlation.field is empty too, and "
						+ "kafka.test.correlation.spring-header and kafka.test.correlation.key are false: "
						+ "without any of them no reply can be told from another."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kafka.test.correlation.field=id", "kafka.test.correlation.header=id",
			"kafka.test.correlation.spring-header=true", "kafka.test.correlation.key=true" })
	void onePlaceForACorrelationIdIsEnough(String place) {
		assertThat(bind("kafka.test.correlation.field=", "kafka.test.correlation.header=", place)).isNotNull();
	}

	@Test
	void whenAValueIsOfTheWrongTypeItsPropertyIsNamed() {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind("kafka.test.broker=redpanda"))
			.withMessageContaining("'kafka.test.broker'");
	}

	@Test
	void whenAServerIsMalformedTheFailureAnalysisTellsValueOriginAndReason(CapturedOutput output) {
		assertFailsToStart("--kafka.test.bootstrap-servers=kafka");
		assertThat(output).contains("Invalid value 'kafka' for configuration property 'kafka.test.bootstrap-servers' "
				+ "(originating from '\"kafka.test.bootstrap-servers\" from property source \"commandLineArgs\"'). "
				+ "Validation failed for the following reason:");
		assertThat(output).contains("<kafka> is not host:port. Write it like localhost:9092");
	}

	@Test
	void whenEmbeddedAndServersAreBothAskedForTheFailureAnalysisNamesBoth(CapturedOutput output) {
		assertFailsToStart("--kafka.test.broker=embedded", "--kafka.test.bootstrap-servers=kafka:9092");
		assertThat(output)
			.contains("Invalid value 'embedded' for configuration property 'kafka.test.broker' "
					+ "(originating from '\"kafka.test.broker\" from property source \"commandLineArgs\"').")
			.contains("It contradicts kafka.test.bootstrap-servers=kafka:9092 (from \"kafka.test.bootstrap-servers\" "
					+ "from property source \"commandLineArgs\"), which names an external cluster. Remove one of the two.");
	}

	@Test
	void whenABrokerPropertyIsReservedTheFailureAnalysisTellsWhatToDo(CapturedOutput output) {
		assertFailsToStart("--kafka.test.embedded.properties.listeners=PLAINTEXT://0.0.0.0:9092");
		assertThat(output)
			.contains("kafka.test.embedded.properties.listeners=PLAINTEXT://0.0.0.0:9092 cannot be set: "
					+ "the embedded broker chooses its own address, role and directory.")
			.contains("Remove it, or run a cluster of your own and name it with kafka.test.bootstrap-servers.");
	}

	@Test
	void whenThereAreFewerBrokersThanReplicasTheFailureAnalysisTellsWhatToDo(CapturedOutput output) {
		assertFailsToStart("--kafka.test.topic.replication-factor=3", "--kafka.test.embedded.brokers=2");
		assertThat(output)
			.contains("Invalid value '3' for configuration property 'kafka.test.topic.replication-factor'")
			.contains("The embedded cluster has 2 brokers. Raise kafka.test.embedded.brokers, or lower it.");
	}

	@Test
	void whenAnInternalTopicNeedsMoreReplicasThanBrokersTheFailureAnalysisTellsWhatToDo(CapturedOutput output) {
		assertFailsToStart("--kafka.test.embedded.properties.offsets.topic.replication.factor=3");
		assertThat(output)
			.contains("kafka.test.embedded.properties.offsets.topic.replication.factor=3 cannot be set: "
					+ "the embedded cluster has 1 broker.")
			.contains("Lower it, or raise kafka.test.embedded.brokers.");
	}

	@Test
	void whenABrokerPropertyMakesNoSenseTheStartFailsOnceWithItsCause(CapturedOutput output) {
		assertFailsToStart("--kafka.test.embedded.properties.num.io.threads=zero");
		assertThat(output)
			.containsOnlyOnce("Description:\n\nThe embedded Kafka broker did not start: "
					+ "org.apache.kafka.common.config.ConfigException: "
					+ "Invalid value zero for configuration num.io.threads: Not a number of type INT\n\nAction:")
			.containsOnlyOnce("Correct or remove kafka.test.embedded.properties.num.io.threads.");
	}

	@Test
	void besideAContextThatRunsTheFailureAnalysisTellsTheSame(CapturedOutput output) {
		BrokerUser running = new RunningContext();
		RunningBrokers.ofThisJvm().enter(running);
		try {
			whenThereAreFewerBrokersThanReplicasTheFailureAnalysisTellsWhatToDo(output);
			whenAnInternalTopicNeedsMoreReplicasThanBrokersTheFailureAnalysisTellsWhatToDo(output);
			whenABrokerPropertyMakesNoSenseTheStartFailsOnceWithItsCause(output);
		}
		finally {
			RunningBrokers.ofThisJvm().leave(running);
		}
	}

	private static void assertFailsToStart(String... args) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> application.run(args));
	}

	private static KafkaTestProperties bind(String... values) {
		StandardEnvironment environment = new StandardEnvironment();
		TestPropertyValues.of(values).applyTo(environment);
		return PropertyRules.bind(environment);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class,
			KafkaAutoConfiguration.class })
	static class Application {

	}

	/**
	 * Uses the shared brokers, and contends with nobody.
	 */
	static class RunningContext implements BrokerUser {

		@Override
		public boolean contendsWith(BrokerUser other) {
			return false;
		}

		@Override
		public boolean isActive() {
			return true;
		}

	}

}
