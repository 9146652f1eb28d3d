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

package io.omninode.kafka.test.flow;

import java.time.Duration;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FlowAssertTests {

	private final Flow answered = new FlowFixture().on("orders", 0).on("audit", 5).on("replies", 10).flow();

	@Test
	void aPathThatWasTakenPasses() {
		assertThat(this.answered).isComplete()
			.completedWithin(Duration.ofMillis(10))
			.visited("order-request", "order_response")
			.inOrder()
			.completedWithin(Duration.ofMillis(10))
			.visited("audit", "orders")
			.completedWithin(Duration.ofMillis(5))
			.didNotVisit("bills", "orders-dlt")
			.hasHops(3)
			.hasNoDuplicates()
			.hasNoRetries()
			.hasNoDeadLetters();
	}

	@Test
	void aTopicThatIsNamedTwiceHasToBeVisitedTwice() {
		Flow flow = new FlowFixture().on("orders", 0).on("audit", 5).on("orders", 10).flow();
		assertThat(flow).visited("orders", "audit", "orders").inOrder().completedWithin(Duration.ofMillis(10));
		assertFails(() -> assertThat(this.answered).visited("orders", "orders"), "a visit to <orders>, <orders>",
				"there was none to <orders>");
	}

	@Test
	void recordsOfOneMillisecondAreInAnyOrder() {
		Flow flow = new FlowFixture().on("orders", 0).on("replies", 0).on("audit", 0).flow();
		assertThat(flow).visited("orders", "audit", "replies").inOrder();
		assertThat(flow).visited("replies", "orders", "audit").inOrder();
	}

	@Test
	void theFailureShowsTheTimeline() {
		Flow flow = new FlowFixture().on("orders", 0).on("audit", 100).consumed("orders", 1).flow();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(flow).visited("order-request", "order-response", "paid"))
			.withMessage("""
					Expected a visit to <orders>, <replies>, <paid> in flow <order-42>, but there were none to \
					<replies>, <paid>.

					Cause:    the request was consumed by group <service>, and nothing with its id was published \
					where it was expected
					Evidence: time   gap     kind     record      key  size  committed by
					          0ms    +0ms    REQUEST  orders-0@0  <k>  10B   service
					          100ms  +100ms  OTHER    audit-0@0   <k>  10B   -
					          group <service>: committed 9223372036854775807, end 9223372036854775807, lag 0
					Remedy:   see what the listener makes of such a request, and to which topic and cluster it answers
					""");
	}

	@Test
	void theFailureShowsTenRecordsAtMost() {
		FlowFixture fixture = new FlowFixture();
		IntStream.range(0, 22).forEach((i) -> fixture.on("audit", i));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(fixture.flow()).hasHops(1))
			.withMessageStartingWith("Expected 1 record in flow <order-42>, but there are 22.\n")
			.withMessageContaining("audit-0@9 ")
			.withMessageNotContaining("audit-0@10 ")
			.withMessageEndingWith("          … and 12 more\n");
	}

	@Test
	void whenNothingWasFoundTheFailureSaysSo() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(new FlowFixture().flow()).isComplete())
			.withMessage("Expected a request and its response in flow <order-42>, but neither was found.\n\n"
					+ "Cause:    likely: no record with the id was published since the test began, on any topic\n"
					+ "Evidence: no record of the flow was found\n"
					+ "Remedy:   see whether the request is sent, and with which id\n");
	}

	@Test
	void aFlowThatIsNotCompleteSaysWhatIsMissing() {
		FlowFixture request = new FlowFixture().on("orders", 0);
		assertFails(() -> assertThat(request.flow()).isComplete(), "a request and its response",
				"the response was not found");
		assertFails(() -> assertThat(request.flow()).completedWithin(Duration.ofSeconds(1)),
				"a request and its response", "the response was not found");
		assertFails(() -> assertThat(new FlowFixture().on("replies", 0).flow()).isComplete(),
				"a request and its response", "the request was not found");
		assertFails(() -> assertThat(request.on("replies", 1).on("bills", 2).flow()).isComplete(),
				"a request and its response", "not every request has one");
	}

	@Test
	void topicsThatAreNotDeclaredAreNamedWhereTheRequestIsMissing() {
		assertThatExceptionOfType(FlowError.class)
			.isThrownBy(() -> assertThat(new FlowFixture().on("commands", 0).on("events", 1).flow()).isComplete())
			.withMessageContaining("declared neither as requests nor as responses: <commands>, <events>; "
					+ "track(id, requestTopic, responseTopic) takes them for that\n");
	}

	@Test
	void aFlowThatTookTooLongSaysHowLong() {
		assertFails(() -> assertThat(this.answered).completedWithin(Duration.ofMillis(9)), "completion within 9ms",
				"it took 10ms");
		assertFails(() -> assertThat(this.answered).visited("audit", "orders").completedWithin(Duration.ofMillis(4)),
				"completion within 4ms", "it took 5ms");
	}

	@Test
	void anotherOrderSaysWhatCameTooEarly() {
		assertFails(() -> assertThat(this.answered).visited("orders", "replies", "audit").inOrder(),
				"visits in the order <orders>, <replies>, <audit>", "<audit> was not visited after those before it");
	}

	@Test
	void whatMustNotBeThereIsNamed() {
		Flow flow = new FlowFixture().on("orders", 0)
			.on("orders", 1)
			.on("orders-retry-0", 2)
			.on("orders-retry-0", 3)
			.on("orders-dlt", 4)
			.flow();
		assertFails(() -> assertThat(flow).didNotVisit("bills", "order-request"), "no visit to <bills>, <orders>",
				"<orders> was visited");
		assertFails(() -> assertThat(flow).hasNoDuplicates(), "no duplicates", "<orders> has 2 records");
		assertFails(() -> assertThat(flow).hasNoRetries(), "no retries", "there are some on <orders-retry-0>");
		assertFails(() -> assertThat(flow).hasNoDeadLetters(), "no dead letters", "there are some on <orders-dlt>");
		assertFails(() -> assertThat(flow).hasHops(3), "3 records", "there are 5");
	}

	private static void assertFails(ThrowingCallable assertion, String expected, String but) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion)
			.withMessageStartingWith("Expected " + expected + " in flow <order-42>, but " + but + ".\n\n")
			.withMessageContaining("\nEvidence: time ");
	}

	@Test
	void anOrderWithoutTopicsIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> assertThat(this.answered).inOrder())
			.withMessage("There is no order to verify: name the topics with visited(...) first");
	}

}
