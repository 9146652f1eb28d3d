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

package io.omninode.kafka.test.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for embedded clusters that ask their clients who they are.
 */
@Tag(KafkaTags.KAFKA)
class SecuredBrokerIntegrationTests {

	private static final Map<SecurityProtocol, RunningBroker> SHARED = new EnumMap<>(SecurityProtocol.class);

	private final String topic = "orders-" + UUID.randomUUID();

	@AfterAll
	static void closeShared() {
		SHARED.values().forEach(RunningBroker::close);
	}

	@ParameterizedTest
	@EnumSource(names = "PLAINTEXT", mode = EnumSource.Mode.EXCLUDE)
	void aClientWithTheCredentialsIsServed(SecurityProtocol protocol) throws Exception {
		RunningBroker broker = shared(protocol);
		assertThat(send(broker, broker.clientProperties()).offset()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = "PLAINTEXT", mode = EnumSource.Mode.EXCLUDE)
	void transactionsWork(SecurityProtocol protocol) {
		RunningBroker broker = shared(protocol);
		Map<String, Object> properties = properties(broker, broker.clientProperties());
		properties.put("transactional.id", this.topic);
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(properties, new StringSerializer(),
				new StringSerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			producer.send(new ProducerRecord<>(this.topic, "order-42"));
			producer.commitTransaction();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SSL", "SASL_SSL" })
	void brokersOfAClusterTrustEachOther(SecurityProtocol protocol) throws Exception {
		try (RunningBroker cluster = start(2, protocol)) {
			send(cluster, cluster.clientProperties());
			try (Admin admin = Admin.create(properties(cluster, cluster.clientProperties()))) {
				Awaitility.await()
					.atMost(Duration.ofMinutes(1))
					.ignoreExceptions()
					.untilAsserted(() -> assertThat(admin.describeTopics(List.of(this.topic))
						.allTopicNames()
						.get()
						.get(this.topic)
						.partitions()).allSatisfy((partition) -> assertThat(partition.isr()).hasSize(2)));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = "PLAINTEXT", mode = EnumSource.Mode.EXCLUDE)
	void aClientWithoutSecurityIsRefused(SecurityProtocol protocol) {
		RunningBroker broker = shared(protocol);
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> send(broker, Map.of("max.block.ms", "1000", "reconnect.backoff.ms", "200")))
			.withCauseInstanceOf(TimeoutException.class);
	}

	@Test
	void aClientWithoutCertificateIsRefused() {
		RunningBroker broker = shared(SecurityProtocol.SSL);
		Map<String, String> trustOnly = new HashMap<>(broker.clientProperties());
		trustOnly.keySet().removeIf((name) -> name.startsWith("ssl.key"));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> send(broker, trustOnly))
			.withCauseInstanceOf(AuthenticationException.class);
	}

	@ParameterizedTest
	@EnumSource(names = { "SASL_PLAINTEXT", "SASL_SSL" })
	void aClientWithAnotherPasswordIsRefused(SecurityProtocol protocol) {
		RunningBroker broker = shared(protocol);
		Map<String, String> guess = new HashMap<>(broker.clientProperties());
		guess.computeIfPresent("sasl.jaas.config",
				(name, value) -> value.replaceFirst("password=\"[^\"]+\"", "password=\"guess\""));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> send(broker, guess))
			.withCauseInstanceOf(AuthenticationException.class);
	}

	@Test
	void eachClusterHasAPasswordOfItsOwn() {
		try (RunningBroker one = start(1, SecurityProtocol.SASL_PLAINTEXT);
				RunningBroker other = start(1, SecurityProtocol.SASL_PLAINTEXT)) {
			assertThat(one.clientProperties().get("sasl.jaas.config"))
				.isNotEqualTo(other.clientProperties().get("sasl.jaas.config"));
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void nobodyElseCanReadTheKeysAndTheyGoWithTheBroker() throws Exception {
		RunningBroker broker = start(1, SecurityProtocol.SSL);
		Path keys = Path.of(broker.clientProperties().get("ssl.keystore.location"));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.getParent())))
			.isEqualTo("rwx------");
		broker.close();
		assertThat(keys.getParent()).doesNotExist();
	}

	@Test
	void noSecretIsPartOfAText() {
		RunningBroker broker = shared(SecurityProtocol.SASL_SSL);
		String password = broker.clientProperties().get("ssl.keystore.password");
		assertThat(TestBroker.of(broker, Runnable::run).toString()).doesNotContain(password, "password");
		assertThat(broker.toString()).doesNotContain(password, "password");
	}

	private static RunningBroker shared(SecurityProtocol protocol) {
		return SHARED.computeIfAbsent(protocol, (key) -> start(1, key));
	}

	private static RunningBroker start(int brokers, SecurityProtocol protocol) {
		RunningBroker broker = BrokerEngine.kraft().start(new BrokerSpecification(brokers, protocol, Map.of()));
		broker.awaitStarted();
		return broker;
	}

	private RecordMetadata send(RunningBroker broker, Map<String, String> client) throws Exception {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(properties(broker, client),
				new StringSerializer(), new StringSerializer())) {
			return producer.send(new ProducerRecord<>(this.topic, UUID.randomUUID().toString())).get();
		}
	}

	private static Map<String, Object> properties(RunningBroker broker, Map<String, String> client) {
		Map<String, Object> properties = new HashMap<>(client);
		properties.put("bootstrap.servers", broker.bootstrapServers());
		return properties;
	}

}
