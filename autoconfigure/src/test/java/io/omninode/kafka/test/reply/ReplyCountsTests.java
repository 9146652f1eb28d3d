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

package io.omninode.kafka.test.reply;

import java.time.Duration;
import java.util.List;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Which replies are duplicates, which are late, and how many are kept.
 */
class ReplyCountsTests {

	private static final String REPLIES = "orders.replies";

	private final AwaiterFixture fixture = new AwaiterFixture();

	private final FakeTap tap = this.fixture.tap;

	private final PendingReply pending = this.fixture.send("order-42");

	@Test
	void aSecondReplyOnATopicIsADuplicate() {
		assertThat(this.pending.duplicates()).isZero();
		this.tap.see(REPLIES, "order-42", "a");
		assertThat(this.pending.duplicates()).isZero();
		this.tap.see(REPLIES, "order-42", "b");
		this.tap.see(REPLIES, "order-42", "c");
		assertThat(this.pending.duplicates()).isEqualTo(2);
		assertThat(this.pending.replies()).extracting(Reply::isDuplicate).containsExactly(false, true, true);
		assertThat(this.pending.matching((reply) -> reply.offset() == 2).duplicates()).isEqualTo(1);
	}

	@Test
	void theReplyToAnotherRequestIsNone() {
		this.tap.see(REPLIES, "order-42", "a");
		this.tap.see(REPLIES, "order-43", "a");
		assertThat(this.pending.duplicates()).isZero();
	}

	@Test
	void aRecordThatIsFoundTwiceIsNone() {
		this.tap.see(REPLIES, "order-44", "a");
		PendingReply early = this.fixture.awaiter.pending("order-44");
		assertThat(early.replies()).hasSize(1);
		this.tap.whenCaughtUp(() -> this.tap.see(REPLIES, "order-44", "b"));
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> early.awaitAll(3, AwaiterFixture.SHORT));
		assertThat(early.replies()).hasSize(2);
		assertThat(early.duplicates()).isEqualTo(1);
	}

	@Test
	void aReplyInTimeIsNotLate() {
		this.tap.see(REPLIES, "order-42", "a");
		assertThat(this.pending.await().isLate()).isFalse();
		assertThat(this.pending.late()).isZero();
	}

	@Test
	void aReplyAfterAWaitHasFailedIsLate() {
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> this.pending.await(AwaiterFixture.SHORT));
		this.tap.see(REPLIES, "order-42", "a");
		assertThat(this.pending.await().isLate()).isTrue();
		assertThat(this.pending.late()).isEqualTo(1);
		assertThat(this.pending.duplicates()).isZero();
	}

	@Test
	void aReplyThatIsReadWhenTheTimeIsJustOverIsNotLate() {
		this.tap.whenCaughtUp(() -> this.tap.see(REPLIES, "order-42", "a"));
		assertThat(this.pending.await(AwaiterFixture.SHORT).isLate()).isFalse();
	}

	@Test
	void aReplyAfterNoneWasAwaitedIsNotLate() {
		this.pending.awaitNone(AwaiterFixture.SHORT);
		this.tap.see(REPLIES, "order-42", "a");
		assertThat(this.pending.late()).isZero();
	}

	@Test
	void aReplyAfterTheDefaultTimeoutIsLate() {
		DefaultReplyAwaiter impatient = this.fixture.awaiter(CorrelationStrategy.header(FakeTap.HEADER),
				Duration.ofMinutes(1));
		PendingReply reply = this.fixture.send(impatient.exchange("orders"), "order-43");
		this.tap.see(REPLIES, "order-43", "a", System.nanoTime() + Duration.ofSeconds(50).toNanos());
		this.tap.see(REPLIES, "order-43", "b", System.nanoTime() + Duration.ofSeconds(61).toNanos());
		assertThat(reply.replies()).extracting(Reply::isLate).containsExactly(false, true);
		assertThat(reply.late()).isEqualTo(1);
	}

	@Test
	void noMoreThanTenThousandRepliesAreKept() {
		for (int i = 0; i < 10_001; i++) {
			this.tap.see(REPLIES, "order-42", "");
		}
		List<Reply> replies = this.pending.awaitAll(10_000);
		assertThat(replies).hasSize(10_000);
		assertThat(this.pending.replies()).hasSize(10_000);
		assertThatIllegalArgumentException().isThrownBy(() -> this.pending.awaitAll(10_001))
			.withMessage("Between 1 and 10000 replies can be awaited, not <10001>");
	}

}
