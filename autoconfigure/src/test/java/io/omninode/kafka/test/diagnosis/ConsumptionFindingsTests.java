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

package io.omninode.kafka.test.diagnosis;

import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.listener.Attempts;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one look at the groups means, and what is said of it.
 */
class ConsumptionFindingsTests {

	private static final Origins.Place PLACE = new Origins.Place(new TopicPartition("orders", 0), 9);

	private static final long SENT = System.nanoTime();

	@Test
	void whatAWatchedListenerWasNeverCalledWithIsLost() {
		ConsumptionLook look = look(10, State.NOT_CALLED);
		assertThat(look.isLost()).isTrue();
		assertThat(look.isConsumed()).isFalse();
		assertThat(report(look).lost().toString())
			.isEqualTo("Record orders-0@9 was not consumed by <service>, and is not going "
					+ "to be.\n\nCause:    group <service> has committed past the record, but its listener <orders> was "
					+ "never called with it\nEvidence: group <service>: committed 10, end 10, lag 0\n"
					+ "Remedy:   see the log: the record cannot be deserialized, or the group began to read, or was moved, "
					+ "behind it\n");
	}

	@Test
	void aListenerThatHasGotThePartitionSinceDoesNotKnowWhatAnotherMadeOfTheRecord() {
		ConsumptionLook look = notCalled(SENT + 1_100_000_000L);
		assertThat(look.isLost()).isFalse();
		assertThat(look.isConsumed()).isTrue();
	}

	@Test
	void whatIsNotDecidedIsWaitedFor() {
		ConsumptionLook look = notCalled(SENT + 900_000_000L);
		assertThat(look.isLost()).isFalse();
		assertThat(look.isConsumed()).isFalse();
		assertThat(report(look).late("No").toString()).contains("was never called with it");
	}

	@Test
	void aPausedListenerIsWaitedFor() {
		ConsumptionLook look = look(10, State.PAUSED);
		assertThat(look.isLost()).isFalse();
		assertThat(look.isConsumed()).isFalse();
		assertThat(report(look).late("No").toString())
			.contains("Cause:    listener <orders> of group <service> is paused, and was not called with it\n");
	}

	private static ConsumptionLook notCalled(long since) {
		Outcome outcome = new Outcome(State.NOT_CALLED, "orders", Attempts.of(0), null, since);
		return look(10L, outcome);
	}

	@Test
	void whatIsNotKnownIsLeftToTheCommit() {
		assertThat(look(10, State.UNKNOWN).isConsumed()).isTrue();
		assertThat(look(10, State.CONSUMED).isConsumed()).isTrue();
		assertThat(look(9, State.CONSUMED).isConsumed()).isFalse();
		assertThat(look(9, State.NOT_CALLED).isLost()).isFalse();
	}

	@Test
	void whatIsUnderWayIsWaitedFor() {
		for (State state : List.of(State.CALLED, State.RETRIED, State.FAILED)) {
			ConsumptionLook look = look(10, state);
			assertThat(look.isConsumed()).isFalse();
			assertThat(look.isLost()).isFalse();
		}
		assertThat(report(look(10, State.CALLED)).late("No").toString())
			.isEqualTo("No.\n\nCause:    listener <orders> of group <service> has been called, and has not ended\n"
					+ "Evidence: group <service>: committed 10, end 10, lag 0\n"
					+ "Remedy:   wait longer, or see what the listener waits for\n");
	}

	@Test
	void aFailureThatMayBeTriedAgainIsWaitedForHoweverOldItIs() {
		Outcome outcome = new Outcome(State.FAILED, "orders", Attempts.of(1), null,
				System.nanoTime() - 20_000_000_000L);
		ConsumptionLook look = look(10L, outcome);
		assertThat(look.isLost()).isFalse();
		assertThat(report(look).late("No").toString())
			.isEqualTo("No.\n\nCause:    listener <orders> of group <service> failed in 1 attempt; "
					+ "the group has gone on without it\nEvidence: group <service>: committed 10, end 10, lag 0\n"
					+ "Remedy:   correct the listener, or the record; a test that expects this awaits its dead "
					+ "letter, or what else comes of it\n");
	}

	@Test
	void aListenerThatIsCalledAgainHasFailedBefore() {
		Outcome outcome = new Outcome(State.CALLED, "orders", Attempts.of(2), new IllegalStateException("full"), SENT);
		assertThat(report(look(9L, outcome)).late("No").toString())
			.isEqualTo("No.\n\nCause:    listener <orders> of group <service> failed in 2 attempts, the last time with "
					+ "<java.lang.IllegalStateException: full>; it has been called again, and has not ended\n"
					+ "Evidence: group <service>: committed 9, end 10, lag 1\n"
					+ "Remedy:   wait longer, or see what the listener waits for\n");
	}

	private static ConsumptionLook look(long committed, State state) {
		Outcome outcome = new Outcome(state, "orders", Attempts.of(1), null, SENT);
		return look(committed, outcome);
	}

	private static ConsumptionLook look(long committed, Outcome outcome) {
		return ConsumptionLook.at(new Wanted(PLACE, null, SENT), Map.of("service", committed), List.of(),
				(group, partition, offset) -> outcome);
	}

	private static ConsumptionFindings report(ConsumptionLook look) {
		return new ConsumptionFindings(look, 10, Map.of(), List.of(), List.of());
	}

}
