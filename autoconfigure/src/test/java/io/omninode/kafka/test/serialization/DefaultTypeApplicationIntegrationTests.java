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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.handler.annotation.Header;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one-liners of the guide against an application that neither writes nor reads the
 * types of values.
 */
@SpringBootTest(classes = DefaultTypeApplicationIntegrationTests.Application.class, properties = {
		"spring.kafka.producer.value-serializer=org.springframework.kafka.support.serializer.JacksonJsonSerializer",
		"spring.kafka.producer.properties.spring.json.add.type.headers=false",
		"spring.kafka.consumer.value-deserializer=org.springframework.kafka.support.serializer.JacksonJsonDeserializer",
		"spring.kafka.consumer.properties.spring.json.use.type.headers=false",
		"spring.kafka.consumer.properties.spring.json.value.default.type="
				+ "io.omninode.kafka.test.serialization.DefaultTypeApplicationIntegrationTests$Order",
		"spring.kafka.consumer.properties.spring.json.trusted.packages=io.omninode.kafka.test.serialization",
		"spring.kafka.consumer.group-id=default-type", "spring.kafka.consumer.auto-offset-reset=earliest" })
@KafkaTest
class DefaultTypeApplicationIntegrationTests {

	@Autowired
	private TestRecords records;

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private Application application;

	@Test
	void objectsMapsAndTextAreConsumedWithoutATypeHeader() {
		this.records.send("untyped-orders", "key", new Order("a", 2)).awaitConsumed();
		this.records.send("untyped-orders", Map.of("id", "b", "count", 3)).awaitConsumed();
		this.records.send("untyped-orders", "{\"id\":\"c\",\"count\":4}").awaitConsumed();
		assertThat(this.records.on("untyped-accepted").awaitAll(3)).extracting((event) -> event.as(Accepted.class))
			.containsExactly(new Accepted("a", 4), new Accepted("b", 6), new Accepted("c", 8));
		assertThat(this.records.on("untyped-orders").seen()).extracting((order) -> order.header("__TypeId__"))
			.containsOnlyNulls();
	}

	@Test
	void aRequestIsAnObjectOrAMap() {
		var exchange = this.replies.between("untyped-orders", "untyped-accepted");
		assertThat(exchange.send(new Order("d", 5)).await().as(Accepted.class)).isEqualTo(new Accepted("d", 10));
		assertThat(exchange.send("key", Map.of("id", "e", "count", 6)).await().as(Accepted.class))
			.isEqualTo(new Accepted("e", 12));
	}

	@Test
	void whatTheApplicationSendsIsAwaited() {
		this.records.sent(this.application.template.send("untyped-orders", new Order("f", 1)).join()).awaitConsumed();
		ReceivedRecord event = this.records.on("untyped-accepted").await();
		assertThat(event.as(Accepted.class)).isEqualTo(new Accepted("f", 2));
	}

	record Order(String id, int count) {

	}

	record Accepted(String id, int price) {

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Autowired
		private KafkaTemplate<String, Object> template;

		@KafkaListener(topics = "untyped-orders")
		void on(Order order, @Header(name = "correlation_id", required = false) byte @Nullable [] id) {
			ProducerRecord<String, Object> event = new ProducerRecord<>("untyped-accepted",
					new Accepted(order.id(), 2 * order.count()));
			if (id != null) {
				event.headers().add("correlation_id", id);
			}
			this.template.send(event);
		}

	}

}
