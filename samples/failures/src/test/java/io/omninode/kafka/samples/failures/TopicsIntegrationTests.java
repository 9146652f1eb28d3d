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

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@KafkaTest
class TopicsIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	TestTopics topics;

	@Autowired
	@Qualifier("kafkaTestAdmin")
	Admin admin;

	@Test
	void theTopicOfTheRequestIsDeleted() throws Exception {
		PendingReply reply = send("deleted");
		reply.awaitNone(Duration.ofMillis(1));
		delete("deleted-orders");
		Failure.of(reply::await).tells(Cause.TOPIC_DELETED, "The topic of the request is deleted");
	}

	@Test
	void theTopicOfTheRequestIsMadeAnew() throws Exception {
		PendingReply reply = send("recreated");
		reply.awaitNone(Duration.ofMillis(1));
		delete("recreated-orders");
		this.topics.create("recreated-orders");
		Failure.of(reply::await).tells(Cause.TOPIC_RECREATED, "The topic of the request is deleted, and created anew");
	}

	private void delete(String topic) throws ExecutionException, InterruptedException {
		this.admin.deleteTopics(List.of(topic)).all().get();
		Awaitility.await().until(() -> !topics().contains(topic));
	}

	private Set<String> topics() throws ExecutionException, InterruptedException {
		return this.admin.listTopics().names().get();
	}

	private PendingReply send(String name) {
		return this.replies.between(name + "-orders", name + "-replies").send(Failure.order(name));
	}

}
