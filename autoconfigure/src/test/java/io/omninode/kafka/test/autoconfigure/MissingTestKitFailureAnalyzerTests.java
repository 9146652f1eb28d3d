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

import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class MissingTestKitFailureAnalyzerTests {

	private final MissingTestKitFailureAnalyzer analyzer = new MissingTestKitFailureAnalyzer();

	@Test
	void whenAClassOfTheTestKitIsMissingTheAnalysisSaysWhatToDo() {
		NoClassDefFoundError error = new NoClassDefFoundError("org/apache/kafka/common/test/KafkaClusterTestKit");
		FailureAnalysis analysis = this.analyzer.analyze(new IllegalStateException(error));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription())
			.isEqualTo("@EmbeddedKafka needs Kafka's test kit, which kafka-test-spring-boot-starter leaves out.");
		assertThat(analysis.getAction()).isEqualTo("Remove @EmbeddedKafka: tests have an embedded broker without it. "
				+ "Or add org.springframework.kafka:spring-kafka-test in test scope.");
	}

	@Test
	void whenAnotherClassIsMissingNothingIsSaid() {
		assertThat(this.analyzer.analyze(new NoClassDefFoundError("com/example/Missing"))).isNull();
		assertThat(this.analyzer.analyze(new NoClassDefFoundError())).isNull();
	}

}
