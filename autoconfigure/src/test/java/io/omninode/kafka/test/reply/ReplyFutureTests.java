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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.support.SendResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replies as futures.
 */
class ReplyFutureTests {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final AwaiterFixture fixture = new AwaiterFixture();

	private final FakeTap tap = this.fixture.tap;

	private final DefaultReplyAwaiter impatient = this.fixture.awaiter(CorrelationStrategy.header(FakeTap.HEADER),
			AwaiterFixture.SHORT);

	@Test
	void aReplyCompletesTheFutureWhetherItIsThereOrNot() {
		PendingReply pending = this.fixture.send("order-42");
		CompletableFuture<Reply> before = pending.toFuture();
		assertThat(before).isNotDone();
		this.tap.see("orders.replies", "order-42", "a");
		assertThat(before).succeedsWithin(LIMIT).hasToString("orders.replies-0@0");
		assertThat(pending.toFuture()).isCompletedWithValueMatching((reply) -> reply.offset() == 0);
	}

	@Test
	void whenTheTimeIsOverTheFutureFails() {
		assertThat(this.fixture.send(this.impatient.exchange("orders"), "order-42").toFuture()).failsWithin(LIMIT)
			.withThrowableThat()
			.withCauseInstanceOf(MissingReplyError.class)
			.withMessageContaining("No reply to <order-42> on <orders.replies> within 1ms.");
		assertThat(this.impatient.pending("order-43").toFuture()).failsWithin(LIMIT);
	}

	@Test
	void whenTheTimeIsOverTheTopicIsReadToItsEndFirst() {
		this.tap.whenCaughtUp(() -> this.tap.see("orders.replies", "order-42", "a"));
		assertThat(this.fixture.send(this.impatient.exchange("orders"), "order-42").toFuture()).succeedsWithin(LIMIT)
			.hasToString("orders.replies-0@0");
	}

	@Test
	void theTimeBeginsWithTheAcknowledgement() {
		CompletableFuture<SendResult<byte[], byte[]>> sent = new CompletableFuture<>();
		this.fixture.whenSent(() -> sent);
		CompletableFuture<Reply> future = this.fixture.send(this.impatient.exchange("orders"), "order-42").toFuture();
		assertThat(future).isNotDone();
		sent.complete(AwaiterFixture.acknowledged(new ProducerRecord<>("orders.commands", new byte[0])));
		assertThat(future).failsWithin(LIMIT);
	}

	@Test
	void aConditionThatThrowsFailsTheFuture() {
		CompletableFuture<Reply> future = this.fixture.send("order-42").matching((reply) -> {
			throw new IllegalStateException("cannot tell");
		}).toFuture();
		this.tap.see("orders.replies", "order-42", "a");
		assertThat(future).failsWithin(LIMIT).withThrowableThat().withMessageContaining("cannot tell");
	}

	@Test
	void whatTheUserDoesWithTheReplyDoesNotHoldUpTheTap() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		CompletableFuture<String> thread = new CompletableFuture<>();
		this.fixture.send("order-42").toFuture().thenAccept((reply) -> {
			thread.complete(Thread.currentThread().getName());
			awaitQuietly(release);
		});
		this.tap.see("orders.replies", "order-42", "a");
		this.tap.see("orders.replies", "order-42", "b");
		assertThat(thread.get(1, TimeUnit.MINUTES)).isEqualTo("kafka-test-replies");
		release.countDown();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void theThreadsEndWithTheAwaiter() {
		CompletableFuture<Reply> future = this.fixture.send("order-42").toFuture();
		this.fixture.awaiter.destroy();
		assertThat(future).failsWithin(LIMIT);
		assertThat(this.fixture.awaiter.isRunning()).isFalse();
	}

	@Test
	void aFutureThatIsCancelledIsLeftAlone() {
		PendingReply pending = this.fixture.send("order-42");
		CompletableFuture<Reply> future = pending.toFuture();
		future.cancel(false);
		this.tap.see("orders.replies", "order-42", "a");
		assertThat(pending.toFuture()).isCompleted();
		assertThat(future).isCancelled();
	}

}
