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
		assertThat(flow).isComplete().completedWithin(Duration.ofSeconds(30));
	}

	@Test
	void aFlowThatHappensLaterIsAwaited() throws Exception {
		this.template.send(ScriptedApplication.REQUESTS, Map.of("correlation_id", "later")).get(10, TimeUnit.SECONDS);
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
			.withMessageMatching("Expected a request and its response, but the response was not found: flow <" + id
					+ "> \\[scripted\\.requests-0@\\d+\\]");
	}

	@Test
	void whenNothingIsFoundTheFlowIsEmpty() {
		Flow flow = this.flows.track("nobody", SHORT);
		assertThat(flow.hops()).isEmpty();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(flow).isComplete())
			.withMessage("Expected a request and its response, but neither was found: flow <nobody> [no record]");
	}

	@Test
	void aRecordWithAnOldTimestampIsPartOfItsFlow() throws Exception {
		this.template
			.send(ScriptedApplication.REQUESTS, 0, 1_000L, null, Map.of("correlation_id", "old", "script", "silent"))
			.get(10, TimeUnit.SECONDS);
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
