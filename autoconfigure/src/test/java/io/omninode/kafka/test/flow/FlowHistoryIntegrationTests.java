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
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.junit.KafkaTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Flows that began before the test, and have the timestamps of then.
 */
@SpringBootTest(classes = ScriptedApplication.class,
		properties = { "kafka.test.topics.history-request=history.requests",
				"kafka.test.topics.history-response=history.replies" })
@KafkaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowHistoryIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

	@Autowired
	private FlowTracker flows;

	@Autowired
	@Qualifier("kafkaTestTemplate")
	private KafkaTemplate<String, Object> template;

	@BeforeAll
	void yesterday() throws Exception {
		publish("history.requests", YESTERDAY, "yesterday");
		publish("history.replies", YESTERDAY.plusMillis(20), "yesterday");
		publish("history.requests", YESTERDAY.minusSeconds(60), "older");
		publish("history.replies", YESTERDAY, "older");
		publish("history.requests", YESTERDAY, "both");
		publish("history.requests", YESTERDAY, "buried");
		publish("history.requests-dlt", YESTERDAY, "buried");
	}

	@Test
	void aFlowFromBeforeTheTestIsFoundOnlyWhenSomebodyGoesBackToIt() {
		assertThat(this.flows.track("yesterday", SHORT)).hasHops(0);
		assertThat(this.flows.since(YESTERDAY).track("yesterday")).isComplete()
			.hasHops(2)
			.completedWithin(Duration.ofMillis(20));
		assertThat(this.flows.fromBeginning().track("yesterday", "history.requests", "history-response")).isComplete()
			.hasHops(2);
	}

	@Test
	void whatIsOlderThanTheInstantIsNoPartOfTheFlow() {
		assertThat(this.flows.since(YESTERDAY).track("older", SHORT)).hasHops(1).didNotVisit("history-request");
		assertThat(this.flows.since(Instant.now().plusSeconds(60)).track("older", SHORT)).hasHops(0);
		assertThat(this.flows.fromBeginning().track("older")).isComplete();
	}

	@Test
	void historyAndPresentAreOneFlow() throws Exception {
		publish("history.replies", Instant.now(), "both");
		assertThat(this.flows.since(YESTERDAY).track("both")).isComplete()
			.visited("history-request", "history-response")
			.inOrder()
			.hasNoDuplicates();
	}

	@Test
	void deadLettersOfThePastAreFoundToo() {
		assertThat(this.flows.since(YESTERDAY).until("history.requests-dlt").track("buried"))
			.visited("history-request", "history.requests-dlt")
			.inOrder();
		assertThat(this.flows.since(YESTERDAY).track("buried", SHORT)).visited("history.requests-dlt");
	}

	private void publish(String topic, Instant timestamp, String id) throws ExecutionException, InterruptedException {
		this.template.send(topic, 0, timestamp.toEpochMilli(), null, Map.of("correlation_id", id)).get();
	}

}
