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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What an event on the error topic of an exchange does to the waits.
 */
class ErrorTopicTests {

	private static final String REPLIES = "orders.replies";

	private static final String ERRORS = "orders.errors";

	private final AwaiterFixture fixture = new AwaiterFixture();

	private final FakeTap tap = this.fixture.tap;

	private final PendingReply pending = this.fixture.send("order-42");

	@Test
	void anErrorEventEndsTheWaitAtOnce() {
		this.tap.see(ERRORS, "order-42", "out of stock");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> this.pending.await(AwaiterFixture.LONG))
			.withMessageMatching("""
					No reply to <order-42> on <orders.replies>: an error event came instead\\.

					Cause:    orders\\.errors-0@0 after \\w+, no key, value <out of stock>
					Evidence: request at orders\\.commands-0@9, acknowledged \\w+ ago
					          seen on orders\\.replies meanwhile: nothing
					          seen on orders\\.errors meanwhile: 1 record, ids <order-42>
					Remedy:   read the error event; a test that expects it calls awaitError\\(\\)
					""")
			.satisfies((ex) -> assertThat(ex.errorRecord()).hasValueSatisfying(this::isTheError));
		assertThat(this.pending.toFuture()).isCompletedExceptionally();
		assertThatExceptionOfType(MissingReplyError.class)
			.isThrownBy(() -> this.pending.awaitEach(AwaiterFixture.LONG));
	}

	private void isTheError(Reply error) {
		assertThat(error.correlationId()).isEqualTo("order-42");
		assertThat(error).hasToString("orders.errors-0@0");
	}

	@Test
	void theErrorEventOfAnotherRequestDoesNot() {
		this.tap.see(ERRORS, "order-41", "out of stock");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> this.pending.await(AwaiterFixture.SHORT))
			.withMessageStartingWith("No reply to <order-42> on <orders.replies> within 1ms.")
			.satisfies((ex) -> assertThat(ex.errorRecord()).isEmpty());
	}

	@Test
	void aReplyThatIsThereCountsBesideAnErrorEvent() {
		this.tap.see(REPLIES, "order-42", "first");
		this.tap.see(ERRORS, "order-42", "out of stock");
		assertThat(this.pending.await()).hasToString("orders.replies-0@0");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> this.pending.awaitAll(2))
			.withMessageStartingWith("1 of 2 replies to <order-42> on <orders.replies>: an error event came instead.");
	}

	@Test
	void anErrorEventIsNoReplyWhereNoneMayCome() {
		this.tap.see(ERRORS, "order-42", "out of stock");
		assertThatCode(() -> this.pending.awaitNone(AwaiterFixture.SHORT)).doesNotThrowAnyException();
		assertThat(this.pending.replies()).isEmpty();
	}

	@Test
	void anErrorEventNeedNotSatisfyACondition() {
		this.tap.see(ERRORS, "order-42", "out of stock");
		PendingReply narrowed = this.pending.matching((reply) -> false);
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> narrowed.await(AwaiterFixture.LONG))
			.satisfies((ex) -> assertThat(ex.errorRecord()).isPresent());
		assertThat(narrowed.awaitError()).hasToString("orders.errors-0@0");
	}

	@Test
	void anErrorEventIsAwaited() {
		this.tap.see(ERRORS, "order-42", "out of stock");
		this.tap.see(ERRORS, "order-42", "again");
		Reply error = this.pending.awaitError();
		isTheError(error);
		assertThat(error.latency()).isGreaterThanOrEqualTo(Duration.ZERO);
		assertThat(this.pending.awaitError(AwaiterFixture.SHORT)).isSameAs(error);
	}

	@Test
	void anErrorEventThatIsReadAfterTheDeadlineIsStillFound() {
		this.tap.whenCaughtUp(() -> this.tap.see(ERRORS, "order-42", "out of stock"));
		isTheError(this.pending.awaitError(AwaiterFixture.SHORT));
	}

	@Test
	void aReplyEndsTheWaitForAnErrorEventAtOnce() {
		this.tap.see(REPLIES, "order-42", "x".repeat(300));
		assertThatExceptionOfType(MissingReplyError.class)
			.isThrownBy(() -> this.pending.awaitError(AwaiterFixture.LONG))
			.withMessageMatching("""
					No error event for <order-42> on <orders\\.errors>: a reply came instead\\.

					Cause:    orders\\.replies-0@0 after \\w+, no key, value <x{200}…>
					Evidence: request at orders\\.commands-0@9, acknowledged \\w+ ago
					          seen on orders\\.replies meanwhile: 1 record, ids <order-42>
					          seen on orders\\.errors meanwhile: nothing
					""");
	}

	@Test
	void withSeveralReplyTopicsOnlyTheLastReplyDoes() {
		Exchange exchange = this.fixture.awaiter.between("orders.commands", List.of("stock", "billing"))
			.withErrorTopic("failures");
		assertThat(exchange.errorTopic()).hasValue("failures");
		PendingReply both = this.fixture.send(exchange, "order-43");
		this.tap.see("stock", "order-43", "in stock");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> both.awaitError(AwaiterFixture.SHORT))
			.withMessageStartingWith("No error event for <order-43> on <failures> within 1ms.");
		this.tap.see("billing", "order-43", "paid");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> both.awaitError(AwaiterFixture.LONG))
			.withMessageStartingWith("No error event for <order-43> on <failures>: a reply came instead.");
		this.tap.see("failures", "order-43", "not after all");
		assertThat(both.awaitError().topic()).isEqualTo("failures");
	}

	@Test
	void whenNoErrorEventComesThatIsReported() {
		assertThatExceptionOfType(MissingReplyError.class)
			.isThrownBy(() -> this.pending.awaitError(AwaiterFixture.SHORT))
			.withMessageMatching("""
					No error event for <order-42> on <orders\\.errors> within 1ms\\.

					Cause:    the request was consumed by group <service>, and nothing with its id was published \
					where it was expected
					Evidence: request at orders\\.commands-0@9, acknowledged \\w+ ago
					          group <service>: [^\n]+
					          seen on orders\\.replies meanwhile: nothing
					          seen on orders\\.errors meanwhile: nothing
					Remedy:   see what the listener makes of such a request, .+
					""");
	}

	@Test
	void whereThereIsNoErrorTopicThatIsSaid() {
		PendingReply without = this.fixture.send(this.fixture.awaiter.between("a", "b"), "order-43");
		assertThatIllegalStateException().isThrownBy(without::awaitError)
			.withMessage("No error topic is known for <order-43>: declare kafka.test.topics.<name>-error, "
					+ "or use withErrorTopic(topic)");
	}

	@Test
	void aRequestThatSomethingElseSendsCanFailToo() {
		this.tap.see(ERRORS, "order-44", "before");
		assertThat(this.fixture.awaiter.pending("order-44").awaitError()).hasToString("orders.errors-0@0");
		PendingReply later = this.fixture.awaiter.pending("order-45");
		this.tap.see(REPLIES, "order-45", "a reply");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> later.awaitError(AwaiterFixture.LONG))
			.withMessageContaining("a reply came instead");
	}

	@Test
	void theErrorTopicOfADeclaredExchangeIsKnown() {
		assertThat(this.fixture.awaiter.exchange("orders").errorTopic()).hasValue(ERRORS);
		assertThat(this.fixture.awaiter.between("a", "b").errorTopic()).isEmpty();
		assertThat(this.fixture.awaiter.between("a", "b").withErrorTopic("orders_error").errorTopic()).hasValue(ERRORS);
	}

}
