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

package io.omninode.kafka.test.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.listener.Origins;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What explains less comes after what explains more.
 */
class RankTests {

	private static final Origins.Place FIRST = place(0);

	@Test
	void anyRecordOfTheTopicMayBeOfSomethingElse() {
		assertThat(judge(List.of(), List.of(FIRST)))
			.hasToString("[likely: the record at orders-0@0 does not satisfy the condition of the test]");
		assertThat(judge(List.of(), List.of(FIRST, place(1))))
			.hasToString("[likely: none of the 2 records on <orders> satisfies the condition of the test]");
		assertThat(judge(List.of(FIRST), List.of(place(1))))
			.hasToString("[likely: the other record at orders-0@1 does not satisfy the condition of the test]");
		assertThat(judge(List.of(FIRST), List.of())).isEmpty();
	}

	@Test
	void thatTheIdWasUsedBeforeComesAfterTheFailureOfAListener() {
		List<Finding> findings = new ArrayList<>();
		for (Cause cause : List.of(Cause.ANSWERED_BEFORE, Cause.LISTENER_GAVE_UP, Cause.OTHER_TOPIC)) {
			findings.add(Finding.certain(cause, "text", ""));
		}
		Investigation.afterFailures(findings);
		assertThat(findings).extracting(Finding::cause)
			.containsExactly(Cause.LISTENER_GAVE_UP, Cause.ANSWERED_BEFORE, Cause.OTHER_TOPIC);
		findings.remove(0);
		Investigation.afterFailures(findings);
		assertThat(findings).extracting(Finding::cause).containsExactly(Cause.ANSWERED_BEFORE, Cause.OTHER_TOPIC);
	}

	private static List<Finding> judge(List<Origins.Place> counted, List<Origins.Place> excluded) {
		Appearances appearances = new Appearances(TestStart.at(Instant.now()), List.of(), Map.of(),
				Appearances.Meanwhile.NOTHING, List.of());
		Question question = new Question(null,
				new Question.Expected("No record", List.of("orders"), counted, excluded,
						new Question.Evidence(List.of(), List.of())),
				new Question.Request(Set.of(), null, System.nanoTime(), null));
		return ArrivalRule.unsatisfied(new Picture(question, System.nanoTime(),
				new Picture.Published(appearances, List.of(), "the key", Masking.usual()), List.of(), Readers.none()));
	}

	private static Origins.Place place(long offset) {
		return new Origins.Place(new TopicPartition("orders", 0), offset);
	}

}
