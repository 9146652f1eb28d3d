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

package io.omninode.kafka.samples.codegen.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.omninode.kafka.samples.codegen.event.CodegenTopics.Exchange;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Answers requests: same correlation id, same key, one reply each.
 */
@Component
public class Replies {

	private static final Log logger = LogFactory.getLog(Replies.class);

	private static final String CORRELATION_ID = "correlation_id";

	private final KafkaTemplate<String, String> template;

	private final JsonMapper mapper;

	Replies(KafkaTemplate<String, String> template, JsonMapper mapper) {
		this.template = template;
		this.mapper = mapper;
	}

	/**
	 * Answer a request.
	 * @param record the record that holds the request
	 * @param exchange where the request comes from and the reply goes to
	 * @param verb what was asked for, the last part of the event type
	 * @param service returns the result, whose fields become fields of the reply
	 */
	public void answer(ConsumerRecord<String, @Nullable String> record, Exchange exchange, String verb,
			Function<CodegenRequest, ?> service) {
		read(record).ifPresent((request) -> {
			Optional<String> id = request.correlationId().or(() -> header(record).map(Replies::text));
			id.ifPresentOrElse((present) -> {
				ObjectNode reply = this.mapper.createObjectNode();
				reply.put(CORRELATION_ID, present);
				reply.put("event_type", "codegen.response." + verb);
				send(record, exchange.response(), complete(reply, request, service));
			}, () -> logger.warn("Request " + place(record) + " has no correlation id, so there is no reply"));
		});
	}

	/**
	 * A record that is not a request is skipped, so that it does not block its partition.
	 */
	private Optional<CodegenRequest> read(ConsumerRecord<String, @Nullable String> record) {
		try {
			String value = record.value();
			JsonNode event = this.mapper.readTree((value != null) ? value : "");
			if (event.isObject()) {
				return Optional.of(new CodegenRequest(event));
			}
			logger.warn("Skipped request " + place(record) + ": it is not a JSON object");
		}
		catch (JacksonException ex) {
			logger.warn("Skipped request " + place(record) + ": it is not JSON: " + ex.getOriginalMessage());
		}
		return Optional.empty();
	}

	private ObjectNode complete(ObjectNode reply, CodegenRequest request, Function<CodegenRequest, ?> service) {
		if (request.code().isEmpty()) {
			return reply.put("error", "code_content is missing or blank in the payload");
		}
		reply.setAll(this.mapper.<ObjectNode>valueToTree(service.apply(request)));
		List<String> warnings = request.warnings();
		if (!warnings.isEmpty()) {
			reply.set("warnings", this.mapper.valueToTree(warnings));
		}
		return reply;
	}

	private void send(ConsumerRecord<String, ?> request, String topic, ObjectNode reply) {
		ProducerRecord<String, String> record = new ProducerRecord<>(topic, request.key(), reply.toString());
		header(request).ifPresent(record.headers()::add);
		this.template.send(record).whenComplete((result, ex) -> {
			if (ex != null) {
				logger.error("Reply to request " + place(request) + " could not be sent to " + topic, ex);
			}
		});
	}

	private static Optional<Header> header(ConsumerRecord<?, ?> record) {
		return Optional.ofNullable(record.headers().lastHeader(CORRELATION_ID))
			.filter((header) -> header.value() != null && header.value().length > 0);
	}

	private static String text(Header header) {
		return new String(header.value(), StandardCharsets.UTF_8);
	}

	private static String place(ConsumerRecord<?, ?> record) {
		return record.topic() + "-" + record.partition() + "@" + record.offset();
	}

}
