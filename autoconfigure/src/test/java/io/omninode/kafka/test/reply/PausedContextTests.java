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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What the pause and the end of a context, and the end of a test, do to waits.
 */
class PausedContextTests {

	private final AwaiterFixture fixture = new AwaiterFixture();

	static Stream<Consumer<PendingReply>> waits() {
		return Stream.of(PendingReply::await, (pending) -> pending.awaitAll(2), PendingReply::awaitEach,
				PendingReply::awaitError, (pending) -> pending.awaitNone(AwaiterFixture.LONG),
				(pending) -> pending.matching((reply) -> true).await());
	}

	@ParameterizedTest
	@MethodSource("waits")
	void aPauseEndsEveryWaitAtOnce(Consumer<PendingReply> wait) throws Exception {
		PendingReply sent = this.fixture.send("order-42");
		PendingReply pending = this.fixture.awaiter.pending("order-43");
		List<CompletableFuture<Throwable>> failures = List.of(begin(wait, sent), begin(wait, pending));
		this.fixture.awaiter.stop();
		for (CompletableFuture<Throwable> failure : failures) {
			assertThat(failure.get(1, TimeUnit.MINUTES)).isInstanceOf(MissingReplyError.class)
				.hasMessageContaining(
						"\n\nCause:    the application context was paused or closed while it was awaited\n");
		}
	}

	private static CompletableFuture<Throwable> begin(Consumer<PendingReply> wait, PendingReply pending) {
		CompletableFuture<Throwable> failure = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				wait.accept(pending);
			}
			catch (Throwable ex) {
				failure.complete(ex);
			}
		});
		thread.setDaemon(true);
		thread.start();
		return failure;
	}

	@Test
	void aPauseCompletesEveryFuture() {
		CompletableFuture<Reply> future = this.fixture.send("order-42").toFuture();
		CompletableFuture<Reply> narrowed = this.fixture.awaiter.pending("order-43")
			.matching((reply) -> false)
			.toFuture();
		assertThat(future).isNotDone();
		this.fixture.awaiter.stop();
		assertThat(List.of(future, narrowed)).allSatisfy((each) -> assertThat(each).failsWithin(AwaiterFixture.LONG)
			.withThrowableThat()
			.withMessageContaining("the application context was paused or closed while it was awaited"));
	}

	@Test
	void theErrorSaysSoInFull() {
		PendingReply pending = this.fixture.send("order-42");
		this.fixture.awaiter.stop();
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(pending::await).withMessageMatching("""
				No reply to <order-42> on <orders\\.replies>\\.

				Cause:    the application context was paused or closed while it was awaited
				Evidence: request at orders\\.commands-0@9, acknowledged \\w+ ago
				          seen on orders\\.replies meanwhile: nothing
				          seen on orders\\.errors meanwhile: nothing
				Remedy:   await the reply in the test method that sends the request
				""");
	}

	@Test
	void aReplyThatCameBeforeIsStillThere() {
		PendingReply pending = this.fixture.send("order-42");
		this.fixture.tap.see("orders.replies", "order-42", "a");
		this.fixture.awaiter.stop();
		assertThat(pending.await()).hasToString("orders.replies-0@0");
	}

	@Test
	void whilePausedNothingCanBeAwaited() {
		Exchange exchange = this.fixture.awaiter.exchange("orders");
		this.fixture.awaiter.stop();
		assertThat(this.fixture.awaiter.isRunning()).isFalse();
		String message = "The application context is paused or closed: a reply can be awaited while it runs only";
		assertThatIllegalStateException().isThrownBy(() -> exchange.send("event")).withMessage(message);
		assertThatIllegalStateException().isThrownBy(() -> this.fixture.awaiter.pending("order-42"))
			.withMessage(message);
	}

	@Test
	void afterARestartNewRequestsAreAwaited() {
		this.fixture.send("order-42");
		this.fixture.awaiter.stop();
		this.fixture.awaiter.start();
		PendingReply again = this.fixture.send("order-42");
		this.fixture.tap.see("orders.replies", "order-42", "a");
		assertThat(again.await()).hasToString("orders.replies-0@0");
	}

	@Test
	void theEndOfTheTestEndsItsWaits() {
		this.fixture.scope.begin();
		PendingReply pending = this.fixture.send("order-42");
		CompletableFuture<Reply> future = pending.toFuture();
		this.fixture.scope.end();
		assertThat(future).failsWithin(AwaiterFixture.LONG)
			.withThrowableThat()
			.withMessageContaining(
					"No reply to <order-42> on <orders.replies>.\n\nCause:    the test that waited for it has ended");
		this.fixture.tap.see("orders.replies", "order-42", "a");
		assertThat(pending.replies()).isEmpty();
	}

	@Test
	void ofSeveralWaitsForOneIdEachEndsAlone() {
		this.fixture.scope.begin();
		PendingReply first = this.fixture.send("order-42");
		this.fixture.scope.end();
		this.fixture.scope.begin();
		PendingReply second = this.fixture.send("order-42");
		PendingReply third = this.fixture.awaiter.pending("order-42");
		this.fixture.tap.see("orders.replies", "order-42", "a");
		assertThat(first.replies()).isEmpty();
		assertThat(second.await()).hasToString(third.await().toString());
		this.fixture.scope.end();
		this.fixture.tap.see("orders.replies", "order-42", "b");
		assertThat(second.replies()).hasSize(1);
		assertThat(third.replies()).hasSize(1);
	}

}
