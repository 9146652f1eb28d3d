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
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.MissingRecordError;
import io.omninode.kafka.test.record.SentRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * JSON that a test sends as text to a listener that goes by type header.
 */
@SpringBootTest(classes = UntypedTextIntegrationTests.Application.class, properties = {
		"spring.kafka.producer.value-serializer=org.springframework.kafka.support.serializer.JacksonJsonSerializer",
		"spring.kafka.consumer.value-deserializer=org.springframework.kafka.support.serializer.JacksonJsonDeserializer",
		"spring.kafka.consumer.properties.spring.json.trusted.packages=*", "spring.kafka.consumer.group-id=untyped",
		"spring.kafka.consumer.auto-offset-reset=earliest",
		"logging.level.org.apache.kafka.clients.consumer.internals.CompletedFetch=off" })
@KafkaTest
@ExtendWith(OutputCaptureExtension.class)
class UntypedTextIntegrationTests {

	private static final String JSON = "{\"id\":\"a\"}";

	private static final List<org.apache.kafka.common.header.Header> TYPE = List
		.of(new RecordHeader("__TypeId__", Order.class.getName().getBytes(StandardCharsets.UTF_8)));

	private static final String REFUSED = "JSON as text for topic <untyped-text> is not sent: a listener needs the "
			+ "type in the header <__TypeId__>, which text does not get, and without an ErrorHandlingDeserializer its "
			+ "consumer would ask for the record again and again. Send the object, or JSON as a tree, or set that "
			+ "header; bytes are always sent.";

	@Autowired
	private TestRecords records;

	@Autowired
	private Choice choice;

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private KafkaListenerEndpointRegistry registry;

	@Test
	void itIsRefusedWhereTheConsumerWouldAskForItAgainAndAgain(CapturedOutput output) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.records.send("untyped-text", JSON))
			.withMessage(REFUSED);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.replies.between("untyped-text", "untyped-answers").send(JSON))
			.withMessage(REFUSED);
		this.records.send("untyped-text", JsonMapper.shared().readTree(JSON)).awaitConsumed();
		this.records.send("untyped-text", Map.of("id", "a")).awaitConsumed();
		this.records.send(new ProducerRecord<>("untyped-text", null, null, null, JSON, TYPE)).awaitConsumed();
		assertThat(output).doesNotContain("Consumer exception");
	}

	@Test
	void aMapIsConsumedWhereTheMethodTakesRecordsOrBatches() {
		this.records.send("untyped-record", Map.of("id", "a")).awaitConsumed();
		this.records.send("untyped-batch", Map.of("id", "a")).awaitConsumed();
		assertThat(this.registry.getListenerContainer("record").isRunning()).isTrue();
	}

	@Test
	void aListenerWithSeveralMethodsGetsObjectsAndNoMaps() {
		this.records.send("untyped-choice", new Order("a")).awaitConsumed();
		this.records.send("untyped-choice", new Refund("b")).awaitConsumed();
		assertThat(this.choice.called).containsExactly("order a", "refund b");
		assertThatIllegalArgumentException().isThrownBy(() -> this.records.send("untyped-choice", Map.of("id", "a")))
			.withMessage("JSON as a tree for topic <untyped-choice> is not sent: a listener needs the type in the "
					+ "header <__TypeId__>, its methods take <" + Order.class.getName() + ">, <"
					+ Refund.class.getName() + ">, and without an ErrorHandlingDeserializer its consumer would ask "
					+ "for the record again and again. Send the object, or set that header; bytes are always "
					+ "sent.");
	}

	@Test
	void whereErrorsAreHandledTheFailureSaysWhatToSend() {
		SentRecord sent = this.records.send("untyped-handled", JSON);
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageContaining(
					"No type information in headers and no default type provided>; the group has gone on")
			.withMessageEndingWith("Remedy:   send the object, or JSON as a tree where the method names its type: text "
					+ "and bytes do not get the header <__TypeId__> that the listener needs; or set that header; a test "
					+ "that expects this awaits its dead letter, or what else comes of it\n");
	}

	@Test
	void bytesAreSentAndTheFailureSaysWhatToSend() {
		SentRecord sent = this.records.send("untyped-silent", JSON.getBytes(StandardCharsets.UTF_8));
		try {
			assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
				.withMessageContaining("cannot read it: <java.lang.IllegalStateException: No type information")
				.withMessageEndingWith("Remedy:   send the object, or JSON as a tree where the method names its type: "
						+ "text and bytes do not get the header <__TypeId__> that the listener needs; or set that "
						+ "header; and give the listener an ErrorHandlingDeserializer: without one its consumer asks for the record again and "
						+ "again\n");
		}
		finally {
			this.registry.getListenerContainer("silent").stop();
		}
	}

	record Order(String id) {

	}

	record Refund(String id) {

	}

	@KafkaListener(id = "choice", topics = "untyped-choice")
	static class Choice {

		private final Queue<String> called = new ConcurrentLinkedQueue<>();

		@KafkaHandler
		void on(@Header(KafkaHeaders.RECEIVED_TOPIC) String topic, @Payload Order order) {
			this.called.add("order " + order.id());
		}

		@KafkaHandler
		void on(Refund refund) {
			this.called.add("refund " + refund.id());
		}

		@KafkaHandler(isDefault = true)
		void on(Object other) {
			this.called.add("other");
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		static Choice choice() {
			return new Choice();
		}

		@KafkaListener(topics = "untyped-text")
		void on(Order order) {
		}

		@KafkaListener(id = "record", topics = "untyped-record")
		void record(ConsumerRecord<String, Order> order) {
			order.value().id();
		}

		@KafkaListener(id = "batch", topics = "untyped-batch", batch = "true")
		void batch(List<Order> orders) {
			orders.forEach(Order::id);
		}

		@KafkaListener(topics = "untyped-handled",
				properties = {
						"value.deserializer=org.springframework.kafka.support.serializer.ErrorHandlingDeserializer",
						"spring.deserializer.value.delegate.class="
								+ "org.springframework.kafka.support.serializer.JacksonJsonDeserializer" })
		void handled(Order order) {
		}

		@KafkaListener(id = "silent", topics = "untyped-silent")
		void silent(Order order) {
		}

		/**
		 * Keeps the log short, and the consumer from asking too often.
		 */
		@Bean
		static ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> silence() {
			return (container) -> {
				if ("silent".equals(container.getListenerId())) {
					container.setCommonErrorHandler(new Silent());
				}
			};
		}

	}

	static class Silent extends DefaultErrorHandler {

		@Override
		public void handleOtherException(Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container,
				boolean batch) {
			// The consumer asks again.
		}

	}

}
