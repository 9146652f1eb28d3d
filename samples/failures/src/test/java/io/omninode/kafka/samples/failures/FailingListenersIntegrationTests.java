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

package io.omninode.kafka.samples.failures;

import java.util.Objects;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

@SpringBootTest
@KafkaTest
class FailingListenersIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	TestRecords records;

	@Autowired
	KafkaListenerEndpointRegistry listeners;

	@AfterAll
	static void release(@Autowired FailingListeners listeners) {
		listeners.released.countDown();
	}

	@Test
	void aListenerIsStillWorking() {
		Failure.of(send("slow")::await).tells(Cause.STILL_WORKING, "A listener has not ended");
	}

	@Test
	void aListenerIsStuckBehindAnEarlierRequest() {
		this.records.send("queued-orders", Failure.order("queued-before"));
		Failure.of(send("queued")::await)
			.tells(Cause.STUCK_BEHIND_RECORD, "A listener is busy with an earlier request");
	}

	@Test
	void aListenerThrows() {
		Failure.of(send("refused")::await)
			.tells(Cause.LISTENER_THREW, "A listener throws, and is going to be called again");
	}

	@Test
	void aListenerGivesUp() {
		Failure.of(send("dropped")::await)
			.tells(Cause.LISTENER_GAVE_UP, "A listener throws, and its request is dropped");
	}

	@Test
	void theRequestIsADeadLetter() {
		Failure.of(send("dead")::await)
			.tells(Cause.DEAD_LETTERED, "A listener throws, and its request is a dead letter");
	}

	@Test
	void theRequestIsOnARetryTopic() {
		Failure.of(send("retried")::await)
			.tells(Cause.ON_RETRY_TOPIC, "A listener throws, and its request is on a retry topic");
	}

	@Test
	void theRequestCannotBeRead() {
		PendingReply reply = send("unreadable");
		MessageListenerContainer looping = Objects.requireNonNull(this.listeners.getListenerContainer("looping"));
		looping.start();
		Failure failure = Failure.of(reply::await);
		looping.stop();
		failure.tells(Cause.UNREADABLE_LOOPING, "A listener cannot read the request, and tries for ever");
	}

	@Test
	void theRequestIsPassedOverSinceItCannotBeRead() {
		Failure.of(send("unread")::await)
			.tells(Cause.UNREADABLE_SKIPPED, "A listener cannot read the request, and leaves it out");
	}

	private PendingReply send(String name) {
		return this.replies.between(name + "-orders", name + "-replies").send(Failure.order(name));
	}

}
