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

package io.omninode.kafka.test.tap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.omninode.kafka.test.client.TestStart;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;

/**
 * What is read of a topic, and what if that takes too long.
 */
class PastRecordsTests {

	private static final TopicPartition PLACE = new TopicPartition("orders", 0);

	private static final Instant SINCE = Instant.ofEpochMilli(1_000);

	@SuppressWarnings("unchecked")
	private final Consumer<byte[], byte[]> consumer = BDDMockito.mock(Consumer.class);

	private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

	@BeforeEach
	void topics() {
		BDDMockito.given(this.consumer.listTopics())
			.willReturn(Map.of("orders", List.of(info("orders")), "other", List.of(info("other"))));
		BDDMockito.given(this.consumer.endOffsets(List.of(PLACE))).willReturn(Map.of(PLACE, 10L));
		BDDMockito.given(this.consumer.poll(any())).willReturn(ConsumerRecords.empty());
	}

	@Test
	void nothingButWhatIsNotOlderIsRead() {
		BDDMockito.given(this.consumer.offsetsForTimes(Map.of(PLACE, 1_000L)))
			.willReturn(Map.of(PLACE, new OffsetAndTimestamp(8, 1_000)));
		BDDMockito.given(this.consumer.position(PLACE)).willReturn(9L, 10L);
		read(Duration.ofSeconds(30));
		BDDMockito.then(this.consumer).should().assign(Set.of(PLACE));
		BDDMockito.then(this.consumer).should().seek(PLACE, 8L);
		BDDMockito.then(this.consumer).should(BDDMockito.times(2)).poll(any());
	}

	@Test
	void whenEverythingIsOlderNothingIsRead() {
		BDDMockito.given(this.consumer.offsetsForTimes(any())).willReturn(Map.of());
		read(Duration.ofSeconds(30));
		BDDMockito.then(this.consumer).should(BDDMockito.never()).poll(any());
	}

	@Test
	void whenTheEndIsNotReachedInTimeThatIsAnError() {
		BDDMockito.given(this.consumer.offsetsForTimes(any()))
			.willReturn(Map.of(PLACE, new OffsetAndTimestamp(8, 1_000)));
		BDDMockito.given(this.consumer.position(PLACE)).willReturn(9L);
		assertThatExceptionOfType(TapException.class).isThrownBy(() -> read(Duration.ofMillis(1)))
			.withMessage("The topics could not be read from 1970-01-01T00:00:01Z to their end within 1ms: [orders-0] "
					+ "are left");
		assertThat(this.read).isEmpty();
		BDDMockito.then(this.consumer).should().close(any(CloseOptions.class));
	}

	@Test
	void whenThereIsTooMuchTheNewestIsReadAndTheRestIsNamed() {
		BDDMockito.given(this.consumer.offsetsForTimes(any()))
			.willReturn(Map.of(PLACE, new OffsetAndTimestamp(2, 1_000)));
		BDDMockito.given(this.consumer.position(PLACE)).willReturn(10L);
		PastRecords past = new PastRecords(this.consumer, TestStart.at(SINCE), Duration.ofSeconds(30));
		assertThatExceptionOfType(TapException.class).isThrownBy(() -> past.read("orders"::equals, 3, this.read::add))
			.withMessage("Only the last 3 records of [orders-0] were looked at");
		BDDMockito.then(this.consumer).should().seek(PLACE, 7L);
		BDDMockito.then(this.consumer).should().poll(any());
	}

	@Test
	void whenATopicMayNotBeReadTheOthersAreRead() {
		TopicPartition other = new TopicPartition("other", 0);
		BDDMockito.given(this.consumer.offsetsForTimes(any())).willReturn(Map.of());
		BDDMockito.given(this.consumer.endOffsets(any())).willReturn(Map.of(PLACE, 10L, other, 5L));
		BDDMockito.given(this.consumer.poll(any()))
			.willThrow(new TopicAuthorizationException(Set.of("other")))
			.willReturn(ConsumerRecords.empty());
		BDDMockito.given(this.consumer.position(PLACE)).willReturn(9L, 10L);
		PastRecords past = new PastRecords(this.consumer, new TestStart(SINCE, Map.of(), true), Duration.ofSeconds(30));
		assertThatExceptionOfType(TopicAuthorizationException.class)
			.isThrownBy(() -> past.read((topic) -> true, this.read::add))
			.satisfies((ex) -> assertThat(ex.unauthorizedTopics()).containsExactly("other"));
		BDDMockito.then(this.consumer).should().assign(Set.of(PLACE));
		BDDMockito.then(this.consumer).should(BDDMockito.times(2)).poll(any());
	}

	private void read(Duration timeout) {
		try (PastRecords past = new PastRecords(this.consumer, TestStart.at(SINCE), timeout)) {
			past.read("orders"::equals, this.read::add);
		}
	}

	private static PartitionInfo info(String topic) {
		return new PartitionInfo(topic, 0, null, null, null);
	}

}
