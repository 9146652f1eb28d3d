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

package io.omninode.kafka.test.record;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

@SpringBootTest(classes = TestRecordsIntegrationTests.Application.class,
		properties = "kafka.test.topics.audit=records.audit")
@KafkaTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class TestRecordsIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	private final String topic = "records-" + UUID.randomUUID();

	@Autowired
	private TestRecords records;

	@Autowired
	private TestConsumers consumers;

	@Autowired
	private Application application;

	@Autowired
	@Qualifier("kafkaTestTemplate")
	private KafkaTemplate<String, Object> template;

	@Test
	void aRecordThatComesLaterIsAwaited() {
		PendingRecords pending = this.records.on(this.topic);
		CompletableFuture<ReceivedRecord> awaited = CompletableFuture.supplyAsync(pending::await);
		publish("key-1", Map.of("order", 42));
		ReceivedRecord record = awaited.join();
		assertThat(record.key()).isEqualTo("key-1");
		assertThat(record.json().get("order").asInt()).isEqualTo(42);
	}

	@Test
	void aRecordThatCameBeforeTheTopicWasLookedAtIsFound() {
		publish("key-1", Map.of("order", 42));
		assertThat(this.records.on(this.topic).await().json().get("order").asInt()).isEqualTo(42);
	}

	@Test
	void severalRecordsComeInTheirOrder() {
		PendingRecords pending = this.records.on(this.topic);
		for (int i = 0; i < 1_000; i++) {
			this.template.send(this.topic, Map.of("number", i));
		}
		assertThat(pending.awaitAll(1_000)).extracting((record) -> record.json().get("number").asInt())
			.isEqualTo(IntStream.range(0, 1_000).boxed().toList());
		assertThat(pending.awaitAll(2)).extracting(ReceivedRecord::offset).containsExactly(0L, 1L);
	}

	@Test
	void onlyRecordsThatSatisfyTheConditionsCount() {
		publish("a", Map.of("order", 1));
		publish("b", Map.of("order", 2));
		publish("b", Map.of("order", 3));
		PendingRecords ofB = this.records.on(this.topic).matching((record) -> "b".equals(record.key()));
		assertThat(ofB.await().json().get("order").asInt()).isEqualTo(2);
		assertThat(ofB.matching((record) -> record.json().get("order").asInt() > 2).await().offset()).isEqualTo(2);
		ofB.matching((record) -> record.json().get("order").asInt() > 3).awaitNone(SHORT);
	}

	@Test
	void severalTopicsAreLookedAtTogetherByKeyOrName() {
		publish("a", Map.of("order", 1));
		this.template.send("records.audit", Map.of("order", 1)).join();
		assertThat(this.records.on(this.topic, "audit").awaitAll(2)).extracting(ReceivedRecord::topic)
			.containsExactlyInAnyOrder(this.topic, "records.audit");
	}

	@Test
	void whatIsPublishedIsSeenAtOnce() {
		PendingRecords pending = this.records.on(this.topic);
		for (int count = 1; count <= 100; count++) {
			publish("key", Map.of("number", count));
			assertThat(pending.seen()).hasSize(count);
		}
	}

	@Test
	@Order(1)
	void aRecordOfOneTest() {
		this.template.send("records.audit", Map.of("test", "first")).join();
		assertThat(this.records.on("audit").seen()).isNotNull();
	}

	@Test
	@Order(2)
	void isNotSeenByTheNext() {
		this.records.on("audit").awaitNone(SHORT);
		assertThat(this.records.on("audit").seen()).isEmpty();
	}

	@Test
	void aMissingRecordIsReportedWithWhatWasSeen() {
		publish("key-1", Map.of("order", 42));
		this.records.on(this.topic).await();
		assertThatExceptionOfType(MissingRecordError.class)
			.isThrownBy(() -> this.records.on(this.topic).awaitAll(2, SHORT))
			.withMessage("1 of 2 records on <" + this.topic + "> within 200ms.\n\n"
					+ "Evidence: seen since the test method began: 1 record\n" + "          " + this.topic
					+ "-0@0, key <key-1>, value <{\"order\":42}>\n");
	}

	@Test
	void anEmptyTopicIsReportedAsSuch() {
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> this.records.on(this.topic).await(SHORT))
			.withMessageStartingWith("No record on <" + this.topic + "> within 200ms.\n\n"
					+ "Evidence: nothing was published there since the test method began\n");
	}

	@Test
	void aTopicThatNobodyElseKnowsIsNamedWithTheNearestOnes(CapturedOutput output) {
		PendingRecords mistaken = this.records.on("records.audti");
		String line = "no one but this test knows topic <records.audti> yet: it was not there; topics, the nearest "
				+ "first: <records.audit>, <";
		assertThat(mistaken.seen()).isEmpty();
		assertThat(output).containsOnlyOnce("Is the name mistaken? " + line);
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> mistaken.await(SHORT))
			.withMessageContaining("since the test method began\n          " + line);
		assertThatExceptionOfType(MissingRecordError.class)
			.isThrownBy(() -> this.records.on("records.audit").await(SHORT))
			.withMessageNotContaining("no one but this test");
	}

	@Test
	void anUnexpectedRecordIsReported() {
		publish("key-1", Map.of("order", 42));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.records.on(this.topic).awaitNone(Duration.ofMinutes(1)))
			.withMessage("A record came on <" + this.topic + "> although none was expected: " + this.topic
					+ "-0@0, key <key-1>, value <{\"order\":42}>");
	}

	@Test
	void aRecordThatComesAtTheLastMomentIsNotOverlooked() {
		PendingRecords pending = this.records.on(this.topic);
		CompletableFuture<Void> awaited = CompletableFuture.runAsync(() -> pending.awaitNone(Duration.ofMillis(50)));
		while (!awaited.isDone()) {
			publish("key", Map.of());
		}
		assertThat(awaited).failsWithin(Duration.ofMinutes(1));
	}

	@Test
	void whatTheTestSendsIsSentAsItIs() {
		ProducerRecord<String, Object> record = new ProducerRecord<>(this.topic, 0, 1234L, "key", "{\"a\" : 1}");
		record.headers().add("trace", "7".getBytes(StandardCharsets.UTF_8));
		SentRecord sent = this.records.send(record);
		assertThat(sent).hasToString(this.topic + "-0@0");
		assertThat(List.of(sent.topic(), sent.partition(), sent.offset())).isEqualTo(List.of(this.topic, 0, 0L));
		this.records.send(this.topic, "plain", Map.of("a", 1));
		this.records.send(this.topic, Map.of("a", 2));
		List<ReceivedRecord> received = this.records.on(this.topic).awaitAll(3);
		assertThat(received).extracting(ReceivedRecord::key).containsExactly("key", "plain", null);
		assertThat(received.get(0).timestamp()).isEqualTo(1234L);
	}

	@Test
	void aRecordThatEveryGroupHasCommittedIsConsumed() {
		SentRecord sent = this.records.send("records.orders", Map.of("order", 42));
		sent.awaitConsumed();
		assertThat(this.application.consumed).contains("{\"order\":42}");
		sent.awaitConsumedBy("orders");
		sent.awaitConsumedBy("billing");
	}

	@Test
	void aRecordThatAGroupHasNotCommittedIsReported() {
		SentRecord sent = this.records.send("records.slow", Map.of("order", 42));
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(SHORT))
			.withMessageStartingWith("Record records.slow-0@0 was not consumed within 200ms.\n\n")
			.withMessageEndingWith("Evidence: group <slow>: committed 0, end 1, lag 1\n"
					+ "Remedy:   wait longer, or see what the listener waits for\n");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumedBy("nobody", SHORT))
			.withMessageStartingWith("Record records.slow-0@0 was not consumed by <nobody> within 200ms.\n\n"
					+ "Evidence: group <nobody>: committed nothing, end 1\n"
					+ "          there is no group <nobody>; groups, the nearest first: <");
		this.application.hold.countDown();
		sent.awaitConsumed();
	}

	@Test
	void aRecordThatNoGroupReadsIsReported() {
		this.consumers.consumer("ours", this.topic);
		SentRecord sent = this.records.send(this.topic, Map.of());
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(SHORT))
			.withMessage("Record " + this.topic + "-0@0 was not consumed within 200ms.\n\n"
					+ "Evidence: no group has a member that reads " + this.topic + "-0\n");
	}

	@Test
	void whatCannotBeMeantIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.records.on())
			.withMessageStartingWith("At least one topic is needed, by key or by name; the keys are [");
		assertThatIllegalArgumentException().isThrownBy(() -> this.records.on(this.topic).awaitAll(0))
			.withMessage("At least one record has to be awaited, not <0>");
		assertThatIllegalArgumentException().isThrownBy(() -> this.records.on(this.topic).await(Duration.ZERO))
			.withMessage("A timeout has to be positive, not <PT0S>");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.records.send(this.topic, Map.of()).awaitConsumed(Duration.ZERO))
			.withMessage("A timeout has to be positive, not <PT0S>");
	}

	@Test
	void aRecordThatTheBrokerRefusesFailsAtOnce() {
		assertThatExceptionOfType(UnsentRecordException.class)
			.isThrownBy(() -> this.records.send(this.topic, "x".repeat(2_000_000)))
			.withMessageMatching("The record for <" + this.topic
					+ "> was not sent\\.\n\nCause:    The message is \\d+ bytes "
					+ "when serialized which is larger than 1048576, which is the value of the max.request.size "
					+ "configuration\\.\nEvidence: exception <org.apache.kafka.common.errors.RecordTooLargeException>\n"
					+ "Remedy:   send less, or raise kafka.test.producer.properties.max.request.size\n")
			.satisfies((ex) -> assertThat(ex.diagnosis().verdict().cause()).isEqualTo(Cause.SEND_TOO_LARGE));
		assertThatNoException().isThrownBy(() -> this.records.send(this.topic, "x"));
	}

	@Test
	void aValueThatCannotBeWrittenFailsAtOnce() {
		List<Object> endless = new ArrayList<>();
		endless.add(Map.of("self", new Object[] { endless }));
		assertThatExceptionOfType(UnwritableRecordException.class)
			.isThrownBy(() -> this.records.send(this.topic, endless))
			.withMessageStartingWith("The record for <" + this.topic + "> was not sent.\n\nCause:    A")
			.withMessageContaining("> for topic <" + this.topic + "> cannot be written ")
			.withMessageContaining("\nRemedy:   ")
			.satisfies((ex) -> assertThat(ex.diagnosis().verdict().cause()).isEqualTo(Cause.SEND_NOT_SERIALIZABLE));
	}

	private void publish(String key, Object value) {
		this.template.send(this.topic, key, value).join();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final CountDownLatch hold = new CountDownLatch(1);

		private final List<String> consumed = new CopyOnWriteArrayList<>();

		@KafkaListener(topics = "records.orders", groupId = "orders")
		void order(String order) {
			this.consumed.add(order);
		}

		@KafkaListener(topics = "records.orders", groupId = "billing")
		void bill(String order) {
			this.consumed.add(order);
		}

		@KafkaListener(topics = "records.slow", groupId = "slow")
		void slow(String order) throws InterruptedException {
			this.hold.await();
		}

	}

}
