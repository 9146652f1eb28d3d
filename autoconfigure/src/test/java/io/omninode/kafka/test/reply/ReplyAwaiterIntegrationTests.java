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

package io.omninode.kafka.test.reply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.UnwritableRecordException;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@SpringBootTest(classes = ScriptedApplication.class,
		properties = { "kafka.test.topics.scripted-request=" + ScriptedApplication.REQUESTS,
				"kafka.test.topics.scripted-response=" + ScriptedApplication.REPLIES })
@KafkaTest
class ReplyAwaiterIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestTopics topics;

	@Autowired
	@Qualifier("kafkaTestTemplate")
	private KafkaTemplate<String, Object> template;

	private Exchange exchange;

	@BeforeEach
	void exchange() {
		this.exchange = this.replies.exchange("scripted");
	}

	@Test
	void anEventWithoutAnIdGetsAFreshOne() {
		Reply reply = this.exchange.send(Map.of("a", 1)).await();
		assertThat(UUID.fromString(reply.correlationId())).isNotNull();
		assertThat(reply.json().get("correlation_id").asString()).isEqualTo(reply.correlationId());
		assertThat(reply.latency()).isPositive();
		assertThat(reply.topic()).isEqualTo(ScriptedApplication.REPLIES);
		assertThat(reply.header("served-by")).isEqualTo("scripted");
	}

	@Test
	void anEventWithAnIdKeepsIt() {
		String id = newId();
		PendingReply pending = this.exchange.send("key-1", Map.of("correlation_id", id));
		assertThat(pending.correlationId()).isEqualTo(id);
		assertThat(pending.await().correlationId()).isEqualTo(id);
		assertThat(pending.await().key()).isEqualTo("key-1");
	}

	@Test
	void textBytesAndNodesAreTakenAsTheyAre() {
		String json = "{\"correlation_id\" : \"" + newId() + "\", \"amount\" : 1.10}";
		JsonMapper mapper = JsonMapper.builder().build();
		assertThat(value(this.exchange.send(json).await())).isEqualTo(json);
		assertThat(value(this.exchange.send(json.getBytes(StandardCharsets.UTF_8)).await())).isEqualTo(json);
		assertThat(this.exchange.send(mapper.readTree(json)).await().json()).isEqualTo(mapper.readTree(json));
	}

	@Test
	void textWithoutAnIdGetsOneAndKeepsItsNumbers() {
		Reply reply = this.exchange.send("{\"amount\":1.10}").await();
		assertThat(value(reply)).isEqualTo("{\"amount\":1.10,\"correlation_id\":\"" + reply.correlationId() + "\"}");
	}

	@Test
	void whatIsNoJsonObjectCarriesItsIdInTheHeader() {
		Reply text = this.exchange.send("hello").await();
		assertThat(value(text)).isEqualTo("hello");
		assertThat(text.header("correlation_id")).isEqualTo(text.correlationId());
		Reply array = this.exchange.send(List.of(1, 2)).await();
		assertThat(value(array)).isEqualTo("[1,2]");
		Reply bytes = this.exchange.send(new byte[] { 'x' }).await();
		assertThat(value(bytes)).isEqualTo("x");
	}

	@Test
	void aRecordIsSentWithItsHeadersAndKey() {
		ProducerRecord<String, Object> record = new ProducerRecord<>("scripted_request", "key-2", Map.of("a", 1));
		record.headers().add("correlation_id", "from-header".getBytes(StandardCharsets.UTF_8));
		Reply reply = this.exchange.send(record).await();
		assertThat(reply.correlationId()).isEqualTo("from-header");
		assertThat(reply.key()).isEqualTo("key-2");
		assertThat(value(reply)).isEqualTo("{\"a\":1}");
	}

	@Test
	void aRecordForAnotherTopicIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.exchange.send(new ProducerRecord<>("orders", 1)))
			.withMessage("The record is for topic <orders>, but requests of this exchange go to <scripted.requests>");
	}

	@Test
	void anEmptyIdIsRefusedBeforeSending() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.exchange.send(Map.of("correlation_id", " ")))
			.withMessage("The event for topic <scripted.requests> has an empty correlation id < >: "
					+ "give it one, or leave it out to get a fresh one");
		assertThatIllegalArgumentException().isThrownBy(() -> this.replies.pending(""))
			.withMessage("A correlation id is needed to wait for a reply, not <>");
	}

	@Test
	void anEventThatCannotBeWrittenIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.exchange.send(new Unwritable()))
			.withMessageStartingWith("The request for <scripted.requests> was not sent.\n\nCause:    A value of type <"
					+ Unwritable.class.getName() + "> for topic <scripted.requests> cannot be written as JSON: ")
			.isInstanceOfSatisfying(UnwritableRecordException.class,
					(ex) -> assertThat(ex.diagnosis().verdict().cause()).isEqualTo(Cause.SEND_NOT_SERIALIZABLE));
	}

	@Test
	void aReplyToARequestThatSomethingElseSendsIsAwaited() throws Exception {
		String id = newId();
		PendingReply pending = this.replies.pending(id);
		this.template.send(ScriptedApplication.REQUESTS, Map.of("correlation_id", id)).get(1, TimeUnit.MINUTES);
		assertThat(pending.await().correlationId()).isEqualTo(id);
	}

	@Test
	void aReplyThatIsThereAlreadyIsFound() throws Exception {
		String id = newId();
		this.template.send(ScriptedApplication.REPLIES, Map.of("correlation_id", id)).get(1, TimeUnit.MINUTES);
		Reply reply = this.replies.pending(id).await();
		assertThat(reply.correlationId()).isEqualTo(id);
		assertThat(this.replies.pending(id).awaitAll(1)).singleElement().hasToString(reply.toString());
	}

	@Test
	void whereAReplyMayBeWithoutBeingLookedForIsSaid() throws Exception {
		String id = newId();
		this.topics.create("unnamed.replies");
		this.template.send("unnamed.replies", Map.of("correlation_id", id)).get(1, TimeUnit.MINUTES);
		PendingReply pending = this.replies.pending(id);
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(SHORT))
			.withMessageContaining(
					"Cause:    the id is on a topic that is not looked at for replies, at unnamed.replies-0@0\n");
		this.replies.between("unnamed.requests", "unnamed.replies");
		assertThat(this.replies.pending(id).await().topic()).isEqualTo("unnamed.replies");
	}

	@Test
	void anOlderReplyWithTheSameIdIsNotTakenForTheReplyToARequest() throws Exception {
		this.topics.create("between.requests", "between.replies");
		this.template.send("between.replies", Map.of("correlation_id", "fixed")).get(1, TimeUnit.MINUTES);
		Exchange fresh = this.replies.between("between.requests", "between.replies");
		PendingReply pending = fresh.send(Map.of("correlation_id", "fixed"));
		pending.awaitNone(SHORT);
	}

	@Test
	void severalRepliesAreAwaited() {
		PendingReply pending = this.exchange.send(Map.of("script", "twice"));
		List<Reply> both = pending.awaitAll(2);
		assertThat(both).hasSize(2);
		assertThat(both.get(0).offset()).isLessThan(both.get(1).offset());
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.awaitAll(3, SHORT))
			.withMessageStartingWith(
					"2 of 3 replies to <" + pending.correlationId() + "> on <scripted.replies> within 200ms.");
	}

	@Test
	void aReplyThatIsNotWantedIsReported() {
		PendingReply pending = this.exchange.send(Map.of());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> pending.awaitNone(Duration.ofMinutes(1)))
			.withMessageMatching("A reply to <" + pending.correlationId()
					+ "> came on <scripted.replies> although none was expected: scripted.replies-0@\\d+ after \\w+\\.");
	}

	@Test
	void aPoisonRecordOnTheReplyTopicDoesNotDisturb() {
		assertThat(this.exchange.send(Map.of("script", "poison")).await().json().get("script").asString())
			.isEqualTo("poison");
	}

	@Test
	void onlyRepliesThatMatchCount() {
		PendingReply pending = this.exchange.send(Map.of("amount", 3));
		assertThat(pending.matching((reply) -> reply.json().get("amount").asInt() == 3).await()).isNotNull();
		assertThatExceptionOfType(MissingReplyError.class)
			.isThrownBy(() -> pending.matching((reply) -> reply.json().get("amount").asInt() == 4).await(SHORT));
	}

	@Test
	void aFutureIsCompletedWithTheReplyOrTheReason() throws Exception {
		PendingReply pending = this.exchange.send(Map.of());
		assertThat(pending.toFuture().get(1, TimeUnit.MINUTES).correlationId()).isEqualTo(pending.correlationId());
		assertThat(pending.toFuture()).isCompletedWithValueMatching((reply) -> reply.offset() >= 0);
	}

	@Test
	void aMissingReplyExplainsItself() {
		this.exchange.send(Map.of("script", "silent", "correlation_id", "before")).awaitNone(SHORT);
		PendingReply pending = this.exchange.send(Map.of("script", "other", "correlation_id", "order-42"));
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(Duration.ofSeconds(2)))
			.withMessageMatching("No reply to <order-42> on <scripted\\.replies> within 2s\\.\n\n"
					+ "Cause:    likely: the reply has another id, <other-order-42> instead of <order-42>: <other-> "
					+ "was put before it\n"
					+ "Evidence: request at scripted\\.requests-0@\\d+, acknowledged 2s\\w* ago\n"
					+ "          group <scripted>: committed \\d+, end \\d+, lag 0\n"
					+ "          seen on scripted\\.replies meanwhile: 1 record, ids <other-order-42>\n"
					+ "          ids that came and answer no other request, the nearest first: <other-order-42>\n"
					+ "Remedy:   have the application pass on the id of the request as it is\n");
	}

	@Test
	void anUnknownExchangeListsThoseThereAreNearestFirst() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.replies.exchange("validatoin"))
			.withMessage("Unknown exchange <validatoin>. Known, nearest first: <validation>, <mixin>, <pattern>, "
					+ "<analysis>, <scripted>. Declare kafka.test.topics.validatoin-request and "
					+ "kafka.test.topics.validatoin-response, or use between(requestTopic, replyTopic).");
	}

	private static String newId() {
		return UUID.randomUUID().toString();
	}

	private static String value(Reply reply) {
		return new String(reply.record().value(), StandardCharsets.UTF_8);
	}

	static final class Unwritable {

		@JsonProperty
		String name() {
			throw new IllegalStateException("no name");
		}

	}

}
