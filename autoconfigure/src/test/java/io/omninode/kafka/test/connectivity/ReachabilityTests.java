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

package io.omninode.kafka.test.connectivity;

import io.omninode.kafka.test.connectivity.Reachability.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Reachability}.
 */
class ReachabilityTests {

	@ParameterizedTest
	@CsvSource({ "AVAILABLE, '', Kafka at <localhost:9092> is available",
			"REFUSED, '', Kafka at <localhost:9092> refused the connection",
			"UNREACHABLE, the host is not known, Kafka at <localhost:9092> is unreachable (the host is not known)",
			"MUTE, no answer within 1000ms, "
					+ "Kafka at <localhost:9092> took the connection but did not answer (no answer within 1000ms)",
			"NOT_KAFKA, it closed the connection, "
					+ "'Kafka at <localhost:9092> answered, but not as Kafka does (it closed the connection)'" })
	void itIsASentence(Outcome outcome, String detail, String sentence) {
		assertThat(new Reachability("localhost:9092", outcome, detail)).hasToString(sentence);
	}

	@ParameterizedTest
	@EnumSource
	void whatIsNotAvailableHasARemedy(Outcome outcome) {
		Reachability reachability = new Reachability("localhost:9092", outcome, "");
		assertThat(reachability.remedy().isEmpty()).isEqualTo(reachability.isAvailable());
	}

	@ParameterizedTest
	@EnumSource
	void onlyABrokerThatAnsweredIsAvailable(Outcome outcome) {
		assertThat(new Reachability("localhost:9092", outcome, "").isAvailable())
			.isEqualTo(outcome == Outcome.AVAILABLE);
	}

}
