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

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.core.KafkaTemplate;

/**
 * {@link Replies} that go nowhere and can be looked at.
 */
public class RecordedReplies {

	private static final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
		.build();

	private final MockProducer<String, String> producer = new MockProducer<>(true, null, new StringSerializer(),
			new StringSerializer());

	private final Replies replies = new Replies(new KafkaTemplate<>(() -> this.producer), mapper);

	public Replies replies() {
		return this.replies;
	}

	public CodegenTopics topics() {
		return new CodegenTopics(exchange("validate"), exchange("analyze"), exchange("pattern"), exchange("mixin"));
	}

	public List<ProducerRecord<String, String>> records() {
		return this.producer.history();
	}

	public JsonNode reply() {
		return json(this.producer.history().get(0).value());
	}

	public static JsonNode json(String text) {
		return mapper.readTree(text);
	}

	public static ConsumerRecord<String, @Nullable String> request(@Nullable String event) {
		return new ConsumerRecord<>("requests", 0, 7, "key", (event != null) ? event.replace('\'', '"') : null);
	}

	private static CodegenTopics.Exchange exchange(String verb) {
		return new CodegenTopics.Exchange(verb + "-requests", verb + "-replies");
	}

}
