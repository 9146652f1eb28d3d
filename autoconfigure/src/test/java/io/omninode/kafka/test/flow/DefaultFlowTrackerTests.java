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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.omninode.kafka.test.application.QuietPoint;
import io.omninode.kafka.test.application.ReadyApplication;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TapException;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;

/**
 * What the tracker does when the tap has not read everything, or something fails.
 */
class DefaultFlowTrackerTests {

	private static final Duration SHORT = Duration.ofMillis(1);

	private final Tap tap = BDDMockito.mock(Tap.class);

	private final TestTopics topics = BDDMockito.mock(TestTopics.class);

	private final List<Consumer<? super TappedRecord>> subscribers = new ArrayList<>();

	private final QuietPoint quietPoint = BDDMockito.mock(QuietPoint.class);

	private BooleanSupplier catchUp = () -> true;

	@BeforeEach
	void tap() {
		BDDMockito.given(this.tap.subscribe(any())).willAnswer((call) -> {
			this.subscribers.add(call.getArgument(0));
			return (Runnable) this.subscribers::clear;
		});
		BDDMockito.given(this.tap.awaitCaughtUp(any())).willAnswer((call) -> this.catchUp.getAsBoolean());
	}

	@Test
	void whatIsReadAfterTheDeadlineBelongsToTheFlow() {
		this.catchUp = () -> {
			arrive("orders", 0);
			arrive("replies", 1);
			return true;
		};
		assertThat(tracker().track("a", SHORT)).isComplete().hasHops(2);
	}

	@Test
	void whatIsReadAfterTheResponseBelongsToTheFlowToo() {
		this.catchUp = () -> {
			arrive("replies", 2);
			return true;
		};
		BDDMockito.given(this.tap.seen("a")).willReturn(List.of(tapped("orders", 0), tapped("replies", 1)));
		assertThat(tracker().track("a")).isComplete().hasHops(3);
	}

	@Test
	void whenTheTopicsCannotBeReadToTheirEndNothingIsClaimed() {
		this.catchUp = () -> false;
		assertThatExceptionOfType(TapException.class).isThrownBy(() -> tracker().track("a", SHORT))
			.withMessage("Whether flow <a> has more records is not known: the topics could not be read to their end "
					+ "within 5s");
		assertThat(this.subscribers).isEmpty();
	}

	@Test
	void quietIsAwaitedByTheQuietPoint() {
		Duration timeout = Duration.ofSeconds(3);
		tracker().since(Instant.now()).until("audit").awaitQuiet(timeout);
		BDDMockito.then(this.quietPoint).should().await(timeout);
	}

	@Test
	void retryTopicsThatComeIntoBeingMeanwhileAreWatched() {
		BDDMockito.given(this.topics.list()).willReturn(Set.of("orders")).willReturn(Set.of("orders", "orders-dlt"));
		tracker().track("a", SHORT);
		BDDMockito.then(this.tap).should().watch(BDDMockito.eq(List.of("orders-dlt")), any());
	}

	@Test
	void whereNoExchangeIsDeclaredTheRemedyIsGiven() {
		FlowTracker tracker = tracker(TopicNames.of(Map.of("audit", "audit")));
		assertThatIllegalStateException().isThrownBy(() -> tracker.track("a", SHORT))
			.withMessage("No exchange is declared: declare kafka.test.topics.<name>-request and <name>-response, give "
					+ "the topics to track(correlationId, requestTopic, responseTopic), or say with until(topics) what "
					+ "to wait for");
		assertThat(tracker.until("audit").track("a", SHORT)).didNotVisit("audit");
	}

	@Test
	void theEndOfTheTestThreadEndsTheWait() {
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(() -> tracker().track("a"))
			.withMessage("Interrupted while waiting for records");
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.subscribers).isEmpty();
	}

	private FlowTracker tracker() {
		return tracker(FlowFixture.NAMES);
	}

	private FlowTracker tracker(TopicNames names) {
		FlowSources sources = new FlowSources(names, this.topics, this.tap, CorrelationStrategy.field("id"),
				BDDMockito.mock(TestClients.class), ReadyApplication.create());
		return FlowTracker.of(sources,
				new WaitSettings(Duration.ofSeconds(30),
						RecordReader.of(ApplicationFormats.none(), JsonFormat.of(JsonMapper.shared())), new TestScope(),
						ReadyApplication.create(), ClusterWatch.none()),
				this.quietPoint);
	}

	private void arrive(String topic, long offset) {
		this.subscribers.forEach((subscriber) -> subscriber.accept(tapped(topic, offset)));
	}

	private static TappedRecord tapped(String topic, long offset) {
		long timestamp = System.currentTimeMillis() + 1_000 + offset;
		return new TappedRecord(
				new ConsumerRecord<>(topic, 0, offset, timestamp, TimestampType.CREATE_TIME, 0, 0, new byte[0],
						"{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8), new RecordHeaders(), Optional.empty()),
				System.nanoTime() + Duration.ofSeconds(1).toNanos(), true, "a");
	}

}
