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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;

/**
 * Records that are known and records that come, each once.
 */
class RecordCollectorTests {

	private final Tap tap = BDDMockito.mock(Tap.class);

	private final List<Consumer<? super TappedRecord>> subscribers = new ArrayList<>();

	@BeforeEach
	void tap() {
		BDDMockito.given(this.tap.subscribe(any())).willAnswer((call) -> {
			this.subscribers.add(call.getArgument(0));
			return (Runnable) this.subscribers::clear;
		});
	}

	@Test
	void whatIsKnownComesBeforeWhatArrivesAndNothingTwice() {
		BDDMockito.given(this.tap.seen(ArgumentMatchers.<Predicate<TappedRecord>>any()))
			.willReturn(List.of(tapped(0, 3, "a"), tapped(1, 7, null)));
		try (RecordCollector records = RecordCollector.of(this.tap, (tapped) -> true)) {
			arrive(tapped(1, 7, null));
			arrive(tapped(0, 4, "a"));
			assertThat(places(records)).containsExactly("0@3", "1@7", "0@4");
			assertThat(records.next(System.nanoTime())).isNull();
		}
	}

	@Test
	void theRestIsWhatWasNotGiven() {
		BDDMockito.given(this.tap.seen("a")).willReturn(List.of(tapped(0, 0, "a"), tapped(0, 1, "a")));
		try (RecordCollector records = RecordCollector.of(this.tap, "a", (tapped) -> true)) {
			arrive(tapped(0, 1, "a"));
			arrive(tapped(0, 2, "b"));
			arrive(tapped(0, 3, "a"));
			assertThat(place(records.next(deadline()))).isEqualTo("0@0");
			assertThat(records.rest()).extracting(RecordCollectorTests::place).containsExactly("0@1", "0@3");
			assertThat(records.rest()).isEmpty();
		}
	}

	@Test
	void whatTheFilterRefusesIsNotCollected() {
		BDDMockito.given(this.tap.seen("a")).willReturn(List.of(tapped(0, 0, "a")));
		try (RecordCollector records = RecordCollector.of(this.tap, "a", (tapped) -> tapped.record().offset() > 1)) {
			arrive(tapped(0, 1, "a"));
			arrive(tapped(0, 2, "a"));
			assertThat(places(records)).containsExactly("0@2");
		}
	}

	@Test
	void whenMoreThanTheBoundWaitItIsTold() {
		try (RecordCollector records = RecordCollector.of(this.tap, (tapped) -> true)) {
			IntStream.range(0, RecordCollector.MAX_WAITING).forEach((offset) -> arrive(tapped(0, offset, null)));
			assertThat(records.isOverrun()).isFalse();
			arrive(tapped(0, RecordCollector.MAX_WAITING, null));
			assertThat(records.isOverrun()).isTrue();
			assertThat(records.rest()).hasSize(RecordCollector.MAX_WAITING);
		}
	}

	@Test
	void whenTheThreadIsInterruptedTheWaitEndsAndItStaysInterrupted() {
		try (RecordCollector records = RecordCollector.of(this.tap, (tapped) -> true)) {
			Thread.currentThread().interrupt();
			assertThatIllegalStateException().isThrownBy(() -> records.next(deadline()))
				.withMessage("Interrupted while waiting for records");
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void theEndOfTheCollectingEndsTheSubscription() {
		RecordCollector.of(this.tap, (tapped) -> true).close();
		assertThat(this.subscribers).isEmpty();
	}

	private List<String> places(RecordCollector records) {
		List<String> places = new ArrayList<>();
		for (TappedRecord next = records.next(System.nanoTime()); next != null; next = records
			.next(System.nanoTime())) {
			places.add(place(next));
		}
		return places;
	}

	private static String place(@Nullable TappedRecord tapped) {
		return (tapped != null) ? tapped.record().partition() + "@" + tapped.record().offset() : "none";
	}

	private void arrive(TappedRecord tapped) {
		this.subscribers.forEach((subscriber) -> subscriber.accept(tapped));
	}

	private static TappedRecord tapped(int partition, long offset, @Nullable String id) {
		return new TappedRecord(new ConsumerRecord<>("orders", partition, offset, new byte[0], new byte[0]), 0, true,
				id);
	}

	private static long deadline() {
		return System.nanoTime() + Duration.ofSeconds(30).toNanos();
	}

}
