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
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

@SpringBootTest
@KafkaTest
class IdleListenersIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	KafkaListenerEndpointRegistry listeners;

	@Test
	void aListenerIsNotStarted() {
		Failure.of(send("unstarted")::await).tells(Cause.LISTENER_NOT_STARTED, "A listener is not started");
	}

	@Test
	void aListenerIsStopped() {
		container("stopped").stop();
		Failure.of(send("stopped")::await).tells(Cause.LISTENER_STOPPED, "A listener is stopped");
	}

	@Test
	void aListenerIsPaused() {
		container("paused").pause();
		Awaitility.await().until(container("paused")::isContainerPaused);
		Failure.of(send("paused")::await).tells(Cause.LISTENER_PAUSED, "A listener is paused");
	}

	@Test
	void anErrorStopsAListener() {
		Failure.of(send("deadly")::await).tells(Cause.LISTENER_STOPPED_BY_FAILURE, "An error stops a listener");
	}

	@Test
	void aListenerDoesNotGetAThread() {
		PendingReply reply = send("starved");
		container("starved").start();
		Failure.of(reply::await).tells(Cause.LISTENER_FAILED_TO_START, "A listener does not get a thread");
	}

	@Test
	void aListenerBeginsBehindTheRequest() {
		PendingReply reply = send("late");
		container("late").start();
		Awaitility.await().until(() -> !Objects.requireNonNull(container("late").getAssignedPartitions()).isEmpty());
		Failure.of(reply::await).tells(Cause.BEGAN_BEHIND_RECORD, "A listener begins at the end, behind the request");
	}

	private PendingReply send(String name) {
		return this.replies.between(name + "-orders", name + "-replies").send(Failure.order(name));
	}

	private MessageListenerContainer container(String id) {
		return Objects.requireNonNull(this.listeners.getListenerContainer(id));
	}

}
