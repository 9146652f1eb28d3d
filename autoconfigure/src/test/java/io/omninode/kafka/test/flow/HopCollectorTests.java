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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

/**
 * Which records belong to a flow, and what bounds them.
 */
class HopCollectorTests {

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
	void whatIsKnownAndWhatArrivesIsOneFlow() {
		BDDMockito.given(this.tap.seen("a")).willReturn(List.of(tapped(0, "a"), tapped(-1, "a")));
		try (HopCollector hops = collector()) {
			arrive(1, "a");
			assertThat(hops.awaitMore(deadline())).isTrue();
			assertThat(hops.records()).extracting(ConsumerRecord::offset).containsExactly(0L, 1L);
		}
	}

	@Test
	void aRecordThatIsKnownAndArrivesIsOneHop() {
		BDDMockito.given(this.tap.seen("a")).willReturn(List.of(tapped(0, "a")));
		try (HopCollector hops = collector()) {
			arrive(0, "a");
			assertThat(hops.awaitMore(System.nanoTime())).isFalse();
			arrive(0, "a");
			hops.addArrived();
			assertThat(hops.records()).hasSize(1);
		}
	}

	@Test
	void whatIsNotOfTheFlowDoesNotEndTheWait() {
		try (HopCollector hops = collector()) {
			arrive(0, "b");
			arrive(1, null);
			arrive(-1, "a");
			assertThat(hops.awaitMore(System.nanoTime())).isFalse();
			arrive(2, "a");
			assertThat(hops.awaitMore(deadline())).isTrue();
			assertThat(hops.records()).extracting(ConsumerRecord::offset).containsExactly(2L);
		}
	}

	@Test
	void aFlowHasTenThousandRecordsAtMost() {
		try (HopCollector hops = collector()) {
			IntStream.range(0, 10_001).forEach((offset) -> arrive(offset, "a"));
			hops.addArrived();
			hops.add(tapped(20_000, "a").record());
			assertThat(hops.records()).hasSize(10_000);
		}
	}

	@Test
	void theEndOfTheTrackingEndsTheSubscription() {
		collector().close();
		assertThat(this.subscribers).isEmpty();
	}

	private HopCollector collector() {
		return new HopCollector(this.tap, "a", (tapped) -> tapped.record().offset() >= 0);
	}

	private void arrive(long offset, @Nullable String id) {
		this.subscribers.forEach((subscriber) -> subscriber.accept(tapped(offset, id)));
	}

	private static TappedRecord tapped(long offset, @Nullable String id) {
		return new TappedRecord(new ConsumerRecord<>("orders", 0, offset, new byte[0], new byte[0]), 0, true, id);
	}

	private static long deadline() {
		return System.nanoTime() + Duration.ofSeconds(30).toNanos();
	}

}
