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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.diagnosis.Investigation;
import io.omninode.kafka.test.diagnosis.Question;
import io.omninode.kafka.test.diagnosis.Sources;
import io.omninode.kafka.test.listener.Origins;
import org.jspecify.annotations.Nullable;

/**
 * The topics that a flow has not visited, though it should have.
 *
 * @param correlationId the id of the flow
 * @param topics the names of the topics
 * @param requests the topics of requests
 * @param hops the records of the flow
 */
record MissingHops(String correlationId, Collection<String> topics, Set<String> requests, List<Hop> hops) {

	/**
	 * Find out why they were not visited.
	 * @param expected what was expected: a sentence
	 * @param evidence what is known of the flow
	 */
	Diagnosis diagnose(String expected, List<String> evidence, Sources sources) {
		List<Origins.Place> counted = this.hops.stream()
			.filter((hop) -> this.topics.contains(hop.topic()))
			.map((hop) -> Origins.Place.of(hop.record()))
			.toList();
		Hop request = this.hops.stream().filter((hop) -> !this.topics.contains(hop.topic())).findFirst().orElse(null);
		Question.Expected question = new Question.Expected(expected, new ArrayList<>(this.topics), counted, List.of(),
				new Question.Evidence(evidence, List.of()));
		return new Investigation(sources).of(new Question(this.correlationId, question, request(request)));
	}

	private Question.Request request(@Nullable Hop hop) {
		if (hop == null) {
			return new Question.Request(this.requests, null, System.nanoTime(), null);
		}
		long age = Math.max(0, System.currentTimeMillis() - hop.record().timestamp());
		return new Question.Request(this.requests, Origins.Place.of(hop.record()),
				System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(age), null);
	}

}
