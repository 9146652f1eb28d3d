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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.load.LoadDriver;
import io.omninode.kafka.test.load.LoadPlan;
import io.omninode.kafka.test.record.MissingRecordError;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.report.LoadReport;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A missing reply says what the listeners of the application made of the request.
 */
@SpringBootTest(classes = RequestFateIntegrationTests.Application.class,
		properties = { "spring.kafka.consumer.auto-offset-reset=earliest", "kafka.test.codegen-topics=false",
				"kafka.test.topics.failing-request=fate.failing", "kafka.test.topics.failing-response=fate.replies" })
@KafkaTest
class RequestFateIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestRecords records;

	@Autowired
	private LoadDriver loads;

	@Autowired
	private Application application;

	@Test
	void theExceptionOfTheListenerIsNamed() {
		PendingReply pending = send("fate.failing");
		this.application.awaitRecovered();
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(SHORT))
			.withMessageMatching("(?s)No reply to <[^>]+> on <fate.replies> within 300ms.\n\n"
					+ "Cause:    listener <failing> of group <failing> failed in 2 attempts, the last time with "
					+ "<java.lang.IllegalArgumentException: no stock>; it is a dead letter at fate.failing-dlt-0@\\d\n"
					+ "Evidence: request at fate.failing-0@\\d, acknowledged \\S+ ago\n"
					+ " {10}group <failing>: committed \\d, end \\d, lag 0\n {10}copied to fate.failing-dlt-0@\\d, for <java.lang.IllegalArgumentException: [^\n]+>\n"
					+ " {10}seen on fate.replies meanwhile: nothing\n"
					+ "Remedy:   correct the listener, or the record; a test that expects this awaits its dead letter, "
					+ "or what else comes of it\n");
	}

	@Test
	void aWaitEndsWhenTheListenerHasGivenTheRequestUp() {
		PendingReply pending = send("fate.failing");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(Duration.ofMinutes(10)))
			.withMessageContaining(" on <fate.replies>, and no listener of this context can answer any more.\n")
			.satisfies((error) -> assertThat(error.diagnosis().verdict().cause()).isEqualTo(Cause.DEAD_LETTERED));
	}

	@Test
	void aWaitDoesNotEndWhereARecovererMayHandTheRequestOn() {
		assertThat(send("fate.outbox").await(Duration.ofMinutes(1)).topic()).isEqualTo("fate.replies");
	}

	@Test
	void aListenerThatHasReturnedAndNotAcknowledgedIsNotSaidToBeBehind() {
		PendingReply pending = send("fate.forgetful");
		this.application.awaitForgotten();
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(SHORT))
			.withMessageContaining(
					"\n\nCause:    the listener of group <forgetful> has returned from it, and the group "
							+ "has not committed past it\n")
			.satisfies((error) -> assertThat(error.diagnosis().verdict().cause()).isEqualTo(Cause.NOT_ACKNOWLEDGED));
	}

	@Test
	void aWaitEndsWhenTheListenerHasStoppedWithAnError() {
		PendingReply pending = send("fate.fatal");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(Duration.ofMinutes(10)))
			.withMessageContaining("\n\nCause:    listener <fatal> of group <fatal> failed at fate.fatal-0@0 with "
					+ "<java.lang.NoClassDefFoundError: org/example/Tax>, and its container has stopped\n")
			.satisfies((error) -> assertThat(error.diagnosis().verdict().cause())
				.isEqualTo(Cause.LISTENER_STOPPED_BY_FAILURE));
	}

	@Test
	void aWaitForARecordNamesWhatListenersFailedAt() {
		this.records.send("fate.failing", "{}");
		this.application.awaitRecovered();
		assertThatExceptionOfType(MissingRecordError.class)
			.isThrownBy(() -> this.records.on("fate.published").await(SHORT))
			.withMessageMatching("(?s)No record on <fate.published> within 300ms.\n\nCause:    likely: at "
					+ "fate.failing-0@\\d: listener <failing> of group <failing> failed in 2 attempts, the last time "
					+ "with <java.lang.IllegalArgumentException: no stock>.*")
			.satisfies((error) -> assertThat(error.diagnosis().verdict().cause()).isEqualTo(Cause.DEAD_LETTERED));
	}

	@Test
	void theLostRequestsOfALoadAreExplained() {
		LoadReport report = this.loads
			.run(LoadPlan.concurrent("failing", 1, 3).event((number) -> Map.of("number", number)).timeout(SHORT));
		assertThat(report.diagnoses()).hasSize(3)
			.allSatisfy((diagnosis) -> assertThat(diagnosis.verdict().cause()).isEqualTo(Cause.DEAD_LETTERED));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(report).lostNone())
			.withMessageContaining("\n\nCause:    listener <failing> of group <failing> failed in 2 attempts");
	}

	@Test
	void aListenerThatWorksYetIsNamed() throws InterruptedException {
		PendingReply pending = send("fate.slow");
		assertThat(this.application.called.await(1, TimeUnit.MINUTES)).isTrue();
		try {
			assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(SHORT))
				.withMessageContaining(
						"\n\nCause:    listener <slow> of group <slow> has been called, and has not ended\n")
				.withMessageEndingWith("\nRemedy:   wait longer, or see what the listener waits for\n");
		}
		finally {
			this.application.go.countDown();
		}
	}

	@Test
	void aListenerThatDoesNotRunIsNamed() {
		PendingReply pending = send("fate.stopped");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(SHORT))
			.withMessageContaining(
					"\n\nCause:    listener <stopped> of group <stopped> is not started (autoStartup=false)\n")
			.withMessageEndingWith("\nRemedy:   start the listener before the wait, or leave out autoStartup=false\n");
	}

	@Test
	void aTopicThatNoGroupReadsIsNamed() {
		PendingReply pending = send("fate.nobody");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(SHORT))
			.withMessageContaining("\n\nCause:    no consumer group reads <fate.nobody>\n")
			.withMessageEndingWith("\nRemedy:   start the service that is to read it, or correct the topic\n");
	}

	@Test
	void aRequestThatWasConsumedWithoutAReplyIsToldAsThat() {
		PendingReply pending = send("fate.silent");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(Duration.ofSeconds(1)))
			.satisfies(
					(error) -> assertThat(error.diagnosis().verdict().cause()).isEqualTo(Cause.CONSUMED_WITHOUT_REPLY));
	}

	private PendingReply send(String topic) {
		return this.replies.between(topic, "fate.replies").send("{}");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final CountDownLatch recovered = new CountDownLatch(1);

		private final CountDownLatch forgotten = new CountDownLatch(1);

		private final CountDownLatch called = new CountDownLatch(1);

		private final CountDownLatch go = new CountDownLatch(1);

		@Bean
		CommonErrorHandler errorHandler(KafkaOperations<Object, Object> operations) {
			DeadLetterPublishingRecoverer letters = new DeadLetterPublishingRecoverer(operations);
			return new DefaultErrorHandler((record, ex) -> {
				if (record.topic().equals("fate.outbox")) {
					CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
						.execute(() -> operations.send("fate.replies", record.value()));
					return;
				}
				letters.accept(record, ex);
				this.recovered.countDown();
			}, new FixedBackOff(0, 1));
		}

		@KafkaListener(id = "outbox", topics = "fate.outbox")
		void outbox(String request) {
			throw new IllegalArgumentException("later");
		}

		@KafkaListener(id = "forgetful", topics = "fate.forgetful", ackMode = "MANUAL")
		void forgetful(String request, Acknowledgment acknowledgment) {
			this.forgotten.countDown();
		}

		void awaitForgotten() {
			await(this.forgotten);
		}

		void awaitRecovered() {
			await(this.recovered);
		}

		private static void await(CountDownLatch latch) {
			try {
				assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@KafkaListener(id = "failing", topics = "fate.failing")
		void failing(String request) {
			throw new IllegalArgumentException("no stock");
		}

		@KafkaListener(id = "fatal", topics = "fate.fatal")
		void fatal(String request) {
			throw new NoClassDefFoundError("org/example/Tax");
		}

		@KafkaListener(id = "slow", topics = "fate.slow")
		void slow(String request) throws InterruptedException {
			this.called.countDown();
			assertThat(this.go.await(1, TimeUnit.MINUTES)).isTrue();
		}

		@KafkaListener(id = "stopped", topics = "fate.stopped", autoStartup = "false")
		void stopped(String request) {
		}

		@KafkaListener(id = "silent", topics = "fate.silent")
		void silent(String request) {
		}

	}

}
