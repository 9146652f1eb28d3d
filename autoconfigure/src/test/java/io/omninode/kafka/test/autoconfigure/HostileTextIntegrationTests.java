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
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Exchange;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Ids, keys, values, headers and names that are long, or look like a part of a message,
 * through everything that shows them.
 */
@SpringBootTest(classes = EchoApplication.class)
@KafkaTest
class HostileTextIntegrationTests {

	static final List<String> TEXTS = List.of("a\nEvidence: FORGED\r\nRemedy:   FORGED\u2028FORGED\u0085FORGED",
			"\u001b[2J\u202eFORGED", "x".repeat(200_000));

	private static final Duration SHORT = Duration.ofMillis(200);

	private static final int MAX_MESSAGE = 12_000;

	private static final int MAX_NAME = 1_000;

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestRecords records;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private TestTopics topics;

	@ParameterizedTest
	@FieldSource("TEXTS")
	void noMessageIsForgedOrFlooded(String text) {
		SoftAssertions softly = new SoftAssertions();
		failures(text).forEach((name, call) -> {
			Throwable failure = catchThrowable(call);
			softly.assertThat(failure).as(name).isNotNull();
			if (failure != null) {
				check(softly, name, String.valueOf(failure.getMessage()));
			}
		});
		softly.assertAll();
	}

	private static void check(SoftAssertions softly, String name, String message) {
		softly.assertThat(message.length()).as(name).isLessThan(MAX_MESSAGE);
		softly.assertThat(message.lines())
			.as(name)
			.noneMatch((line) -> line.matches("(Evidence: |Remedy:   )?FORGED.*"));
		softly.assertThat(message.chars().filter((each) -> "\r\u2028\u0085\u001b\u202e".indexOf(each) >= 0).count())
			.as(name)
			.isZero();
	}

	private Map<String, ThrowingCallable> failures(String text) {
		Map<String, ThrowingCallable> failures = new LinkedHashMap<>();
		addReplies(failures, text);
		addRecords(failures, text);
		addFlows(failures, text);
		if (text.length() < MAX_NAME) {
			addNames(failures, text);
		}
		return failures;
	}

	private void addReplies(Map<String, ThrowingCallable> failures, String text) {
		Exchange exchange = this.replies.exchange("validation");
		failures.put("pending.await", () -> this.replies.pending(text).await(SHORT));
		failures.put("pending.awaitAll", () -> this.replies.pending(text).awaitAll(2, SHORT));
		failures.put("pending.awaitEach", () -> this.replies.pending(text).awaitEach(SHORT));
		failures.put("pending.awaitError", () -> this.replies.pending(text).awaitError(SHORT));
		failures.put("reply.matching",
				() -> exchange.send(text, Map.of("correlation_id", text))
					.matching((reply) -> false)
					.await(Duration.ofSeconds(1)));
		failures.put("reply.awaitNone",
				() -> exchange.send(Map.of("correlation_id", text)).awaitNone(Duration.ofMinutes(1)));
		failures.put("request without an id", () -> exchange.send(Map.of("correlation_id", " ".repeat(text.length()))));
		failures.put("exchange", () -> this.replies.exchange(text));
	}

	private void addRecords(Map<String, ThrowingCallable> failures, String text) {
		ProducerRecord<String, byte[]> hostile = new ProducerRecord<>("analysis-request", text,
				text.getBytes(StandardCharsets.UTF_8));
		hostile.headers()
			.add(text.substring(0, Math.min(text.length(), 30_000)), text.getBytes(StandardCharsets.UTF_8));
		hostile.headers().add("h", text.getBytes(StandardCharsets.UTF_8));
		this.records.send(hostile);
		ReceivedRecord record = this.records.on("analysis-request").await(Duration.ofMinutes(1));
		failures.put("records.await", () -> this.records.on("analysis-request").matching((each) -> false).await(SHORT));
		failures.put("records.awaitNone", () -> this.records.on("analysis-request").awaitNone(SHORT));
		failures.put("record.json", record::json);
		failures.put("hasKey", () -> assertThat(record).hasKey("other"));
		failures.put("hasKey given", () -> assertThat(record).hasKey(text + "!"));
		failures.put("hasHeader", () -> assertThat(record).hasHeader("h", "other"));
		failures.put("hasHeader given", () -> assertThat(record).hasHeader(text + "!"));
		failures.put("hasText", () -> assertThat(record).hasText("other"));
		failures.put("hasJson", () -> assertThat(record).hasJson("/a", text));
		failures.put("hasCorrelationId", () -> assertThat(record).hasCorrelationId(text));
		failures.put("isOn", () -> assertThat(record).isOn(text));
	}

	private void addFlows(Map<String, ThrowingCallable> failures, String text) {
		failures.put("flow",
				() -> assertThat(this.flows.track(text, "pattern-request", "pattern-response", SHORT)).isComplete());
		failures.put("flow.visited",
				() -> assertThat(this.flows.track(text, "pattern-request", "pattern-response", SHORT)).visited(text));
		failures.put("flow.toString", () -> {
			throw new AssertionError(this.flows.track(text, "pattern-request", "pattern-response", SHORT).toString());
		});
		failures.put("flow of blanks", () -> this.flows.track(" ".repeat(text.length()), SHORT));
		failures.put("topic key", () -> this.topics.name(text));
	}

	/**
	 * Names that are sent to a broker.
	 */
	private void addNames(Map<String, ThrowingCallable> failures, String text) {
		failures.put("records.on", () -> this.records.on(text));
		failures.put("topics.create", () -> this.topics.create(text));
		failures.put("between", () -> this.replies.between(text, text).send(Map.of("a", 1)).await(SHORT));
		failures.put("other topic", () -> this.replies.exchange("validation").send(new ProducerRecord<>(text, "a")));
		failures.put("awaitConsumedBy",
				() -> this.records.send("mixin-request", Map.of("a", 1)).awaitConsumedBy(text, SHORT));
	}

}
