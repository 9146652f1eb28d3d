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

package io.omninode.kafka.test.client;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ClientSettings}.
 */
class ClientSettingsTests {

	private static final String JAAS = "org.apache.kafka.common.security.plain.PlainLoginModule required "
			+ "username=\"u\" password=\"secret-1\";";

	private final ClientSettings settings = new ClientSettings(
			Map.of("bootstrap.servers", "localhost:9092", "security.protocol", "SASL_SSL", "sasl.jaas.config", JAAS,
					"ssl.truststore.password", "secret-2", "max.poll.records", 100, "auto.offset.reset", "earliest"),
			Map.of("bootstrap.servers", "localhost:9092", "acks", "all", "sasl.jaas.config", JAAS),
			Map.of("bootstrap.servers", "localhost:9092", "ssl.key.password", "secret-3"), "my-tests");

	@Test
	void aGroupIdBeginsWithThePrefix() {
		assertThat(this.settings.groupId("audit")).isEqualTo("my-tests-audit");
	}

	@Test
	void theConnectionIsAddressAndSecurityAlone() {
		assertThat(this.settings.consumerConnection())
			.containsExactlyInAnyOrderEntriesOf(Map.of("bootstrap.servers", "localhost:9092", "security.protocol",
					"SASL_SSL", "sasl.jaas.config", JAAS, "ssl.truststore.password", "secret-2"));
	}

	@Test
	void theConnectionIsTheCallersToChange() {
		this.settings.consumerConnection().clear();
		assertThat(this.settings.consumerConnection()).hasSize(4);
	}

	@Test
	void otherValuesOfAConsumerWin() {
		Map<String, Object> properties = this.settings
			.consumerWith(Map.of("max.poll.records", 1, "group.id", "my-tests-audit"));
		assertThat(properties).containsEntry("max.poll.records", 1)
			.containsEntry("group.id", "my-tests-audit")
			.containsEntry("auto.offset.reset", "earliest")
			.hasSize(7);
		assertThat(this.settings.consumer()).containsEntry("max.poll.records", 100).hasSize(6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "security.protocol", "security.providers", "sasl.mechanism", "sasl.jaas.config",
			"sasl.login.callback.handler.class", "ssl.truststore.location", "ssl.engine.factory.class",
			"org.springframework.boot.ssl.SslBundle" })
	void securityIsRecognised(String name) {
		assertThat(ClientSettings.isSecurity(name)).isTrue();
		assertThat(ClientSettings.isConnection(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "acks", "group.id", "client.id", "securityprotocol", "my.ssl.flag", "sasl",
			"metrics.recording.level" })
	void otherNamesAreNoSecurity(String name) {
		assertThat(ClientSettings.isSecurity(name)).isFalse();
		assertThat(ClientSettings.isConnection(name)).isFalse();
	}

	@Test
	void theAddressIsPartOfTheConnectionAndNoSecurity() {
		assertThat(ClientSettings.isConnection("bootstrap.servers")).isTrue();
		assertThat(ClientSettings.isSecurity("bootstrap.servers")).isFalse();
	}

	@Test
	void settingsDoNotChangeWithTheMapsTheyWereMadeOf() {
		Map<String, Object> mutable = new HashMap<>(Map.of("acks", "all"));
		ClientSettings copied = new ClientSettings(mutable, mutable, mutable, "p");
		mutable.put("acks", "0");
		assertThat(copied.consumer()).containsEntry("acks", "all");
		assertThat(copied.producer()).containsEntry("acks", "all");
		assertThat(copied.admin()).containsEntry("acks", "all");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copied.producer().clear());
	}

	@Test
	void noSecretIsShown() {
		assertThat(this.settings.toString()).doesNotContain("secret").contains("my-tests");
	}

}
