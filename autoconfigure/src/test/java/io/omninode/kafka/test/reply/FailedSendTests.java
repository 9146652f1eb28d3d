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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.kafka.KafkaException;
import org.springframework.kafka.support.SendResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A request that cannot be sent ends its wait at once, with the reason.
 */
class FailedSendTests {

	private final AwaiterFixture fixture = new AwaiterFixture();

	static Iterable<RuntimeException> reasons() {
		return List.of(new RecordTooLargeException("The message is 2000000 bytes"),
				new TimeoutException("Expiring 1 record(s) for orders.commands-0:120000 ms has passed"),
				new TopicAuthorizationException("Not authorized to access topics: [orders.commands]"));
	}

	@ParameterizedTest
	@MethodSource("reasons")
	void aFailureThatTheBrokerTellsLaterEndsTheWait(RuntimeException reason) {
		this.fixture.whenSent(() -> CompletableFuture.failedFuture(new KafkaException("Failed to send", reason)));
		assertFails(String.valueOf(reason.getMessage()), remedy(reason), reason);
	}

	@ParameterizedTest
	@MethodSource("reasons")
	void aFailureToSendAtAllEndsTheWait(RuntimeException reason) {
		this.fixture.whenSent(() -> {
			throw new KafkaException("Send failed", reason);
		});
		assertFails(String.valueOf(reason.getMessage()), remedy(reason), reason);
	}

	private static String remedy(RuntimeException reason) {
		if (reason instanceof RecordTooLargeException) {
			return "send less, or raise max.message.bytes of the topic, or "
					+ "kafka.test.embedded.properties.message.max.bytes";
		}
		return (reason instanceof TopicAuthorizationException)
				? "give the user of the test the right to write to the topic" : "see the exception";
	}

	@Test
	void aProducerThatIsClosedEndsTheWait() {
		IllegalStateException reason = new IllegalStateException(
				"Cannot perform operation after producer has been closed");
		this.fixture.whenSent(() -> {
			throw reason;
		});
		assertFails(reason.getMessage(), "see the exception", reason);
	}

	@Test
	void aFailureEndsAWaitThatHasBegun() throws Exception {
		CompletableFuture<SendResult<byte[], byte[]>> sent = new CompletableFuture<>();
		this.fixture.whenSent(() -> sent);
		PendingReply pending = this.fixture.send("order-42");
		CompletableFuture<Reply> future = pending.toFuture();
		CompletableFuture<Throwable> failure = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				pending.await(AwaiterFixture.LONG);
			}
			catch (AssertionError ex) {
				failure.complete(ex);
			}
		});
		thread.start();
		assertThat(future).isNotDone();
		sent.completeExceptionally(new KafkaException("Failed to send", new TimeoutException("expired")));
		assertThat(failure.get(1, TimeUnit.MINUTES)).isInstanceOf(MissingReplyError.class);
		assertThat(future).failsWithin(Duration.ofMinutes(1))
			.withThrowableThat()
			.withCauseInstanceOf(MissingReplyError.class)
			.withMessageContaining("the request was not sent, expired");
		thread.join();
	}

	private void assertFails(String message, String remedy, Throwable cause) {
		PendingReply pending = this.fixture.send("order-42");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(AwaiterFixture.LONG))
			.withMessage("No reply to <order-42> on <orders.replies>.\n\nCause:    the request was not sent, " + message
					+ "\n" + "Evidence: the request was not acknowledged\n"
					+ "          seen on orders.replies meanwhile: nothing\n"
					+ "          seen on orders.errors meanwhile: nothing\nRemedy:   " + remedy + "\n")
			.satisfies((ex) -> assertThat(ex).hasRootCause(cause))
			.satisfies((ex) -> assertThat(ex.errorRecord()).isEmpty());
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.awaitNone(AwaiterFixture.LONG));
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.awaitError(AwaiterFixture.LONG));
		assertThat(pending.toFuture()).isCompletedExceptionally();
	}

}
