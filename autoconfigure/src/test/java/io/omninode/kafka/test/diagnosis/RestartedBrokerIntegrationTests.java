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

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.broker.BrokerNode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.MissingReplyError;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.annotation.KafkaListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A broker that was restarted during a wait is told by the epoch of its leader.
 */
@SpringBootTest(classes = RestartedBrokerIntegrationTests.Application.class,
		properties = { "kafka.test.embedded.isolated=true", "spring.kafka.consumer.auto-offset-reset=earliest",
				"logging.level.org.apache.kafka=ERROR" })
@KafkaTest
@Tag(KafkaTags.KAFKA)
class RestartedBrokerIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(500);

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestRecords records;

	@Autowired
	private TestBroker broker;

	@Autowired
	private Application application;

	@Test
	void aRestartIsToldWhereNothingElseExplainsThatNothingCame() throws InterruptedException {
		PendingReply before = send("silent");
		MissingReplyError unexplained = missing(before);
		assertThat(unexplained.diagnosis().findings()).noneMatch(RestartedBrokerIntegrationTests::isRestart);
		PendingReply silent = send("silent");
		PendingReply held = send("held");
		assertThat(this.application.called.await(1, TimeUnit.MINUTES)).isTrue();
		restart();
		this.records.send("restarted.silent", Map.of("after", "restart")).awaitConsumed(Duration.ofMinutes(1));
		MissingReplyError error = missing(silent);
		assertThat(error.diagnosis().verdict()).as(error.getMessage())
			.matches(RestartedBrokerIntegrationTests::isRestart);
		assertThat(error)
			.hasMessageContaining("\nCause:    likely: the leader of restarted.silent-0 was elected anew after "
					+ "the request was sent: its broker was restarted, or another one has taken over\n");
		MissingReplyError busy = missing(held);
		assertThat(busy.diagnosis().verdict().cause()).as(busy.getMessage()).isEqualTo(Cause.STILL_WORKING);
		this.application.released.countDown();
	}

	private static boolean isRestart(Finding finding) {
		return finding.cause() == Cause.BROKER_RESTARTED;
	}

	private void restart() {
		BrokerNode node = this.broker.nodes().get(0);
		node.stop();
		node.start();
	}

	private PendingReply send(String kind) {
		return this.replies.between("restarted." + kind, "restarted." + kind + ".replies").send(Map.of("kind", kind));
	}

	private static MissingReplyError missing(PendingReply reply) {
		return catchThrowableOfType(MissingReplyError.class, () -> reply.await(SHORT));
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final CountDownLatch called = new CountDownLatch(1);

		private final CountDownLatch released = new CountDownLatch(1);

		@KafkaListener(topics = "restarted.silent", groupId = "restarted.silent")
		void silent(String order) {
		}

		@KafkaListener(topics = "restarted.held", groupId = "restarted.held")
		void held(String order) throws InterruptedException {
			this.called.countDown();
			this.released.await();
		}

	}

}
