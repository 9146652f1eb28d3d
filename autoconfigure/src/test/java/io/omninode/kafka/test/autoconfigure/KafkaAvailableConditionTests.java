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
import java.net.ServerSocket;

import io.omninode.kafka.test.fixture.CaseRun;
import io.omninode.kafka.test.fixture.MuteServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaAvailableConditionTests {

	private static final String REFUSED = "Kafka at <127.0.0.1:1> refused the connection";

	private static final String BY_PROPERTY = "; kafka.test.bootstrap-servers is set";

	@Test
	void whenTheServerRefusesTheWholeClassIsSkippedAndNoContextIsLoaded() {
		int contexts = LoadedContexts.count();
		CaseRun run = CaseRun.of(AvailabilityCases.Refused.class);
		assertThat(run.skipped()).containsOnlyKeys("Refused").containsEntry("Refused", REFUSED + BY_PROPERTY);
		assertThat(run.succeeded()).isEmpty();
		assertThat(run.failed()).isEmpty();
		assertThat(LoadedContexts.count()).isEqualTo(contexts);
	}

	@Test
	void whenKafkaIsRequiredTheClassFailsWithTheSameReason() {
		int contexts = LoadedContexts.count();
		CaseRun run = CaseRun.of(AvailabilityCases.Required.class);
		assertThat(run.skipped()).isEmpty();
		assertThat(run.failed()).containsOnlyKeys("Required");
		assertThat(run.failed().get("Required")).hasStackTraceContaining(REFUSED + BY_PROPERTY);
		assertThat(LoadedContexts.count()).isEqualTo(contexts);
	}

	@ParameterizedTest
	@ValueSource(classes = { AvailabilityCases.InProfile.class, AvailabilityCases.InProfileByProperty.class })
	void anAddressInTheFileOfAProfileIsSeen(Class<?> type) {
		assertSkipped(type, REFUSED + BY_PROPERTY);
	}

	@Test
	void anArgumentOfTheTestIsSeen() {
		assertSkipped(AvailabilityCases.ByArgument.class, REFUSED + BY_PROPERTY);
	}

	@Test
	void anotherPropertyThatTheTestRegistersChangesNothing() {
		assertSkipped(AvailabilityCases.DynamicSomethingElse.class, REFUSED + BY_PROPERTY);
	}

	@Test
	void anInlinePropertyBeatsAProfile() {
		assertSkipped(AvailabilityCases.InlineBesideProfile.class,
				"Kafka at <127.0.0.1:2> refused the connection" + BY_PROPERTY);
	}

	@Test
	void theApplicationsServersCountWhereTheTestItselfSetsThem() {
		assertSkipped(AvailabilityCases.ApplicationServersByTest.class,
				REFUSED + "; the test itself sets spring.kafka.bootstrap-servers");
	}

	@Test
	void whenTheServerIsMuteTheReasonSaysSo() throws IOException {
		try (ServerSocket socket = MuteServer.open()) {
			assertThat(socket.isBound()).isTrue();
			assertSkipped(AvailabilityCases.Mute.class, "Kafka at <" + MuteServer.address()
					+ "> took the connection but did not answer (no answer within 200ms)" + BY_PROPERTY);
		}
	}

	private static void assertSkipped(Class<?> type, String reason) {
		CaseRun run = CaseRun.of(type);
		assertThat(run.failed()).isEmpty();
		assertThat(run.succeeded()).isEmpty();
		assertThat(run.skipped()).containsOnlyKeys(type.getSimpleName()).containsEntry(type.getSimpleName(), reason);
	}

	@Test
	void whenTheAddressIsMalformedTheClassFailsNamingPropertyAndValue() {
		CaseRun run = CaseRun.of(AvailabilityCases.Malformed.class);
		assertThat(run.failed()).containsOnlyKeys("Malformed");
		assertThat(run.failed().get("Malformed"))
			.hasStackTraceContaining("kafka.test.bootstrap-servers with value 'kafka' is invalid")
			.hasStackTraceContaining("kafka.test.bootstrap-servers=kafka (from \"kafka.test.bootstrap-servers\" from "
					+ "property source \"Inlined Test Properties\") is not valid. "
					+ "<kafka> is not host:port. Write it like localhost:9092");
	}

	@Test
	void whenAValueIsMisspeltTheClassFailsNamingValueOriginAndWhatIsAllowed() {
		CaseRun run = CaseRun.of(AvailabilityCases.Misspelt.class);
		assertThat(run.failed()).containsOnlyKeys("Misspelt");
		assertThat(run.failed().get("Misspelt")).hasStackTraceContaining(
				"kafka.test.foreign-clusters=redirct (from \"kafka.test.foreign-clusters\" from property source "
						+ "\"Inlined Test Properties\") is not valid. Write one of redirect, fail, allow.");
	}

	@Test
	void whenTheTestSetsNoAddressTheClassFailsNamingValueOriginAndRemedy() {
		int contexts = LoadedContexts.count();
		CaseRun run = CaseRun.of(AvailabilityCases.MalformedApplicationServers.class);
		assertThat(run.failed()).containsOnlyKeys("MalformedApplicationServers");
		assertThat(run.failed().get("MalformedApplicationServers"))
			.hasStackTraceContaining("The test itself sets spring.kafka.bootstrap-servers=localhost "
					+ "(from \"spring.kafka.bootstrap-servers\" from property source \"Inlined Test Properties\"), "
					+ "and <localhost> is not host:port. Remove it to use the embedded broker, or write it like "
					+ "localhost:9092, several separated by commas.");
		assertThat(LoadedContexts.count()).isEqualTo(contexts);
	}

	@Test
	void whenTheAddressIsNotResolvedTheTestFailsNamingValueOriginAndRemedy() {
		CaseRun run = CaseRun.of(AvailabilityCases.Unresolved.class);
		assertThat(run.failed()).containsOnlyKeys("first");
		assertThat(run.failed().get("first"))
			.hasStackTraceContaining("The test itself sets spring.kafka.bootstrap-servers=${orders.brokers} "
					+ "(from \"spring.kafka.bootstrap-servers\" from property source \"Inlined Test Properties\"), "
					+ "and <${orders.brokers}> is not resolved. Remove it to use the embedded broker, or set what it "
					+ "refers to.");
	}

	@Test
	void whenTheTestRegistersWhatTheAddressRefersToTheTestRuns() {
		CaseRun run = CaseRun.of(AvailabilityCases.ResolvedByDynamicProperty.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).isEmpty();
		assertThat(run.succeeded()).containsExactly("runs");
	}

	@Test
	void whenSwitchedOffTheTestRuns() {
		int contexts = LoadedContexts.count();
		CaseRun run = CaseRun.of(AvailabilityCases.SwitchedOff.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.succeeded()).containsExactly("runs");
		assertThat(LoadedContexts.count()).isEqualTo(contexts + 1);
	}

	@Test
	void whenTheTestRegistersOurServersADeadAddressElsewhereDoesNotSkipIt() {
		CaseRun run = CaseRun.of(AvailabilityCases.DynamicTestServers.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).isEmpty();
		assertThat(run.succeeded()).containsExactly("runs");
	}

	@Test
	void whenTheTestRegistersTheApplicationsServersADeadAddressElsewhereDoesNotSkipIt() {
		CaseRun run = CaseRun.of(AvailabilityCases.DynamicApplicationServers.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).isEmpty();
		assertThat(run.succeeded()).containsExactly("runs");
	}

	@Test
	void whatTheEnclosingClassRegistersCountsForItsNestedClass() {
		CaseRun run = CaseRun.of(AvailabilityCases.DynamicServersOfEnclosingClass.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).isEmpty();
		assertThat(run.succeeded()).containsExactly("runsInside");
	}

	@Test
	void onAMethodOnlyThatMethodIsSkipped() {
		CaseRun run = CaseRun.of(AvailabilityCases.OnMethod.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).containsOnlyKeys("needsKafka").containsEntry("needsKafka", REFUSED + BY_PROPERTY);
		assertThat(run.succeeded()).containsExactly("needsNothing");
	}

	@Test
	void onANestedClassOnlyThatClassIsSkipped() {
		CaseRun run = CaseRun.of(AvailabilityCases.OnNestedClass.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).containsOnlyKeys("Inner").containsEntry("Inner", REFUSED + BY_PROPERTY);
		assertThat(run.succeeded()).containsExactly("needsNothing");
	}

	@Test
	void aNestedClassIsDecidedByItsOwnProperties() {
		CaseRun run = CaseRun.of(AvailabilityCases.OtherPropertiesInNestedClass.class);
		assertThat(run.failed()).isEmpty();
		assertThat(run.skipped()).containsOnlyKeys("Inner").containsEntry("Inner", REFUSED + BY_PROPERTY);
		assertThat(run.succeeded()).containsExactly("runs");
	}

}
