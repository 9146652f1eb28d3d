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
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * One request that is answered on several topics.
 */
class ScatterGatherTests {

	private final AwaiterFixture fixture = new AwaiterFixture();

	private final FakeTap tap = this.fixture.tap;

	private final Exchange exchange = this.fixture.awaiter.between("orders.commands", List.of("stock", "billing"));

	private final PendingReply pending = this.fixture.send(this.exchange, "order-42");

	@Test
	void theTopicsAreKnown() {
		assertThat(this.exchange.replyTopics()).containsExactly("stock", "billing");
		assertThat(this.exchange.replyTopic()).isEqualTo("stock");
		assertThat(this.fixture.awaiter.between("a", List.of("orders_response", "orders.replies")).replyTopics())
			.containsExactly("orders.replies");
	}

	@Test
	void aReplyFromEachIsGatheredInTheOrderOfTheTopics() {
		this.tap.see("billing", "order-42", "paid");
		this.tap.see("billing", "order-42", "paid again");
		this.tap.see("stock", "order-42", "in stock");
		assertThat(this.pending.awaitEach()).extracting(Reply::toString).containsExactly("stock-0@2", "billing-0@0");
	}

	@Test
	void repliesAreGatheredInTheOrderInWhichTheyCame() {
		this.tap.see("billing", "order-42", "paid");
		this.tap.see("stock", "order-42", "in stock");
		assertThat(this.pending.awaitAll(2)).extracting(Reply::topic).containsExactly("billing", "stock");
		assertThat(this.pending.replies()).extracting(Reply::isDuplicate).containsExactly(false, false);
	}

	@Test
	void theTopicsThatDidNotAnswerAreNamed() {
		this.tap.see("billing", "order-42", "paid");
		this.tap.see("billing", "order-42", "paid again");
		assertThatExceptionOfType(MissingReplyError.class)
			.isThrownBy(() -> this.pending.awaitEach(AwaiterFixture.SHORT))
			.withMessageMatching("""
					No reply to <order-42> on <stock>, while <billing> answered, within 1ms\\.

					Cause:    2 replies came, and no more; the request was consumed by group <service>
					Evidence: request at orders\\.commands-0@9, acknowledged \\w+ ago
					          group <service>: [^\n]+
					          seen on stock meanwhile: nothing
					          seen on billing meanwhile: 2 records, ids <order-42>, <order-42>
					Remedy:   see which service does not answer, or expect fewer replies
					""");
	}

	@Test
	void whenNoneAnswersAllAreNamed() {
		assertThatExceptionOfType(MissingReplyError.class)
			.isThrownBy(() -> this.pending.awaitEach(AwaiterFixture.SHORT))
			.withMessageStartingWith("No reply to <order-42> on <stock>, <billing> within 1ms.");
	}

	@Test
	void aReplyThatIsReadAfterTheDeadlineIsStillFound() {
		this.tap.see("billing", "order-42", "paid");
		this.tap.whenCaughtUp(() -> this.tap.see("stock", "order-42", "in stock"));
		assertThat(this.pending.awaitEach(AwaiterFixture.SHORT)).hasSize(2);
	}

	@Test
	void onlyRepliesThatMatchCount() {
		this.tap.see("billing", "order-42", "refused");
		this.tap.see("stock", "order-42", "in stock");
		PendingReply narrowed = this.pending.matching((reply) -> reply.record().value().length == 8);
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> narrowed.awaitEach(AwaiterFixture.SHORT))
			.withMessageStartingWith("No reply to <order-42> on <billing>, while <stock> answered, within 1ms.");
	}

	@Test
	void anExchangeWithoutAReplyTopicIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.awaiter.between("orders", Set.of()))
			.withMessage("An exchange needs a reply topic: there is none for the requests on <orders>");
	}

}
