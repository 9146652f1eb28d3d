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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.fixture.CaseJvm;
import io.omninode.kafka.test.fixture.KafkaProcess;
import io.omninode.kafka.test.fixture.OnOneJdk;
import io.omninode.kafka.test.junit.KafkaTags;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag(KafkaTags.KAFKA)
@Tag(KafkaTags.INTEGRATION)
@Order(1)
@OnOneJdk
class ClusterByVariableIntegrationTests {

	private static final String VARIABLE = "TEST_KAFKA_BOOTSTRAP_SERVERS";

	private static final String PLAINTEXT = "-Dkafka.test.security-protocol=PLAINTEXT";

	@TempDir
	private Path directory;

	@Test
	void whileTheClusterRunsTheTestsPassAgainstItAndNoEmbeddedBrokerStarts() {
		KafkaProcess kafka = KafkaProcess.start();
		try {
			CaseJvm jvm = run(kafka.bootstrapServers(), PLAINTEXT);
			assertThat(jvm.exitCode()).as(jvm.output()).isZero();
			assertThat(jvm.told("succeeded")).containsExactly("first", "other");
			assertThat(jvm.told("broker")).hasSize(2).containsOnly("EXTERNAL " + kafka.bootstrapServers());
			assertThat(jvm.told("listening")).isEmpty();
		}
		finally {
			kafka.stop();
		}
	}

	@Test
	void whenTheClusterIsStoppedTheClassesAreSkipped() {
		CaseJvm jvm = run("127.0.0.1:1", PLAINTEXT);
		assertThat(jvm.exitCode()).as(jvm.output()).isZero();
		assertThat(jvm.told("succeeded")).isEmpty();
		String reason = "Kafka at <127.0.0.1:1> refused the connection; kafka.test.bootstrap-servers is set";
		assertThat(jvm.told("skipped")).containsExactly("First: " + reason, "Other: " + reason);
	}

	@Test
	void whenTheClusterIsStoppedAndRequiredTheClassesFail() {
		CaseJvm jvm = run("127.0.0.1:1", PLAINTEXT, "-Dkafka.test.when-unavailable=fail");
		assertThat(jvm.exitCode()).as(jvm.output()).isOne();
		assertThat(jvm.told("skipped")).isEmpty();
		assertThat(jvm.told("failed")).hasSize(2)
			.allMatch((failure) -> failure.contains("Kafka at <127.0.0.1:1> refused the connection"));
	}

	@Test
	void whenTheVariableIsEmptyTheEmbeddedBrokerIsUsed() {
		CaseJvm jvm = run("");
		assertThat(jvm.exitCode()).as(jvm.output()).isZero();
		assertThat(jvm.told("broker")).hasSize(2).allMatch((broker) -> broker.startsWith("EMBEDDED "));
	}

	private CaseJvm run(String servers, String... options) {
		return CaseJvm.run(this.directory, List.of(options), Map.of(VARIABLE, servers), EchoCases.First.class,
				EchoCases.Other.class);
	}

}
