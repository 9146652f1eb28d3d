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

package io.omninode.kafka.test.serialization;

import java.util.Map;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The one-liners of the guide against the most usual application of all: JSON by type
 * header, both ways, and keys that are numbers.
 */
@SpringBootTest(classes = TypeHeaderApplicationIntegrationTests.Application.class, properties = {
		"spring.kafka.producer.key-serializer=org.apache.kafka.common.serialization.LongSerializer",
		"spring.kafka.producer.value-serializer=org.springframework.kafka.support.serializer.JacksonJsonSerializer",
		"spring.kafka.producer.properties.max.request.size=2000000",
		"spring.kafka.consumer.key-deserializer=org.apache.kafka.common.serialization.LongDeserializer",
		"spring.kafka.consumer.value-deserializer=org.springframework.kafka.support.serializer.JacksonJsonDeserializer",
		"spring.kafka.consumer.properties.spring.json.trusted.packages=*",
		"spring.kafka.consumer.group-id=type-headers", "spring.kafka.consumer.auto-offset-reset=earliest" })
@KafkaTest
class TypeHeaderApplicationIntegrationTests {

	@Autowired
	private TestRecords records;

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestTopics topics;

	@Autowired
	private Application application;

	@Test
	void anObjectIsConsumedAndItsEventIsRead() {
		this.records.send("typed-orders", new Order("a", 2)).awaitConsumed();
		ReceivedRecord event = event("a");
		assertThat(event.as(Accepted.class)).isEqualTo(new Accepted("a", 4));
		assertThat(event.header("__TypeId__")).isEqualTo(Accepted.class.getName());
		assertThat(event.record().key()).isNull();
	}

	@Test
	void aMapStandsForAnObject() {
		this.records.send("typed-orders", Map.of("id", "b", "count", 1)).awaitConsumed();
		assertThat(event("b").as(Accepted.class).price()).isEqualTo(2);
	}

	@Test
	void aKeyIsTheNumberThatItIsInTheApplication() {
		this.records.send(new ProducerRecord<>("typed-orders", 42L, new Order("c", 1))).awaitConsumed();
		ReceivedRecord event = event("c");
		assertThat(event.keyAs(Long.class)).isEqualTo(42);
		assertThat(event.key()).isNull();
	}

	@Test
	void whatTheApplicationSendsIsAwaitedToo() {
		this.records.sent(this.application.template.send("typed-orders", 7L, new Order("g", 1)).join()).awaitConsumed();
		assertThat(this.records.on("typed-accepted").seen()).extracting((record) -> record.as(Accepted.class).id())
			.contains("g");
	}

	@Test
	void aRequestIsAnObjectOrAMap() {
		var exchange = this.replies.between("typed-orders", "typed-accepted");
		assertThat(exchange.send(new Order("d", 5)).await().as(Accepted.class)).isEqualTo(new Accepted("d", 10));
		assertThat(exchange.send(Map.of("id", "e", "count", 6)).await().as(Accepted.class))
			.isEqualTo(new Accepted("e", 12));
	}

	@Test
	void aTemplateThatIsChosenWritesEverything() {
		this.records.via(this.application.template).send(new ProducerRecord<>("typed-texts", 8L, "Ada"));
		ReceivedRecord text = this.records.on("typed-texts").await();
		assertThat(text.record().value()).asString().isEqualTo("\"Ada\"");
		assertThat(text.header("__TypeId__")).isEqualTo(String.class.getName());
		assertThat(text.keyAs(Long.class)).isEqualTo(8);
		assertThat(this.replies.between("typed-orders", "typed-accepted")
			.via(this.application.template)
			.send(new ProducerRecord<>("typed-orders", 9L, new Order("h", 1)))
			.await()
			.keyAs(Long.class)).isEqualTo(9);
	}

	@Test
	void aConditionThatAsksATombstoneForItsValueIsNotSatisfied() {
		this.records.send(new ProducerRecord<>("typed-tombstones", 1L, null));
		this.records.send(new ProducerRecord<>("typed-tombstones", 2L, "no json"));
		this.records.send(new ProducerRecord<>("typed-tombstones", 3L, Map.of("id", "f")));
		assertThat(this.records.on("typed-tombstones")
			.matching((record) -> record.json().get("id").asString().equals("f"))
			.await()
			.offset()).isEqualTo(2);
	}

	@Test
	void whatTheApplicationMaySendTheTestMayToo() {
		this.topics.create(new NewTopic("typed-big", 1, (short) 1).configs(Map.of("max.message.bytes", "2000000")));
		assertThat(this.records.send("typed-big", new byte[1_500_000]).offset()).isNotNegative();
	}

	@Test
	void aRecordThatIsTooLargeNamesThePropertyThatCounts() {
		byte[] value = new byte[3_000_000];
		assertThatIllegalStateException().isThrownBy(() -> this.records.send("typed-too-big", value))
			.withMessageEndingWith("\nRemedy:   send less, or raise kafka.test.producer.properties.max.request.size\n");
	}

	private ReceivedRecord event(String id) {
		return this.records.on("typed-accepted")
			.matching((record) -> record.as(Accepted.class).id().equals(id))
			.await();
	}

	record Order(String id, int count) {

	}

	record Accepted(String id, int price) {

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Autowired
		private KafkaTemplate<Long, Object> template;

		@KafkaListener(topics = "typed-orders")
		void on(Order order, @Header(name = KafkaHeaders.RECEIVED_KEY, required = false) Long key,
				@Header(name = "correlation_id", required = false) byte[] id) {
			ProducerRecord<Long, Object> event = new ProducerRecord<>("typed-accepted", key,
					new Accepted(order.id(), 2 * order.count()));
			if (id != null) {
				event.headers().add("correlation_id", id);
			}
			this.template.send(event);
		}

	}

}
