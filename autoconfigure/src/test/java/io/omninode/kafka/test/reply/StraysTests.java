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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What becomes of a reply on a topic that nobody has said is a reply topic.
 */
class StraysTests {

	private final AwaiterFixture fixture = new AwaiterFixture();

	@Test
	void whenTheIdIsOnAnotherTopicTheFailureSaysWhere() {
		this.fixture.tap.seeElsewhere("audit.replies", "a");
		this.fixture.tap.seeElsewhere("audit.replies", "b");
		PendingReply pending = this.fixture.awaiter.pending("a");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(AwaiterFixture.SHORT))
			.withMessage("No reply to <a> on <orders.replies> within 1ms.\n\n"
					+ "Cause:    the id is on a topic that is not looked at for replies, at audit.replies-0@0\n"
					+ "Evidence: something else sends the request\n"
					+ "          seen on orders.replies meanwhile: nothing\n"
					+ "          seen on orders.errors meanwhile: nothing\n"
					+ "Remedy:   declare kafka.test.topics.<name>-request and <name>-response, or call "
					+ "between(requestTopic, replyTopic) first: the topics do not show whether this is the request or "
					+ "its reply\n");
	}

	@Test
	void whenTheIdIsOnAnotherTopicItIsNotSaidThatNoReplyCame() {
		this.fixture.tap.seeElsewhere("audit.replies", "a");
		PendingReply pending = this.fixture.awaiter.pending("a");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> pending.awaitNone(AwaiterFixture.SHORT))
			.withMessageStartingWith("Whether a reply to <a> came is not known.\n\n"
					+ "Cause:    the id is on a topic that is not looked at for replies, at audit.replies-0@0\n");
	}

	@Test
	void whenTheTopicsAreNamedTheReplyIsFound() {
		this.fixture.awaiter.between("audit.requests", "audit.replies");
		this.fixture.tap.see("audit.requests", "a", "request");
		this.fixture.tap.see("audit.replies", "a", "reply");
		assertThat(this.fixture.awaiter.pending("a").await(AwaiterFixture.SHORT).topic()).isEqualTo("audit.replies");
	}

	@Test
	void aRequestOnItsTopicIsNoReply() {
		this.fixture.tap.see("orders.commands", "a", "request");
		PendingReply pending = this.fixture.awaiter.pending("a");
		assertThatNoException().isThrownBy(() -> pending.awaitNone(AwaiterFixture.SHORT));
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(AwaiterFixture.SHORT))
			.withMessageNotContaining("looked at");
	}

	@Test
	void theRequestOfTheTestItselfIsLookedForNowhereElse() {
		this.fixture.tap.seeElsewhere("audit.replies", "a");
		PendingReply pending = this.fixture.send("a");
		assertThatNoException().isThrownBy(() -> pending.awaitNone(AwaiterFixture.SHORT));
	}

}
