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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KafkaArtifacts}.
 */
class KafkaArtifactsTests {

	@Test
	void allArtifactsAreFoundWithTheirVersions() {
		KafkaArtifacts artifacts = KafkaArtifacts.find(getClass().getClassLoader());
		assertThat(artifacts.missing()).isEmpty();
		assertThat(artifacts.versions()).containsOnlyKeys(KafkaArtifacts.CLASSES.keySet());
		assertThat(artifacts.versions().values()).containsOnly(AppInfoParser.getVersion());
		assertThat(artifacts.fit()).isTrue();
	}

	@Test
	void whatMostHaveIsWhatTheOthersNeed() {
		KafkaArtifacts artifacts = new KafkaArtifacts(
				Map.of("kafka-clients", "4.1.2", "kafka-raft", "4.2.1", "kafka-server", "4.2.1", "kafka_2.13", ""),
				List.of("kafka-metadata"));
		assertThat(artifacts.fit()).isFalse();
		assertThat(artifacts.odd()).containsExactly("kafka-clients");
		assertThat(artifacts.misfits()).isEqualTo("kafka-clients has version <4.1.2> and needs <4.2.1>, "
				+ "kafka-metadata is missing and is needed in version <4.2.1>");
	}

	@Test
	void whatSpringBootDoesNotManageTellsTheVersionForAll() {
		Map<String, String> versions = new HashMap<>(
				Map.of("kafka-clients", "4.1.2", "kafka-server", "4.1.2", "kafka_2.13", "4.1.2"));
		versions.put("kafka-group-coordinator", "4.2.1");
		assertThat(new KafkaArtifacts(versions, List.of()).versionOfNotManaged()).isEqualTo("4.2.1");
		versions.put("kafka-server", "4.2.0");
		assertThat(new KafkaArtifacts(versions, List.of()).versionOfNotManaged()).isNull();
	}

	@Test
	void aVersionThatIsNotKnownCountsForNothing() {
		KafkaArtifacts artifacts = new KafkaArtifacts(Map.of("kafka-clients", "", "kafka_2.13", ""), List.of());
		assertThat(artifacts.fit()).isTrue();
		assertThat(artifacts.mainVersion()).isNull();
	}

}
