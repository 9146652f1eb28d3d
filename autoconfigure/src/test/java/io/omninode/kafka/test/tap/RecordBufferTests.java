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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RecordBuffer}.
 */
class RecordBufferTests {

	private static final Duration AGE = Duration.ofSeconds(10);

	private final AtomicLong clock = new AtomicLong();

	@Test
	void theOldestGoFirstWhenThereAreTooMany() {
		RecordBuffer lookBack = lookBack(3, Long.MAX_VALUE);
		for (int offset = 0; offset < 5; offset++) {
			lookBack.add(List.of(record(offset, 1)));
		}
		assertThat(offsets(lookBack)).containsExactly(2L, 3L, 4L);
	}

	@Test
	void theOldestGoFirstWhenTheyAreTooLarge() {
		RecordBuffer lookBack = lookBack(100, 10_000);
		for (int offset = 0; offset < 5; offset++) {
			lookBack.add(List.of(record(offset, 4_000)));
		}
		assertThat(offsets(lookBack)).containsExactly(3L, 4L);
	}

	@Test
	void headersCount() {
		RecordBuffer lookBack = lookBack(100, 10_000);
		for (int offset = 0; offset < 5; offset++) {
			TappedRecord record = record(offset, 0);
			record.record().headers().add("large", new byte[4_000]);
			lookBack.add(List.of(record));
		}
		assertThat(offsets(lookBack)).containsExactly(3L, 4L);
	}

	@Test
	void oneThatIsTooLargeIsKeptUntilTheNext() {
		RecordBuffer lookBack = lookBack(100, 10);
		lookBack.add(List.of(record(0, 1_000)));
		assertThat(offsets(lookBack)).containsExactly(0L);
		lookBack.add(List.of(record(1, 1_000)));
		assertThat(offsets(lookBack)).containsExactly(1L);
	}

	@Test
	void thoseThatAreTooOldAreNotFound() {
		RecordBuffer lookBack = lookBack(100, Long.MAX_VALUE);
		lookBack.add(List.of(record(0, 1)));
		this.clock.addAndGet(AGE.toNanos());
		assertThat(offsets(lookBack)).containsExactly(0L);
		this.clock.addAndGet(1);
		assertThat(offsets(lookBack)).isEmpty();
		lookBack.add(List.of(record(1, 1)));
		assertThat(offsets(lookBack)).containsExactly(1L);
	}

	@Test
	void anIdLeadsToItsRecordsAsLongAsTheyAreKept() {
		RecordBuffer lookBack = lookBack(3, Long.MAX_VALUE);
		for (int offset = 0; offset < 6; offset++) {
			lookBack.add(List.of(record(offset, 1, (offset % 2 == 0) ? "even" : "odd")));
		}
		assertThat(lookBack.find("even")).extracting((record) -> record.record().offset()).containsExactly(4L);
		assertThat(lookBack.find("odd")).extracting((record) -> record.record().offset()).containsExactly(3L, 5L);
		assertThat(lookBack.find("other")).isEmpty();
		this.clock.addAndGet(AGE.toNanos() + 1);
		assertThat(lookBack.find("odd")).isEmpty();
	}

	@Test
	void anIdIsFoundHoweverRecordsAndLooksAlternate() {
		RecordBuffer lookBack = lookBack(5, Long.MAX_VALUE);
		for (int offset = 0; offset < 100; offset++) {
			lookBack.add(List.of(record(offset, 1, "id-" + offset % 3)));
			if (offset % 7 == 0) {
				int last = offset;
				long expected = IntStream.rangeClosed(Math.max(0, last - 4), last)
					.filter((each) -> each % 3 == 1)
					.count();
				assertThat(lookBack.find("id-1")).hasSize((int) expected)
					.allMatch((record) -> record.record().offset() > last - 5 && record.record().offset() % 3 == 1);
			}
		}
	}

	@Test
	void aFilterMayAskAgain() {
		RecordBuffer lookBack = lookBack(100, Long.MAX_VALUE);
		lookBack.add(List.of(record(0, 1)));
		assertThat(lookBack.find((record) -> {
			lookBack.add(List.of(record(1, 1)));
			return true;
		})).hasSize(1);
	}

	@Test
	void boundsHaveToBePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TapBounds(0, 1, AGE))
			.withMessage("The bounds of a tap have to be positive, not <0> records, <1> bytes, <PT10S>");
		assertThatIllegalArgumentException().isThrownBy(() -> new TapBounds(1, 0, AGE));
		assertThatIllegalArgumentException().isThrownBy(() -> new TapBounds(1, 1, Duration.ZERO));
	}

	private RecordBuffer lookBack(int maxRecords, long maxBytes) {
		return new RecordBuffer(new TapBounds(maxRecords, maxBytes, AGE), this.clock::get);
	}

	private TappedRecord record(long offset, int size) {
		return record(offset, size, null);
	}

	private TappedRecord record(long offset, int size, @Nullable String id) {
		return new TappedRecord(new ConsumerRecord<>("topic", 0, offset, 0L, TimestampType.CREATE_TIME, 0, size,
				new byte[0], new byte[size], new RecordHeaders(), Optional.empty()), this.clock.get(), true, id);
	}

	private static List<Long> offsets(RecordBuffer lookBack) {
		return lookBack.find((record) -> true).stream().map((record) -> record.record().offset()).toList();
	}

}
