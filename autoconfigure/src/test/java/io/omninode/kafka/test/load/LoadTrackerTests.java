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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.report.LoadCounts;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.ExchangeTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LoadTracker} and what it counts.
 */
class LoadTrackerTests {

	private static final long TIMEOUT = 1000;

	private static final int SEVERAL_PAGES = 3072;

	private final RequestIds ids = new RequestIds();

	private final LoadMetrics recording = new LoadMetrics(0);

	private final Pacing pacing = Pacing.of(LoadPlan.sustained("a", 1000, Duration.ofHours(1)), new FakeClock());

	private final Route route = new Route(new Target("a", 1, null, null),
			new ExchangeTopics("requests", List.of("replies"), "errors"));

	private final LoadTracker tracker = new LoadTracker(this.recording, this.pacing,
			new LoadRequests(List.of(this.route), mock(RecordWriter.class), mock(CorrelationStrategy.class), this.ids),
			() -> {
			});

	@Test
	void aReplyIsTimedFromWhenItsRequestShouldHaveLeft() {
		send(0, null, 1_000_000, 5_000_000);
		reply(0, 9_000_000);
		assertThat(this.recording.counts()).isEqualTo(counts(1, 1, 0, 0, 0, 0));
		Sampler sampler = new Sampler(this.recording);
		sampler.finish(10_000_000, 0);
		LoadReport.Times times = sampler.times();
		assertThat(times.response().max()).isCloseTo(Duration.ofMillis(8), Duration.ofMillis(1));
		assertThat(times.service().max()).isCloseTo(Duration.ofMillis(4), Duration.ofMillis(1));
		assertThat(times.sendDelay().max()).isCloseTo(Duration.ofMillis(4), Duration.ofMillis(1));
		assertThat(this.pacing.inFlight()).isZero();
	}

	@Test
	void aSecondReplyIsADuplicate() {
		send(0, null, 0, 0);
		reply(0, 10);
		reply(0, 20);
		reply(0, 30);
		assertThat(this.recording.counts()).isEqualTo(counts(1, 1, 0, 0, 2, 0));
		assertThat(this.recording.response().getIntervalHistogram().getTotalCount()).isEqualTo(1);
	}

	@Test
	void aRequestTimesOutAfterItsAcknowledgementAndIsLateThen() {
		send(0, "k", 0, 0);
		this.tracker.expire(TIMEOUT * 100, TIMEOUT);
		assertThat(this.recording.counts().timedOut()).isZero();
		acknowledge(0, 500);
		this.tracker.expire(500 + TIMEOUT - 1, TIMEOUT);
		assertThat(this.recording.counts().timedOut()).isZero();
		this.tracker.expire(500 + TIMEOUT, TIMEOUT);
		assertThat(this.recording.counts().timedOut()).isEqualTo(1);
		assertThat(this.tracker.lost(10)).singleElement()
			.hasToString("request 0 <" + this.ids.text(0) + "> with key <k> at requests-3@42, acknowledged");
		reply(0, 5000);
		assertThat(this.recording.counts().late()).isEqualTo(1);
		assertThat(this.recording.counts().lost()).isZero();
		assertThat(this.tracker.lost(10)).isEmpty();
		reply(0, 6000);
		assertThat(this.recording.counts().duplicates()).isEqualTo(1);
	}

	@Test
	void aRequestThatCannotBeSentFailsByItsCause() {
		send(0, null, 0, 0);
		this.tracker.acknowledge(this.requests[0], null, new TimeoutException("no room"), 7);
		assertThat(this.recording.counts().failures()).containsExactly(Map.entry("TimeoutException", 1L));
		assertThat(this.pacing.inFlight()).isZero();
		assertThat(this.recording.counts().unfinished()).isZero();
	}

	@Test
	void aRequestThatIsAnsweredOnTheErrorTopicFails() {
		send(0, null, 0, 0);
		this.tracker.accept(tapped("errors", "{\"id\":\"" + this.ids.text(0) + "\"}", 5));
		assertThat(this.recording.counts().failures()).containsExactly(Map.entry("error reply", 1L));
		assertThat(this.recording.counts().replied()).isZero();
		assertThat(this.pacing.inFlight()).isZero();
	}

	@Test
	void aRecordThatIsNoReplyIsLeftAlone() {
		send(0, null, 0, 0);
		this.tracker.accept(tapped("replies", "{\"id\":\"another\"}", 5));
		this.tracker.accept(tapped("replies", "{\"id\":\"" + this.ids.text(999) + "\"}", 5));
		this.tracker.accept(tapped("replies", "no JSON", 5));
		this.tracker.accept(tapped("requests", "{\"id\":\"" + this.ids.text(0) + "\"}", 5));
		assertThat(this.recording.counts().replied()).isZero();
		assertThat(this.recording.counts().unfinished()).isEqualTo(1);
	}

	@Test
	void aReplyThatIsOvertakenByOneWithItsKeyIsOutOfOrder() {
		send(0, "a", 0, 0);
		send(1, "b", 0, 0);
		send(2, "a", 0, 0);
		reply(1, 10);
		reply(2, 10);
		assertThat(this.recording.counts().outOfOrder()).isZero();
		reply(0, 10);
		assertThat(this.recording.counts().outOfOrder()).isEqualTo(1);
	}

	@Test
	void onlyKeysWithOpenRequestsAreKept() {
		KeyOrder order = new KeyOrder();
		for (int number = 0; number < 100; number++) {
			Request request = new Request(number, this.route, null, "key-" + number);
			order.add(request);
			if (number % 2 == 0) {
				order.gaveUp(request);
			}
			else {
				assertThat(order.replied(request)).isFalse();
			}
		}
		assertThat(order.size()).isZero();
	}

	@Test
	void requestsAreFollowedOverManyPages() {
		Ledger ledger = new Ledger();
		for (int number = 0; number < SEVERAL_PAGES; number++) {
			ledger.add(new Request(number, this.route, null, null));
			assertThat(ledger.change(number, RequestState.OPEN, RequestState.REPLIED)).isTrue();
			assertThat(ledger.change(number, RequestState.OPEN, RequestState.TIMED_OUT)).isFalse();
		}
		assertThat(ledger.open(5)).isNull();
		assertThat(ledger.state(5)).isEqualTo(RequestState.REPLIED);
		assertThat(ledger.state(SEVERAL_PAGES)).isEqualTo(RequestState.NONE);
		assertThat(ledger.state(-1)).isEqualTo(RequestState.NONE);
	}

	private final Request[] requests = new Request[10];

	private void send(int number, String key, long due, long sent) {
		this.requests[number] = new Request(number, this.route, null, key);
		this.requests[number].leave(due, sent, 0);
		this.tracker.leave(this.requests[number]);
	}

	private void acknowledge(int number, long nanos) {
		RecordMetadata metadata = new RecordMetadata(new TopicPartition("requests", 3), 42, 0, 0, 0, 0);
		this.tracker.acknowledge(this.requests[number], metadata, null, nanos);
	}

	private void reply(int number, long nanos) {
		this.tracker.accept(tapped("replies", "{\"id\":\"" + this.ids.text(number) + "\"}", nanos));
	}

	private static TappedRecord tapped(String topic, String value, long nanos) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(topic, 0, 0, null,
				value.getBytes(StandardCharsets.UTF_8));
		return new TappedRecord(record, nanos, true, CorrelationStrategy.field("id").read(record));
	}

	private static LoadCounts counts(long sent, long replied, long timedOut, long late, long duplicates,
			long outOfOrder) {
		return new LoadCounts(sent, 0, replied, timedOut, late, duplicates, outOfOrder, 0, Map.of());
	}

}
