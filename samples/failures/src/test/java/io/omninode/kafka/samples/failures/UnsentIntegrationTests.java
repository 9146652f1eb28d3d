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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@KafkaTest
class UnsentIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	TestRecords records;

	@Autowired
	TestTopics topics;

	@Test
	void theRequestIsTooLarge() {
		Failure
			.of(this.replies.between("large-orders", "large-replies")
				.send(Map.of("correlation_id", "large", "text", "x".repeat(2_000_000)))::await)
			.tells(Cause.SEND_TOO_LARGE, "The request is too large");
	}

	@Test
	void theRequestCannotBeWritten() {
		Failure.ofUnsent(() -> this.replies.between("unwritable-orders", "unwritable-replies").send(Endless.order()))
			.tells(Cause.SEND_NOT_SERIALIZABLE, "The request cannot be written");
	}

	@Test
	void theBrokerRefusesTheRecord() {
		this.topics.create(new NewTopic("compact-orders", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
		Failure.ofUnsent(() -> this.records.send("compact-orders", Failure.order("keyless")))
			.tells(Cause.SEND_FAILED, "The topic is compacted, and the record has no key");
	}

	@Test
	void nothingReadsATopicOfAnotherName() {
		Failure.of(this.replies.between("filterd-orders", "filterd-replies").send(Failure.order("misspelt"))::await)
			.tells(Cause.UNREAD_TOPIC, "Nothing reads the topic of the request, whose name is misspelt");
	}

	@Test
	void nothingReadsTheTopic() {
		Failure.of(this.replies.between("forgotten", "forgotten-answers").send(Failure.order("forgotten"))::await)
			.tells(Cause.NO_CONSUMER_GROUP, "Nothing reads the topic of the request");
	}

	/**
	 * An order that Jackson cannot write.
	 *
	 * @param self the order
	 */
	record Endless(List<Object> self) {

		static Endless order() {
			Endless order = new Endless(new ArrayList<>());
			order.self().add(order);
			return order;
		}

	}

}
