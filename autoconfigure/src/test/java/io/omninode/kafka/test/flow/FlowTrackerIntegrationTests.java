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
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.SentRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@SpringBootTest(classes = ScriptedApplication.class,
		properties = { "kafka.test.topics.scripted-request=" + ScriptedApplication.REQUESTS,
				"kafka.test.topics.scripted-response=" + ScriptedApplication.REPLIES })
@KafkaTest
class FlowTrackerIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private TestRecords records;

	@Autowired
	@Qualifier("kafkaTestTemplate")
	private KafkaTemplate<String, Object> template;

	@Test
	void aFlowThatHappenedBeforeIsFound() {
		Reply reply = this.replies.exchange("scripted").send(Map.of("a", 1)).await();
		Flow flow = this.flows.track(reply.correlationId());
		assertThat(flow.requestFound()).isTrue();
		assertThat(flow.responseFound()).isTrue();
		assertThat(flow.duration())
			.hasValueSatisfying((duration) -> assertThat(duration).isGreaterThanOrEqualTo(Duration.ZERO));
		assertThat(flow.hops()).extracting(Hop::topic)
			.containsExactly(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES);
		assertThat(flow.hops().get(1)).hasToString(reply.toString());
		assertThat(flow).isComplete()
			.completedWithin(Duration.ofMinutes(1))
			.visited("scripted-request", "scripted-response")
			.inOrder()
			.hasHops(2)
			.hasNoDuplicates()
			.hasNoRetries()
			.hasNoDeadLetters();
		assertThat(flow.hops().get(1)).isOn("scripted-response")
			.hasCorrelationId(reply.correlationId())
			.hasHeader("served-by", "scripted")
			.hasJson("/a", 1);
	}

	@Test
	void aReplyCanBeAssertedOnItsOwn() {
		Reply reply = this.replies.exchange("scripted").send("k", Map.of("a", 1)).await();
		assertThat(reply).isOn("scripted-response")
			.isOn(ScriptedApplication.REPLIES)
			.hasKey("k")
			.hasHeader("served-by", "scripted")
			.hasJson("/a", 1)
			.hasCorrelationId(reply.correlationId())
			.arrivedWithin(Duration.ofMinutes(1));
		assertThat(reply.json().get("a").asInt()).isEqualTo(1);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(reply).arrivedWithin(Duration.ZERO))
			.withMessageMatching("(?s)Expected the record to arrive within 0s, but it took .+ms\\.\n\n"
					+ "Evidence: scripted\\.replies-0@\\d+, key <k>\n.*");
	}

	@Test
	void aSecondReplyIsADuplicate() {
		Reply reply = this.replies.exchange("scripted").send(Map.of("script", "twice")).await();
		Flow flow = this.flows.until("scripted-response").track(reply.correlationId());
		this.records.on("scripted-response").matching((record) -> reply.json().equals(record.json())).awaitAll(2);
		assertThat(flow).visited("scripted-response");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.flows.track(reply.correlationId())).hasNoDuplicates())
			.withMessageStartingWith("Expected no duplicates in flow <" + reply.correlationId()
					+ ">, but <scripted.replies> has 2 records.");
	}

	@Test
	void whoHasConsumedIsKnown() {
		SentRecord sent = this.records.send("scripted-request", Map.of("correlation_id", "consumed"));
		sent.awaitConsumedBy("scripted");
		Flow flow = this.flows.track("consumed");
		assertThat(flow.hops().get(0).consumedBy()).containsExactly("scripted");
		assertThat(flow.hops().get(1).consumedBy()).isEmpty();
		assertThat(flow.timeline()).contains("  scripted\n");
		assertThat(flow.mermaid()).contains("-->>g1: consumed @" + sent.offset() + "\n");
	}

	@Test
	void aFlowThatHappensLaterIsAwaited() throws Exception {
		this.template.send(ScriptedApplication.REQUESTS, Map.of("correlation_id", "later")).get(1, TimeUnit.MINUTES);
		assertThat(this.flows.track("later", "scripted_request", ScriptedApplication.REPLIES)).isComplete();
	}

	@Test
	void whenTheResponseIsMissingTheFlowTellsWhatWasFound() {
		String id = this.replies.exchange("scripted").send(Map.of("script", "silent")).correlationId();
		Flow flow = this.flows.track(id, SHORT);
		assertThat(flow.requestFound()).isTrue();
		assertThat(flow.responseFound()).isFalse();
		assertThat(flow.duration()).isEmpty();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).isComplete())
			.withMessageMatching("Expected a request and its response in flow <" + id + ">, but the response was not "
					+ "found\\.\n\nCause:    the request was consumed by .*group <scripted>, and nothing with its "
					+ "id was published where it was expected\n"
					+ "Evidence: time  gap   kind     record +key  size  committed by\n"
					+ " {10}0ms   \\+0ms  REQUEST  scripted\\.requests-0@\\d+  -    \\d+B   (scripted|-)\n"
					+ " {10}group <scripted>: committed \\d+, end \\d+, lag 0\n"
					+ "Remedy:   see what the listener makes of such a request, .+\n");
	}

	@Test
	void whenNothingIsFoundTheFlowIsEmpty() {
		Flow flow = this.flows.track("nobody", SHORT);
		assertThat(flow.hops()).isEmpty();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).isComplete())
			.withMessage("Expected a request and its response in flow <nobody>, but neither was found.\n\n"
					+ "Cause:    likely: no record with the id was published since the test began, on any topic\n"
					+ "Evidence: no record of the flow was found\n"
					+ "Remedy:   see whether the request is sent, and with which id\n");
	}

	@Test
	void aRecordWithAnOldTimestampIsPartOfItsFlow() throws Exception {
		this.template
			.send(ScriptedApplication.REQUESTS, 0, 1_000L, null, Map.of("correlation_id", "old", "script", "silent"))
			.get(1, TimeUnit.MINUTES);
		Flow flow = this.flows.track("old", SHORT);
		assertThat(flow.hops()).hasSize(1);
	}

	@Test
	void anEmptyIdAndAnEmptyTimeoutAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.flows.track(""))
			.withMessage("A correlation id is needed to track a flow, not <>");
		assertThatIllegalArgumentException().isThrownBy(() -> this.flows.track("a", Duration.ZERO))
			.withMessage("A timeout has to be positive, not <PT0S>");
	}

}
