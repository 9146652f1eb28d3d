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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Answers orders, but with the id in another form, or elsewhere.
 */
@Component
class OtherFormService {

	private static final String ACCEPTED = "{\"status\":\"accepted\"}";

	private final KafkaTemplate<String, String> template;

	private final Answers answers;

	OtherFormService(KafkaTemplate<String, String> template, Answers answers) {
		this.template = template;
		this.answers = answers;
	}

	@KafkaListener(topics = "header-orders", groupId = "header")
	void answerWithHeader(String order) {
		answer("header-replies", order, ACCEPTED, (headers) -> headers.add("X-Request-Id", bytes(Answers.idOf(order))));
	}

	@KafkaListener(topics = "field-orders", groupId = "field")
	void answerWithField(String order) {
		answer("field-replies", order, "{\"order\":{\"id\":\"" + Answers.idOf(order) + "\"}}");
	}

	@KafkaListener(topics = "key-orders", groupId = "key")
	void answerWithKey(String order) {
		this.template.send("key-replies", Answers.idOf(order), ACCEPTED).join();
		this.answers.isDone(order);
	}

	@KafkaListener(topics = "spring-orders", groupId = "spring")
	void answerWithHeaderOfSpring(String order) {
		answer("spring-replies", order, ACCEPTED,
				(headers) -> headers.add("kafka_correlationId", bytes(Answers.idOf(order))));
	}

	@KafkaListener(topics = "case-orders", groupId = "case")
	void answerInUpperCase(String order) {
		answer("case-replies", order, "{\"correlation_id\":\"" + Answers.idOf(order).toUpperCase(Locale.ROOT) + "\"}");
	}

	@KafkaListener(topics = "quoted-orders", groupId = "quoted")
	void answerInQuotationMarks(String order) {
		answer("quoted-replies", order, ACCEPTED,
				(headers) -> headers.add("correlation_id", bytes("\"" + Answers.idOf(order) + "\"")));
	}

	@KafkaListener(topics = "twice-json-orders", groupId = "twice-json")
	void answerWithJsonInJson(String order) {
		answer("twice-json-replies", order, "\"" + order.replace("\"", "\\\"") + "\"");
	}

	@KafkaListener(topics = "bytes-orders", groupId = "bytes")
	void answerInBytes(String order) {
		UUID id = UUID.fromString(Answers.idOf(order));
		byte[] bytes = ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
		answer("bytes-replies", order, ACCEPTED, (headers) -> headers.add("correlation_id", bytes));
	}

	@KafkaListener(topics = "number-orders", groupId = "number")
	void answerWithNumber(String order) {
		byte[] bytes = ByteBuffer.allocate(8).putLong(Long.parseLong(Answers.idOf(order))).array();
		answer("number-replies", order, ACCEPTED, (headers) -> headers.add("correlation_id", bytes));
	}

	@KafkaListener(topics = "xml-orders", groupId = "xml")
	void answerInXml(String order) {
		answer("xml-replies", order, "<accepted><order>" + Answers.idOf(order) + "</order></accepted>");
	}

	@KafkaListener(topics = "anonymous-orders", groupId = "anonymous")
	void answerWithoutId(String order) {
		answer("anonymous-replies", order, ACCEPTED);
	}

	@KafkaListener(topics = "fresh-orders", groupId = "fresh")
	void answerWithFreshId(String order) {
		answer("fresh-replies", order, "{\"correlation_id\":\"" + UUID.randomUUID() + "\"}");
	}

	@KafkaListener(topics = "prefixed-orders", groupId = "prefixed")
	void answerWithPrefix(String order) {
		answer("prefixed-replies", order, "{\"correlation_id\":\"reply-" + Answers.idOf(order) + "\"}");
	}

	private void answer(String topic, String order, String reply) {
		answer(topic, order, reply, (headers) -> {
		});
	}

	private void answer(String topic, String order, String reply, Consumer<Headers> headers) {
		ProducerRecord<String, String> record = new ProducerRecord<>(topic, reply);
		headers.accept(record.headers());
		this.template.send(record).join();
		this.answers.isDone(order);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
