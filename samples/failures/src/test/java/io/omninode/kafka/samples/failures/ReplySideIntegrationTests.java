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
import java.util.UUID;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The service has got the request, and its reply does not come.
 */
@SpringBootTest
@KafkaTest
class ReplySideIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	Answers answers;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			header     | ID_IN_OTHER_PLACE      | The reply has the id in another header
			field      | ID_IN_OTHER_PLACE      | The reply has the id in another field
			key        | ID_IN_OTHER_PLACE      | The key of the reply is the id
			spring     | ID_IN_SPRING_HEADER    | The reply has the id where Spring puts it
			case       | ID_IN_OTHER_CASE       | The reply has the id in upper case
			quoted     | ID_QUOTED              | The reply has the id in quotation marks
			twice-json | ID_QUOTED              | The reply is JSON that was written as a JSON string
			bytes      | ID_OF_OTHER_TYPE       | The reply has the id as the bytes of a UUID
			xml        | NOT_JSON               | The reply is XML
			anonymous  | NO_ID                  | The reply has no id
			fresh      | OTHER_ID               | The reply has an id of its own
			prefixed   | OTHER_ID               | The reply has the id with a prefix
			misspelled | OTHER_TOPIC            | The reply is on a topic with nearly the same name
			diverted   | OTHER_TOPIC            | The reply is on a topic with another name
			silent     | CONSUMED_WITHOUT_REPLY | The service does not answer
			hop        | CONSUMED_WITHOUT_REPLY | The service passes the request on, and nothing comes of it
			shared     | LISTENERS_SHARE_GROUP  | Another listener of the group got the request
			large      | PUBLISH_FAILED         | The reply is larger than the producer allows
			tiny       | PUBLISH_FAILED         | The reply is larger than the topic allows
			typed      | PUBLISH_FAILED         | The reply cannot be written
			open       | OPEN_TRANSACTION       | The transaction of the reply is not committed
			aborted    | ABORTED_TRANSACTION    | The transaction of the reply was aborted
			unsent     | ABORTED_TRANSACTION    | The transaction was aborted before the reply was sent
			""")
	void theReplyDoesNotCome(String service, Cause cause, String title) {
		PendingReply reply = send(service, UUID.randomUUID().toString());
		Failure.of(() -> reply.await(SHORT)).tells(cause, title);
	}

	@Test
	void theReplyHasTheIdAsANumber() {
		PendingReply reply = send("number", "471100000001");
		Failure.of(() -> reply.await(SHORT))
			.tells(Cause.ID_OF_OTHER_TYPE, "The reply has the id as the bytes of a number");
	}

	@Test
	void theConditionExcludesTheReply() {
		PendingReply reply = send("rejected", UUID.randomUUID().toString());
		Failure.of(() -> reply.matching((each) -> each.json().get("status").asString().equals("accepted")).await(SHORT))
			.tells(Cause.EXCLUDED, "The condition of the test excludes the reply");
	}

	@Test
	void theIdWasAnsweredBefore() {
		String id = UUID.randomUUID().toString();
		send("repeated", id).await(Duration.ofMinutes(1));
		PendingReply reply = send("repeated", id);
		Failure.of(() -> reply.await(SHORT)).tells(Cause.ANSWERED_BEFORE, "The service answers an id only once");
	}

	@Test
	void oneOfTwoServicesDoesNotAnswer() {
		PendingReply reply = send("gathered", UUID.randomUUID().toString());
		Failure.of(() -> reply.awaitAll(2, SHORT)).tells(Cause.SOME_ANSWERED, "One of two services does not answer");
	}

	private PendingReply send(String service, String id) {
		PendingReply reply = this.replies.between(service + "-orders", service + "-replies")
			.send("{\"correlation_id\":\"" + id + "\",\"status\":\"placed\"}");
		this.answers.await(id);
		return reply;
	}

}
