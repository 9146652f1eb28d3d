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

package io.omninode.kafka.test.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Secrets in records, through everything that shows them.
 */
@SpringBootTest(classes = EchoApplication.class, properties = "kafka.test.diagnosis.masked=iban,credit-card")
@KafkaTest
class MaskedSecretsIntegrationTests {

	private static final String SECRET = "s3cr3t";

	private static final String IBAN = "DE0012";

	private static final Duration SHORT = Duration.ofMillis(200);

	private static final Map<String, Object> EVENT = Map.of("user",
			Map.of("password", SECRET, "accounts", Map.of("IBAN", IBAN)), "apiKey", SECRET);

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestRecords records;

	@Test
	void noTextShowsSecretsAndAssertionsSeeThem() {
		Map<String, ThrowingCallable> failures = new LinkedHashMap<>();
		addReplies(failures);
		addRecords(failures);
		failures.forEach((name, call) -> {
			String message = String.valueOf(catchThrowable(call));
			assertThat(message).as(name).contains("***").doesNotContain(SECRET).doesNotContain(IBAN);
		});
	}

	private void addReplies(Map<String, ThrowingCallable> failures) {
		ProducerRecord<String, Object> event = new ProducerRecord<>("validation-request", EVENT);
		Reply reply = this.replies.exchange("validation").send(event).await(Duration.ofMinutes(1));
		assertThat(reply).hasJson("/user/password", SECRET).hasJson("/user/accounts/IBAN", IBAN);
		failures.put("reply.matching",
				() -> this.replies.exchange("validation")
					.send(event)
					.matching((each) -> false)
					.await(SHORT.multipliedBy(10)));
		failures.put("hasJson", () -> assertThat(reply).hasJson("/user/password", "other"));
		failures.put("hasJson of an object", () -> assertThat(reply).hasJson("/user", Map.of("password", "other")));
		failures.put("hasText", () -> assertThat(reply).hasText("{\"password\":\"s3cr3t\"}"));
		failures.put("as", () -> reply.as(Integer.class));
		failures.put("as, with the field", () -> reply.as(Secrets.class));
	}

	private void addRecords(Map<String, ThrowingCallable> failures) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>("analysis-request", null,
				"{\"iban\": \"DE0012\"}".getBytes(StandardCharsets.UTF_8));
		record.headers().add("Authorization", SECRET.getBytes(StandardCharsets.UTF_8));
		record.headers().add("x-credit_card", SECRET.getBytes(StandardCharsets.UTF_8));
		this.records.send(record);
		ReceivedRecord received = this.records.on("analysis-request").await(Duration.ofMinutes(1));
		assertThat(received).hasHeader("Authorization", SECRET);
		failures.put("records.await", () -> this.records.on("analysis-request").matching((each) -> false).await(SHORT));
		failures.put("records.awaitNone", () -> this.records.on("analysis-request").awaitNone(SHORT));
		failures.put("hasHeader", () -> assertThat(received).hasHeader("Authorization", "Bearer"));
		failures.put("hasKey", () -> assertThat(received).hasKey("k"));
	}

	/**
	 * Reads a password as a number.
	 *
	 * @param user the user
	 */
	record Secrets(Map<String, Integer> user) {

	}

}
