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

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.ByteArrayJacksonJsonMessageConverter;
import org.springframework.kafka.support.converter.BytesJacksonJsonMessageConverter;
import org.springframework.kafka.support.converter.JacksonJsonMessageConverter;
import org.springframework.kafka.support.converter.StringJacksonJsonMessageConverter;
import org.springframework.kafka.support.mapping.DefaultJacksonJavaTypeMapper;
import org.springframework.kafka.support.mapping.JacksonJavaTypeMapper.TypePrecedence;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one-liners of the guide against applications whose serializers know text or bytes
 * alone, and whose message converter makes JSON of them.
 */
class MessageConverterIntegrationTests {

	/**
	 * The tests.
	 */
	abstract static class OneLiners {

		@Autowired
		private TestRecords records;

		@Autowired
		private ReplyAwaiter replies;

		@Autowired
		private Application application;

		private final String topic;

		OneLiners(String topic) {
			this.topic = topic;
		}

		@Test
		void objectsMapsAndTextAreConsumed() {
			this.records.send(this.topic, "key", new Order("a", 2)).awaitConsumed();
			this.records.send(this.topic, Map.of("id", "b", "count", 3)).awaitConsumed();
			this.records.send(this.topic, "{\"id\":\"c\",\"count\":4}").awaitConsumed();
			assertThat(this.records.on("converted-accepted").awaitAll(3))
				.extracting((event) -> event.as(Accepted.class))
				.containsExactly(new Accepted("a", 4), new Accepted("b", 6), new Accepted("c", 8));
		}

		@Test
		void aRequestIsAnObjectOrAMap() {
			var exchange = this.replies.between(this.topic, "converted-accepted");
			assertThat(exchange.send(new Order("d", 5)).await().as(Accepted.class)).isEqualTo(new Accepted("d", 10));
			assertThat(exchange.send(Map.of("id", "e", "count", 6)).await().as(Accepted.class))
				.isEqualTo(new Accepted("e", 12));
		}

		@Test
		void anObjectFindsTheMethodThatTakesIt() {
			this.records.send(this.topic + "-commands", new Order("g", 5)).awaitConsumed();
			this.records.send(this.topic + "-commands", new Cancellation("h")).awaitConsumed();
			assertThat(this.records.on("converted-accepted").awaitAll(2))
				.extracting((event) -> event.as(Accepted.class))
				.containsExactly(new Accepted("g", 5), new Accepted("h", 0));
		}

	}

	@Nested
	@SpringBootTest(classes = { Application.class, StringJacksonJsonMessageConverter.class },
			properties = "converted.topic=converted-text")
	@KafkaTest
	class Text extends OneLiners {

		Text() {
			super("converted-text");
		}

	}

	@Nested
	@SpringBootTest(classes = { Application.class, ByteArrayJacksonJsonMessageConverter.class }, properties = {
			"converted.topic=converted-byte-array",
			"spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
			"spring.kafka.consumer.value-deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer" })
	@KafkaTest
	class ByteArrays extends OneLiners {

		ByteArrays() {
			super("converted-byte-array");
		}

	}

	@Nested
	@SpringBootTest(classes = { Application.class, BytesJacksonJsonMessageConverter.class }, properties = {
			"converted.topic=converted-bytes",
			"spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.BytesSerializer",
			"spring.kafka.consumer.value-deserializer=org.apache.kafka.common.serialization.BytesDeserializer" })
	@KafkaTest
	class KafkaBytes extends OneLiners {

		KafkaBytes() {
			super("converted-bytes");
		}

	}

	/**
	 * The serializer of the application is for other objects and topics.
	 */
	@Nested
	@SpringBootTest(classes = { Application.class, StringJacksonJsonMessageConverter.class },
			properties = { "converted.topic=converted-other",
					"spring.kafka.producer.value-serializer="
							+ "io.omninode.kafka.test.serialization.MessageConverterIntegrationTests$ModelSerializer",
					"spring.kafka.consumer.value-deserializer="
							+ "org.apache.kafka.common.serialization.ByteArrayDeserializer" })
	@KafkaTest
	class BesideAnotherFormat extends OneLiners {

		BesideAnotherFormat() {
			super("converted-other");
		}

	}

	record Order(String id, int count) {

	}

	record Cancellation(String id) {

	}

	record Accepted(String id, int price) {

	}

	/**
	 * Writes text, and takes all other objects for those of its own format.
	 */
	public static class ModelSerializer implements Serializer<Object> {

		@Override
		public byte[] serialize(String topic, Object value) {
			if (value instanceof String text) {
				return text.getBytes(StandardCharsets.UTF_8);
			}
			throw new SerializationException("no schema for it");
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Commands.class)
	static class Application {

		@Autowired
		private KafkaTemplate<String, Object> template;

		/**
		 * A listener with several methods has to go by the type.
		 */
		@Autowired
		void goByType(JacksonJsonMessageConverter converter) {
			DefaultJacksonJavaTypeMapper types = (DefaultJacksonJavaTypeMapper) converter.getTypeMapper();
			types.setTypePrecedence(TypePrecedence.TYPE_ID);
			types.addTrustedPackages(Order.class.getPackageName());
		}

		@KafkaListener(topics = "${converted.topic}", groupId = "converted", properties = "auto.offset.reset=earliest")
		void on(Order order, @Header(name = "correlation_id", required = false) byte @Nullable [] id) {
			publish(new Accepted(order.id(), 2 * order.count()), id);
		}

		void publish(Accepted accepted, byte @Nullable [] id) {
			this.template.send(MessageBuilder.withPayload(accepted)
				.setHeader(KafkaHeaders.TOPIC, "converted-accepted")
				.setHeader("correlation_id", id)
				.build());
		}

	}

	@KafkaListener(topics = "${converted.topic}-commands", groupId = "converted-commands",
			properties = "auto.offset.reset=earliest")
	static class Commands {

		private final Application application;

		Commands(Application application) {
			this.application = application;
		}

		@KafkaHandler
		void place(Order order) {
			this.application.publish(new Accepted(order.id(), order.count()), null);
		}

		@KafkaHandler
		void cancel(Cancellation cancellation) {
			this.application.publish(new Accepted(cancellation.id(), 0), null);
		}

	}

}
