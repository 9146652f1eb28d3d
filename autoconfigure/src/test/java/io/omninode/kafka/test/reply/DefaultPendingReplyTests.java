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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.omninode.kafka.test.application.ReadyApplication;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;

/**
 * What a wait does when its time is over and the tap has not read everything.
 */
class DefaultPendingReplyTests {

	private static final Duration SHORT = Duration.ofMillis(1);

	private final ReplySlot wait = new ReplySlot("order-42", ReplyTopics.anyOf(List.of("replies"), List.of("errors")),
			new WaitSettings(SHORT, RecordReader.of(ApplicationFormats.none(), JsonFormat.of(JsonMapper.shared())),
					Mockito.mock(TestScope.class), ReadyApplication.create(), ClusterWatch.none()),
			TopicNames.of(Map.of()), Runnable::run);

	@Test
	void aReplyThatIsReadAfterTheDeadlineIsStillFound() {
		assertThat(pending(this::readReply).await(SHORT).offset()).isEqualTo(7);
	}

	@Test
	void aReplyThatIsReadAfterTheDeadlineIsNotOverlookedWhereNoneMayCome() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> pending(this::readReply).awaitNone(SHORT))
			.withMessageStartingWith("A reply to <order-42> came on <replies> although none was expected: replies-0@7");
	}

	@Test
	void aReplyThatIsReadTooLateIsNotOverlookedEither() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> pending(() -> !readReply()).awaitNone(SHORT))
			.withMessageStartingWith("A reply to <order-42> came on <replies>");
	}

	@Test
	void whenTheTopicCannotBeReadToItsEndNothingIsProved() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> pending(() -> false).awaitNone(SHORT))
			.withMessage("Whether a reply to <order-42> came is not known: <replies> could not be read to the end "
					+ "within 5s");
	}

	@Test
	void aLaterSuccessDoesNotMakeUpForATopicThatWasNotReadToItsEnd() {
		AtomicInteger calls = new AtomicInteger();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> pending(() -> calls.getAndIncrement() > 0 && readReply()).awaitNone(SHORT));
	}

	@Test
	void whenTheTopicWasReadToItsEndNoReplyIsProved() {
		assertThatCode(() -> pending(() -> true).awaitNone(SHORT)).doesNotThrowAnyException();
	}

	@Test
	void aRequestThatWasNotSentEndsEveryWaitWithItsReason() {
		this.wait.failed(new IllegalStateException("the request was not sent, the broker is gone"));
		PendingReply pending = pending(() -> false);
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(Duration.ofHours(1)))
			.withMessageStartingWith(
					"No reply to <order-42> on <replies>.\n\nCause:    the request was not sent, the broker is gone\n");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.awaitNone(Duration.ofHours(1)));
		assertThat(pending.toFuture()).isCompletedExceptionally();
	}

	private boolean readReply() {
		this.wait.offer(new TappedRecord(new ConsumerRecord<>("replies", 0, 7, null, new byte[0]), System.nanoTime(),
				true, "id"));
		return true;
	}

	private PendingReply pending(BooleanSupplier catchUp) {
		Tap tap = BDDMockito.mock(Tap.class);
		BDDMockito.given(tap.awaitCaughtUp(any())).willAnswer((invocation) -> catchUp.getAsBoolean());
		return new DefaultPendingReply(this.wait, (reply) -> true, tap, new Strays(tap, new TestScope(), Set.of()));
	}

}
