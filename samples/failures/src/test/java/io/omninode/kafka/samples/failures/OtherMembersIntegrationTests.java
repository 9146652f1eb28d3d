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

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.common.ClassicGroupState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

@SpringBootTest
@KafkaTest
class OtherMembersIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	TestBroker broker;

	@Autowired
	TestTopics topics;

	@Autowired
	@Qualifier("kafkaTestAdmin")
	Admin admin;

	@Autowired
	KafkaListenerEndpointRegistry listeners;

	@Test
	void theGroupHasNoMemberAnyMore() throws Exception {
		this.topics.create("orphaned-orders");
		try (OtherProcess process = OtherProcess.start(this.broker, "orphaned", "orphaned-orders")) {
			process.commit();
		}
		Failure.of(send("orphaned")::await)
			.tells(Cause.GROUP_WITHOUT_MEMBER, "The service that reads the topic of the request has ended");
	}

	@Test
	void anotherProcessHasThePartition() throws Exception {
		this.topics.create("taken-orders");
		try (OtherProcess process = OtherProcess.start(this.broker, "second", "taken-orders")) {
			PendingReply reply = send("taken");
			container("second").start();
			Awaitility.await().until(() -> isStableWithTwoMembers("second"));
			Failure failure = Failure.of(reply::await);
			container("second").stop();
			failure.tells(Cause.PARTITION_OF_OTHER_PROCESS, "Another process of the same group has the partition");
		}
	}

	@Test
	void anotherMemberDoesNotAnswer() throws Exception {
		this.topics.create("disputed-orders");
		try (OtherProcess process = OtherProcess.start(this.broker, "waiting", "disputed-orders")) {
			process.hang();
			PendingReply reply = send("disputed");
			container("waiting").start();
			Awaitility.await().until(() -> group("waiting").state() == ClassicGroupState.PREPARING_REBALANCE);
			Failure failure = Failure.of(reply::await);
			container("waiting").stop();
			failure.tells(Cause.GROUP_REBALANCING, "A rebalance waits for a member that does not answer");
		}
	}

	@Test
	void noMemberHasThePartition() {
		this.topics.create("unassigned-orders");
		PendingReply reply = send("unassigned");
		container("left-out").start();
		Awaitility.await().until(() -> group("left-out").state() == ClassicGroupState.STABLE);
		Failure failure = Failure.of(reply::await);
		container("left-out").stop();
		failure.tells(Cause.LISTENER_WITHOUT_PARTITION, "The assignor of a group gives the partition to nobody");
	}

	private boolean isStableWithTwoMembers(String id) throws ExecutionException, InterruptedException {
		return group(id).state() == ClassicGroupState.STABLE && group(id).members().size() == 2;
	}

	private ClassicGroupDescription group(String id) throws ExecutionException, InterruptedException {
		return this.admin.describeClassicGroups(List.of(id)).describedGroups().get(id).get();
	}

	private PendingReply send(String name) {
		return this.replies.between(name + "-orders", name + "-replies").send(Failure.order(name));
	}

	private MessageListenerContainer container(String id) {
		return Objects.requireNonNull(this.listeners.getListenerContainer(id));
	}

}
