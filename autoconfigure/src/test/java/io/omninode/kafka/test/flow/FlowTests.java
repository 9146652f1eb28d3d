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
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;

class FlowTests {

	@Test
	void hopsAreInOrderOfTimeWithGaps() {
		Flow flow = new FlowFixture().on("replies", 12).on("orders", 0).on("audit", 5).flow();
		assertThat(flow.hops()).extracting(Hop::topic, Hop::gap, Hop::elapsed, Hop::size, Hop::correlationId)
			.containsExactly(tuple("orders", Duration.ZERO, Duration.ZERO, 10, "order-42"),
					tuple("audit", Duration.ofMillis(5), Duration.ofMillis(5), 10, "order-42"),
					tuple("replies", Duration.ofMillis(7), Duration.ofMillis(12), 10, "order-42"));
		assertThat(flow.hops().get(2)).isOn("order-response").arrivedWithin(Duration.ofMillis(7)).hasKey("k");
	}

	@Test
	void ofOneMillisecondTheRequestComesFirst() {
		Flow flow = new FlowFixture().on("replies", 0).on("audit", 0).on("orders", 0).flow();
		assertThat(flow.topics()).containsExactly("orders", "replies", "audit");
	}

	@Test
	void hopsSayWhatTheyAre() {
		Flow flow = new FlowFixture().on("orders", 0)
			.on("orders-retry-0", 1)
			.on("orders-retry", 2)
			.on("orders.DLT", 3)
			.on("orders-dlt", 4)
			.on("audit", 5)
			.on("replies", 6)
			.flow();
		assertThat(flow.hops()).extracting(Hop::kind)
			.containsExactly(Hop.Kind.REQUEST, Hop.Kind.RETRY, Hop.Kind.RETRY, Hop.Kind.DEAD_LETTER,
					Hop.Kind.DEAD_LETTER, Hop.Kind.OTHER, Hop.Kind.RESPONSE);
	}

	@Test
	void theDurationIsThatOfTheFirstRequestToItsFirstResponse() {
		Flow flow = new FlowFixture().on("orders", 0).on("orders", 3).on("replies", 10).on("replies", 90).flow();
		assertThat(flow.duration()).contains(Duration.ofMillis(10));
	}

	@Test
	void theDurationOfSeveralRequestsEndsWithTheLastOfTheirResponses() {
		Flow flow = new FlowFixture().on("orders", 0).on("bills", 3).on("replies", 10).on("paid", 20).flow();
		assertThat(flow.duration()).contains(Duration.ofMillis(20));
	}

	@Test
	void whenARequestIsNotAnsweredThereIsNoDuration() {
		Flow flow = new FlowFixture().on("orders", 0).on("bills", 3).on("replies", 10).flow();
		assertThat(flow.duration()).isEmpty();
		assertThat(flow.requestFound()).isTrue();
		assertThat(flow.responseFound()).isTrue();
	}

	@Test
	void theClusterIsAskedOnceAndOnlyWhenSomebodyWantsToKnow() {
		FlowFixture fixture = new FlowFixture().on("orders", 0).on("orders", 1).consumed("orders", 1);
		Flow flow = fixture.flow();
		BDDMockito.clearInvocations(fixture.groups());
		assertThat(flow).hasHops(2);
		Mockito.verifyNoInteractions(fixture.groups());
		assertThat(flow.hops()).extracting(Hop::consumedBy).containsExactly(Set.of("service"), Set.of());
		flow.timeline();
		Mockito.verify(fixture.groups(), Mockito.times(1)).committedByGroup(any(), any());
	}

	@Test
	void theTimelineIsATable() {
		Flow flow = new FlowFixture().on("orders", 0)
			.on("orders-retry-0", 100, "a\nb")
			.on("replies", 1234, "x".repeat(50))
			.consumed("orders", 1)
			.consumed("orders-retry-0", 0)
			.flow();
		assertThat(flow.timeline()).isEqualTo(
				"""
						flow <order-42>: 3 records
						  time    gap      kind      record              key                                          size  committed by
						  0ms     +0ms     REQUEST   orders-0@0          <k>                                          10B   service
						  100ms   +100ms   RETRY     orders-retry-0-0@0  <a\\nb>                                       12B   -
						  1234ms  +1134ms  RESPONSE  replies-0@0         <xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…>  59B   -
						""");
	}

	@Test
	void theTimelineOfNothingSaysSo() {
		assertThat(new FlowFixture().flow().timeline()).isEqualTo("flow <order-42>: no record\n");
	}

	@Test
	void whenTheClusterDoesNotAnswerTheTimelineIsThereAllTheSame() {
		Flow flow = new FlowFixture().on("orders", 0).flowWithoutCluster();
		assertThat(flow.timeline()).isEqualTo("""
				flow <order-42>: 1 record
				  time  gap   kind     record      key  size  committed by
				  0ms   +0ms  REQUEST  orders-0@0  <k>  10B   ?
				""");
		assertThatIllegalStateException().isThrownBy(flow.hops().get(0)::consumedBy).withMessage("closed");
	}

	@Test
	void theDiagramIsMermaid() {
		Flow flow = new FlowFixture().on("orders", 0, "a;b: #1\n\"<end>").on("replies", 5).consumed("orders", 1).flow();
		assertThat(flow.mermaid()).isEqualTo("""
				sequenceDiagram
				    actor p as publisher
				    participant t0 as topic orders
				    participant g1 as group service
				    participant t2 as topic replies
				    p->>t0: REQUEST @0 key a#59;b#58; #35;1#10;#34;#60;end#62; 23B +0ms
				    t0-->>g1: consumed @0
				    t0->>t2: RESPONSE @0 key k 10B +5ms
				""");
	}

}
