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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.connectivity.KafkaConnectivity;
import io.omninode.kafka.test.connectivity.Reachability;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications on a secured embedded cluster, which are configured for another one.
 */
@Tag(KafkaTags.KAFKA)
@ExtendWith(OutputCaptureExtension.class)
class SecuredApplicationIntegrationTests {

	private static final String[] PRODUCTION = { "--spring.kafka.bootstrap-servers=kafka.production.invalid:9093",
			"--spring.kafka.security.protocol=SASL_SSL", "--spring.kafka.properties.sasl.mechanism=SCRAM-SHA-512",
			"--spring.kafka.properties.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;",
			"--spring.kafka.consumer.properties.sasl.mechanism=SCRAM-SHA-256",
			"--spring.kafka.producer.security.protocol=SASL_PLAINTEXT",
			"--spring.kafka.ssl.trust-store-location=file:/no/such/trust-store.jks",
			"--spring.kafka.ssl.trust-store-password=secret", "--spring.kafka.ssl.protocol=TLSv1.3",
			"--spring.kafka.producer.ssl.keyStoreLocation=file:/no/such/key-store.jks" };

	@ParameterizedTest
	@EnumSource(names = "PLAINTEXT", mode = EnumSource.Mode.EXCLUDE)
	void itsClientsAndOursAreConfiguredByThemselves(SecurityProtocol protocol) throws Exception {
		try (ConfigurableApplicationContext context = run(protocol, PRODUCTION)) {
			assertThat(context.getBean(ReplyAwaiter.class).exchange("validation").send(Map.of("a", 1)).await().json())
				.isNotNull();
			assertThat(context.getBean(KafkaConnectivity.class).probe()).matches(Reachability::isAvailable);
			assertThat(context.getBean("kafkaTestAdmin", Admin.class).describeCluster().nodes().get()).hasSize(1);
			assertThat(context.getBean(TestConsumers.class).consumer("group", "validation-request").listTopics())
				.isNotEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = "PLAINTEXT", mode = EnumSource.Mode.EXCLUDE)
	void aFactoryBuiltByHandFromThePropertiesIsConfiguredToo(SecurityProtocol protocol) throws Exception {
		try (ConfigurableApplicationContext context = run(protocol, PRODUCTION)) {
			Map<String, Object> properties = context.getBean(KafkaProperties.class).buildProducerProperties();
			sendTo(new DefaultKafkaProducerFactory<>(properties, new StringSerializer(), new StringSerializer()));
			sendTo(new DefaultKafkaProducerFactory<>(context.getBean(TestBroker.class).clientProperties(),
					new StringSerializer(), new StringSerializer()));
		}
	}

	private static void sendTo(DefaultKafkaProducerFactory<String, String> factory)
			throws InterruptedException, ExecutionException {
		try {
			assertThat(new KafkaTemplate<>(factory).send("orders", "order-42").get().getRecordMetadata().topic())
				.isEqualTo("orders");
		}
		finally {
			factory.destroy();
		}
	}

	@Test
	void theKeysAreAnSslBundle() throws Exception {
		try (ConfigurableApplicationContext context = run(SecurityProtocol.SSL)) {
			assertThat(context.getBean(SslBundles.class).getBundleNames()).contains("kafka-test");
			assertThat(context.getBean(SslBundles.class).getBundle("kafka-test").getStores().getKeyStore().size())
				.isOne();
			assertThat(context.getEnvironment().getProperty("spring.kafka.ssl.bundle")).isEqualTo("kafka-test");
		}
	}

	@Test
	void aBundleOfTheApplicationsGivesWay() {
		try (ConfigurableApplicationContext context = run(SecurityProtocol.SSL, "--spring.kafka.ssl.bundle=production",
				"--spring.kafka.consumer.ssl.bundle=production",
				"--spring.ssl.bundle.jks.production.truststore.location=file:/no/such/store.jks")) {
			assertThat(context.getBean(ReplyAwaiter.class).exchange("validation").send(Map.of("a", 1)).await().json())
				.isNotNull();
		}
	}

	@Test
	void theLogTellsTheProtocolAndNoSecret(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run(SecurityProtocol.SASL_SSL)) {
			TestBroker broker = context.getBean(TestBroker.class);
			assertThat(output)
				.contains("Tests use the embedded Kafka broker at " + broker.bootstrapServers()
						+ " (SASL_SSL): no cluster is named for tests")
				.doesNotContain(String.valueOf(broker.clientProperties().get("ssl.keystore.password")))
				.doesNotContain("user_kafka-test");
		}
	}

	@Test
	void whenTheClusterIsExternalItsSecurityStaysTheApplications() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ApplicationTest.Application.class)
			.run("--kafka.test.embedded.security-protocol=SSL", "--kafka.test.bootstrap-servers=localhost:1",
					"--spring.kafka.properties.sasl.mechanism=GSSAPI", "--spring.kafka.admin.auto-create=false")) {
			assertThat(context.getEnvironment().getProperty("spring.kafka.ssl.bundle")).isNull();
			assertThat(context.getBean(KafkaProperties.class).buildAdminProperties())
				.containsEntry("sasl.mechanism", "GSSAPI")
				.doesNotContainKey("ssl.truststore.location");
		}
	}

	private static ConfigurableApplicationContext run(SecurityProtocol protocol, String... production) {
		List<String> args = new ArrayList<>(List.of(production));
		args.add("--kafka.test.embedded.security-protocol=" + protocol);
		return new SpringApplicationBuilder(EchoApplication.class).run(args.toArray(String[]::new));
	}

}
