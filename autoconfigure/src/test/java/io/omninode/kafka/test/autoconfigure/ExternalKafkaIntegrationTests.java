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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.fixture.KafkaProcess;
import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag(KafkaTags.KAFKA)
@Tag(KafkaTags.INTEGRATION)
class ExternalKafkaIntegrationTests {

	private static final String SERVERS = "--kafka.test.bootstrap-servers=";

	private static final String PLAINTEXT = "--kafka.test.security-protocol=PLAINTEXT";

	private static final String DEAD = "127.0.0.1:1";

	private static KafkaProcess kafka;

	@BeforeAll
	static void startKafka() {
		kafka = KafkaProcess.start();
	}

	@AfterAll
	static void stopKafka() {
		kafka.stop();
	}

	@Test
	void aPropertyNamesTheCluster() throws Exception {
		try (ConfigurableApplicationContext context = run(Map.of(), SERVERS + kafka.bootstrapServers(), PLAINTEXT)) {
			EchoChecks.assertUses(context, kafka.bootstrapServers());
			EchoChecks.assertWorks(context);
		}
	}

	@Test
	void theVariableNamesTheCluster() throws Exception {
		try (ConfigurableApplicationContext context = run(variable(kafka.bootstrapServers()), PLAINTEXT)) {
			EchoChecks.assertUses(context, kafka.bootstrapServers());
			EchoChecks.assertWorks(context);
		}
	}

	@Test
	void aPropertyOfTheTestBeatsTheVariable() {
		try (ConfigurableApplicationContext context = run(variable(DEAD), SERVERS + kafka.bootstrapServers(),
				PLAINTEXT)) {
			EchoChecks.assertUses(context, kafka.bootstrapServers());
		}
	}

