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

package io.omninode.kafka.test.listener;

import java.util.stream.LongStream;

import io.omninode.kafka.test.listener.Outcome.State;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.support.serializer.DeserializationException;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionOutcomesTests {

	private final PartitionOutcomes outcomes = new PartitionOutcomes();

	@Test
	void whatIsNotNotedWasNotCalled() {
		assertThat(state(0)).isEqualTo(State.NOT_CALLED);
	}

	@Test
	void recordsAreConsumedInAnyOrder() {
		LongStream.of(5, 3, 4, 9, 3).forEach((offset) -> note(offset, State.CONSUMED));
		assertThat(LongStream.rangeClosed(2, 10).mapToObj(this::state)).containsExactly(State.NOT_CALLED,
				State.CONSUMED, State.CONSUMED, State.CONSUMED, State.NOT_CALLED, State.NOT_CALLED, State.NOT_CALLED,
				State.CONSUMED, State.NOT_CALLED);
	}

	@Test
	void theLastThatIsNotedCounts() {
		note(1, State.CONSUMED);
		note(1, State.CALLED);
		assertThat(state(1)).isEqualTo(State.CALLED);
		note(1, State.CONSUMED);
		assertThat(state(1)).isEqualTo(State.CONSUMED);
	}

	@Test
	void failuresAreCounted() {
		for (int attempt = 1; attempt <= 3; attempt++) {
			this.outcomes.note(7, "id",
					(known) -> known.failed(new IllegalStateException(), known.failures() + 1, null));
		}
		this.outcomes.note(7, "id", (known) -> known.as(State.GIVEN_UP));
		Outcome outcome = this.outcomes.of(7);
		assertThat(outcome).isNotNull();
		assertThat(outcome.failures()).isEqualTo(3);
		assertThat(outcome.state()).isEqualTo(State.GIVEN_UP);
		assertThat(outcome.listener()).isEqualTo("id");
		assertThat(outcome.failure()).hasToString("java.lang.IllegalStateException");
	}

	@Test
	void aFailureKeepsNothingOfItsRecord() {
		byte[] data = new byte[100];
		this.outcomes.note(7, "id", (known) -> known.failed(new IllegalStateException(
				new DeserializationException("No JSON", data, true, new IllegalArgumentException("x".repeat(2_000)))),
				1, null));
		Outcome outcome = this.outcomes.of(7);
		assertThat(outcome).isNotNull();
		assertThat(outcome.failure()).isInstanceOfSatisfying(DeserializationException.class, (kept) -> {
			assertThat(kept.getData()).isEmpty();
			assertThat(kept.isKey()).isTrue();
			assertThat(kept).hasMessageStartingWith("No JSON");
			assertThat(kept.getCause()).hasMessage("x".repeat(1_000));
		});
	}

	@Test
	void failuresTakeNoMoreRoomThanTheyMay() {
		LongStream.range(0, 100)
			.forEach((offset) -> this.outcomes.note(offset, "id",
					(known) -> known.failed(new IllegalStateException(), 1, null), 10 * KeptFailure.BYTES));
		assertThat(this.outcomes.of(90)).isNull();
		assertThat(state(91)).isEqualTo(State.FAILED);
		assertThat(state(100)).isEqualTo(State.NOT_CALLED);
	}

	@Test
	void memoryIsBoundedAndWhatIsForgottenIsNotClaimed() {
		LongStream.range(0, PartitionOutcomes.MAX_ENTRIES + 1).forEach((offset) -> note(2 * offset, State.CONSUMED));
		assertThat(this.outcomes.of(0)).isNull();
		assertThat(state(2)).isEqualTo(State.CONSUMED);
		LongStream.range(0, PartitionOutcomes.MAX_ENTRIES + 1).forEach((offset) -> note(5_000 + offset, State.FAILED));
		assertThat(this.outcomes.of(5_000)).isNull();
		assertThat(state(5_001)).isEqualTo(State.FAILED);
		assertThat(state(10_000)).isEqualTo(State.NOT_CALLED);
	}

	@Test
	void millionsOfRecordsInARowTakeOneEntry() {
		LongStream.range(0, 1_000_000).forEach((offset) -> note(offset, State.CONSUMED));
		assertThat(state(0)).isEqualTo(State.CONSUMED);
		assertThat(state(999_999)).isEqualTo(State.CONSUMED);
		assertThat(state(1_000_000)).isEqualTo(State.NOT_CALLED);
	}

	private void note(long offset, State state) {
		this.outcomes.note(offset, "id", (known) -> known.as(state));
	}

	private State state(long offset) {
		Outcome outcome = this.outcomes.of(offset);
		return (outcome != null) ? outcome.state() : State.UNKNOWN;
	}

}
