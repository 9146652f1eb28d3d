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

package io.omninode.kafka.test.application;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.omninode.kafka.test.waiting.FailureText;

/**
 * The failure text of a wait for the quiet point if nothing of the application is
 * visible, so that being quiet means nothing.
 *
 * @param topics the topics of the tests
 */
record UnfoundedQuiet(Set<String> topics) {

	String message(Duration timeout) {
		return new FailureText(
				"Nothing to wait for was found within " + NotQuietReport.text(timeout)
						+ ": whether the application is quiet is not known.",
				List.of("the context has no listener and no Kafka Streams, no producer factory of it has a producer, "
						+ "and no group reads a topic of the tests"),
				List.of(this.topics.isEmpty() ? "the test has sent to no topic and watched none"
						: "topics of the tests: " + new TreeSet<>(this.topics)),
				List.of("name the topics of the application under kafka.test.topics, or send to them with TestRecords; "
						+ "what an application reads without a group cannot be seen"))
			.toString();
	}

}
