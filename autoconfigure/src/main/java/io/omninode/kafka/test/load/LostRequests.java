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

package io.omninode.kafka.test.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.diagnosis.Investigation;
import io.omninode.kafka.test.diagnosis.Question;
import io.omninode.kafka.test.diagnosis.Sources;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.report.LostRequest;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out why the first requests of a load were lost.
 *
 * @param routes the topics of requests and replies
 * @param sources the sources of evidence
 */
record LostRequests(List<Route> routes, Sources sources) {

	private static final int MAX = 3;

	LoadReport explain(LoadReport report) {
		long begin = System.nanoTime() - Duration.between(report.startedAt(), Instant.now()).toNanos();
		List<Diagnosis> diagnoses = report.lostRequests()
			.stream()
			.filter(LostRequest::acknowledged)
			.limit(MAX)
			.map((lost) -> diagnose(lost, begin))
			.toList();
		return report.explained(diagnoses);
	}

	private Diagnosis diagnose(LostRequest lost, long beginNanos) {
		List<String> replies = this.routes.stream()
			.filter((route) -> route.topics().request().equals(lost.topic()))
			.flatMap((route) -> route.topics().replies().stream())
			.distinct()
			.toList();
		Question.Expected expected = new Question.Expected(
				"No reply to <" + Excerpt.of(lost.correlationId()) + "> on " + Excerpt.of(replies) + ".", replies,
				List.of(), List.of(), new Question.Evidence(List.of(lost.toString()), List.of()));
		return new Investigation(this.sources).of(new Question(lost.correlationId(), expected,
				new Question.Request(Set.of(lost.topic()), place(lost), beginNanos, null)));
	}

	private static Origins.Place place(LostRequest lost) {
		return new Origins.Place(new TopicPartition(lost.topic(), lost.partition()), lost.offset());
	}

}
