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

package io.omninode.kafka.test;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A service that does what a request tells it to: the field {@code script} says what to
 * answer.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ScriptedApplication {

	/**
	 * Where requests come from.
	 */
	public static final String REQUESTS = "scripted.requests";

	/**
	 * Where replies go.
	 */
	public static final String REPLIES = "scripted.replies";

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final KafkaTemplate<String, String> template;

	ScriptedApplication(KafkaTemplate<String, String> template) {
		this.template = template;
	}

	@KafkaListener(topics = REQUESTS, groupId = "scripted")
	void on(ConsumerRecord<String, String> request) {
		if (!request.value().startsWith("{")) {
			echo(request);
			return;
		}
		JsonNode event = this.mapper.readTree(request.value());
		switch (event.path("script").asString("echo")) {
			case "silent" -> {
			}
			case "twice" -> {
				echo(request);
				echo(request);
			}
			case "other" ->
				reply(request, request.value().replace("\"correlation_id\":\"", "\"correlation_id\":\"other-"));
			case "poison" -> {
				reply(request, "this is no JSON");
				echo(request);
			}
			default -> echo(request);
		}
	}

	private void echo(ConsumerRecord<String, String> request) {
		reply(request, request.value());
	}

	private void reply(ConsumerRecord<String, String> request, String value) {
		ProducerRecord<String, String> reply = new ProducerRecord<>(REPLIES, request.key(), value);
		if (request.headers().lastHeader("correlation_id") != null) {
			reply.headers().add("correlation_id", request.headers().lastHeader("correlation_id").value());
		}
		reply.headers().add("served-by", "scripted".getBytes(StandardCharsets.UTF_8));
		this.template.send(reply);
	}

}
