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

package io.omninode.kafka.test.record;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.omninode.kafka.test.application.ReadyApplication;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.tap.RecordCollector;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;

class DefaultPendingRecordsTests {

	private final Tap tap = BDDMockito.mock(Tap.class);

	private final PendingRecords records = new DefaultPendingRecords(List.of("orders"), (record) -> true, this.tap,
			TopicNames.of(Map.of()),
			new WaitSettings(Duration.ofSeconds(10),
					RecordReader.of(ApplicationFormats.none(), JsonFormat.of(JsonMapper.shared())), new TestScope(),
					ReadyApplication.create(), ClusterWatch.none()));

	@Test
	void whenTopicsCannotBeReadToTheirEndWhatWasSeenIsNotKnown() {
		BDDMockito.given(this.tap.awaitCaughtUp(any())).willReturn(false);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.records::seen)
			.withMessage("Whether a record came is not known: [orders] could not be read to the end within 5s");
	}

	@Test
	void whenTopicsAreReadToTheirEndNothingSeenMeansThatNothingIsThere() {
		BDDMockito.given(this.tap.awaitCaughtUp(any())).willReturn(true);
		assertThat(this.records.seen()).isEmpty();
	}

	@Test
	void whatIsSaidOfTheRecordsThatWereSeenShowsTheirValues() {
		BDDMockito.given(this.tap.awaitCaughtUp(any())).willReturn(true);
		TappedRecord seen = tapped(7);
		BDDMockito.given(this.tap.seen(ArgumentMatchers.<Predicate<TappedRecord>>any())).willReturn(List.of(seen));
		assertThat(this.records.seen()).hasToString("[orders-0@7, key <>, value <>]");
	}

	@Test
	void whenMoreRecordsComeThanAreKeptTheWaitSaysSo() {
		BDDMockito.given(this.tap.awaitCaughtUp(any())).willReturn(true);
		BDDMockito.given(this.tap.subscribe(any())).willAnswer((call) -> {
			Consumer<TappedRecord> subscriber = call.getArgument(0);
			IntStream.rangeClosed(0, RecordCollector.MAX_WAITING).mapToObj(this::tapped).forEach(subscriber);
			return (Runnable) () -> {
			};
		});
		PendingRecords none = this.records.matching((record) -> false);
		assertThatIllegalStateException().isThrownBy(() -> none.awaitNone(Duration.ofMillis(1)))
			.withMessage("Records of [orders] came faster than they were looked at: more than 100000 were waiting. "
					+ "Await fewer topics, or match with less work");
	}

	private TappedRecord tapped(int offset) {
		long now = System.currentTimeMillis();
		return new TappedRecord(new ConsumerRecord<>("orders", 0, offset, now, TimestampType.CREATE_TIME, 0, 0,
				new byte[0], new byte[0], new RecordHeaders(), Optional.empty()), System.nanoTime(), true, null);
	}

}
