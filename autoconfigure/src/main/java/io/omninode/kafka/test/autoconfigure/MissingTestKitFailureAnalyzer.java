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

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains which dependency {@code @EmbeddedKafka} needs that the starter leaves out.
 */
class MissingTestKitFailureAnalyzer extends AbstractFailureAnalyzer<NoClassDefFoundError> {

	private static final List<String> TEST_KIT_PACKAGES = List.of("org/apache/kafka/common/test/",
			"org/apache/kafka/test/");

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoClassDefFoundError cause) {
		for (String testKitPackage : TEST_KIT_PACKAGES) {
			if (cause.getMessage() != null && cause.getMessage().startsWith(testKitPackage)) {
				return new FailureAnalysis(
						"@EmbeddedKafka needs Kafka's test kit, which kafka-test-spring-boot-starter leaves out.",
						"Remove @EmbeddedKafka: tests have an embedded broker without it. Or add "
								+ "org.springframework.kafka:spring-kafka-test in test scope.",
						cause);
			}
		}
		return null;
	}

}