	@Test
	void theVariableBeatsAConfigurationFile(@TempDir Path directory) throws IOException {
		try (ConfigurableApplicationContext context = run(variable(kafka.bootstrapServers()), PLAINTEXT,
				configurationFile(directory, DEAD))) {
			EchoChecks.assertUses(context, kafka.bootstrapServers());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void whenTheVariableIsEmptyTheConfigurationFileDecides(String value, @TempDir Path directory) throws IOException {
		try (ConfigurableApplicationContext context = run(variable(value), PLAINTEXT,
				configurationFile(directory, kafka.bootstrapServers()))) {
			EchoChecks.assertUses(context, kafka.bootstrapServers());
		}
	}

	@Test
	void theApplicationsSaslSettingsStayInForceWithTheProtocolOfTheTest() throws Exception {
		try (ConfigurableApplicationContext context = run(Map.of(), SERVERS + kafka.saslBootstrapServers(),
				"--kafka.test.security-protocol=SASL_PLAINTEXT")) {
			EchoChecks.assertUses(context, kafka.saslBootstrapServers());
			EchoChecks.assertWorks(context);
		}
	}

	@Test
	void theApplicationsOwnProtocolStaysInForce() throws Exception {
		try (ConfigurableApplicationContext context = run(Map.of(), SERVERS + kafka.saslBootstrapServers(),
				"--spring.kafka.security.protocol=SASL_PLAINTEXT")) {
			EchoChecks.assertUses(context, kafka.saslBootstrapServers());
			EchoChecks.assertWorks(context);
		}
	}

	@Test
	void whenTheApplicationsPasswordIsWrongOurClientsAreRefusedToo() {
		try (ConfigurableApplicationContext context = run(Map.of(), SERVERS + kafka.saslBootstrapServers(),
				"--kafka.test.security-protocol=SASL_PLAINTEXT", "--spring.kafka.listener.auto-startup=false",
				"--spring.kafka.admin.auto-create=false",
				"--spring.kafka.properties[sasl.jaas.config]=" + KafkaProcess.jaasConfig(KafkaProcess.USER, "wrong"))) {
			Admin admin = context.getBean("kafkaTestAdmin", Admin.class);
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> admin.listTopics().names().get())
				.withCauseInstanceOf(SaslAuthenticationException.class);
		}
	}

	/**
	 * Start the application as it is in production, with the arguments, and with an
	 * engine that refuses to start an embedded broker.
	 */
	private static ConfigurableApplicationContext run(Map<String, Object> variables, String... args) {
		StandardEnvironment environment = new StandardEnvironment();
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
		SpringApplication application = new SpringApplication(EchoApplication.class);
		application.setEnvironment(environment);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.addInitializers(
				(context) -> context.getBeanFactory().registerSingleton("noEmbeddedBroker", noEmbeddedBroker()));
		return application.run(args);
	}

	private static BrokerEngine noEmbeddedBroker() {
		return (specification) -> {
			throw new AssertionError("An embedded broker was asked for");
		};
	}

	private static Map<String, Object> variable(String value) {
		return Map.of("TEST_KAFKA_BOOTSTRAP_SERVERS", value);
	}

	private static String configurationFile(Path directory, String servers) throws IOException {
		Path file = Files.writeString(directory.resolve("cluster.properties"),
				"kafka.test.bootstrap-servers=" + servers);
		return "--spring.config.additional-location=" + file.toUri();
	}

	private static List<KafkaConnectionDetails.Configuration> clients(KafkaConnectionDetails details) {
		return List.of(details.getConsumer(), details.getProducer(), details.getAdmin(), details.getStreams());
	}

	/**
	 * Stop what would call for a cluster that is gone, for as long as the context stays
	 * in the cache.
	 */
	private static void stopClients(ApplicationContext context) {
		context.getBeansOfType(SmartLifecycle.class).values().forEach(SmartLifecycle::stop);
	}

	/**
	 * As tests with Testcontainers do.
	 */
	@Nested
	@SpringBootTest(classes = EchoApplication.class, properties = "spring.kafka.security.protocol=PLAINTEXT")
	@ActiveProfiles("other-kafka")
	class WhenTheTestRegistersTheApplicationsServers {

		@DynamicPropertySource
		static void servers(DynamicPropertyRegistry registry) {
			registry.add("spring.kafka.bootstrap-servers", kafka::bootstrapServers);
		}

		@AfterAll
		static void letGo(@Autowired ApplicationContext context) {
			stopClients(context);
		}

		@Test
		void thatClusterIsUsed(@Autowired ApplicationContext context) throws Exception {
			EchoChecks.assertUses(context, kafka.bootstrapServers());
			EchoChecks.assertWorks(context);
		}

		@Test
		void serversOfSingleClientsInConfigurationFilesAreSetAside(@Autowired KafkaConnectionDetails details) {
			assertThat(clients(details)).allSatisfy(
					(client) -> assertThat(client.getBootstrapServers()).containsExactly(kafka.bootstrapServers()));
		}

	}

	@Nested
	@SpringBootTest(classes = EchoApplication.class, properties = "spring.kafka.security.protocol=PLAINTEXT")
	@ActiveProfiles("other-protocols")
	class WhenTheTestSetsTheProtocolForAllClients {

		@DynamicPropertySource
		static void servers(DynamicPropertyRegistry registry) {
			registry.add("spring.kafka.bootstrap-servers", kafka::bootstrapServers);
		}

		@Test
		void protocolsOfSingleClientsInConfigurationFilesAreSetAside(@Autowired KafkaConnectionDetails details) {
			assertThat(clients(details))
				.allSatisfy((client) -> assertThat(client.getSecurityProtocol()).isEqualTo("PLAINTEXT"));
		}

	}

	@Nested
	@SpringBootTest(classes = EchoApplication.class, properties = "kafka.test.bootstrap-servers=" + DEAD)
	class WhenTheTestRegistersOurServers {

		@DynamicPropertySource
		static void servers(DynamicPropertyRegistry registry) {
			registry.add("kafka.test.bootstrap-servers", kafka::bootstrapServers);
			registry.add("kafka.test.security-protocol", () -> "PLAINTEXT");
		}

		@AfterAll
		static void letGo(@Autowired ApplicationContext context) {
			stopClients(context);
		}

		@Test
		void thatClusterIsUsed(@Autowired ApplicationContext context) throws Exception {
			EchoChecks.assertUses(context, kafka.bootstrapServers());
			EchoChecks.assertWorks(context);
		}

	}

}
