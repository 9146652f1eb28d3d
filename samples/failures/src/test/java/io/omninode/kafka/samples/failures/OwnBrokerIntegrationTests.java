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

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = { "kafka.test.embedded.isolated=true", "spring.kafka.listener.auto-startup=false",
		"kafka.test.embedded.properties.authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
		"kafka.test.embedded.properties.allow.everyone.if.no.acl.found=true" })
@KafkaTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnBrokerIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	TestBroker broker;

	@Autowired
	TestTopics topics;

	@Autowired
	@Qualifier("kafkaTestAdmin")
	Admin admin;

	@Test
	@Order(2)
	void theBrokerStops() {
		this.topics.create("lost-orders", "lost-replies");
		PendingReply reply = send("lost");
		reply.awaitNone(Duration.ofMillis(1));
		this.broker.node(1).stop();
		Failure.of(reply::await).tells(Cause.BROKER_GONE, "The broker stops during the wait");
	}

	@Test
	@Order(1)
	void theTestMayNotWrite() throws Exception {
		this.topics.create("forbidden-orders", "forbidden-replies");
		this.admin
			.createAcls(List.of(acl(AclOperation.ALL, AclPermissionType.ALLOW),
					acl(AclOperation.WRITE, AclPermissionType.DENY)))
			.all()
			.get();
		Failure.of(send("forbidden")::await)
			.tells(Cause.SEND_NOT_AUTHORIZED, "The test may not write to the topic of the request");
	}

	private static AclBinding acl(AclOperation operation, AclPermissionType permission) {
		return new AclBinding(new ResourcePattern(ResourceType.TOPIC, "forbidden-orders", PatternType.LITERAL),
				new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
	}

	private PendingReply send(String name) {
		return this.replies.between(name + "-orders", name + "-replies").send(Failure.order(name));
	}

}
