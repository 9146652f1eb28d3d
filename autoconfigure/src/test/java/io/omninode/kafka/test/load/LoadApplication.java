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

package io.omninode.kafka.test.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A service with faults: the field {@code do} of a request says what happens to it.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class LoadApplication {

	static final String REQUESTS = "load.requests";

	static final String REPLIES = "load.replies";

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final List<ConsumerRecord<String, String>> held = new ArrayList<>();

	private final KafkaTemplate<String, String> template;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	LoadApplication(KafkaTemplate<String, String> template) {
		this.template = template;
	}

	void freeze() {
		this.gate = new CountDownLatch(1);
	}

	void thaw() {
		this.gate.countDown();
	}

	@KafkaListener(topics = { REQUESTS, "other.requests" }, groupId = "load")
	void on(ConsumerRecord<String, String> request) throws InterruptedException {
		this.gate.await();
		JsonNode event = this.mapper.readTree(request.value());
		switch (event.path("do").asString("echo")) {
			case "drop" -> {
			}
			case "twice" -> {
				reply(request);
				reply(request);
			}
			case "hold" -> this.held.add(request);
			case "release" -> {
				reply(request);
				this.held.forEach(this::reply);
				this.held.clear();
			}
			default -> reply(request);
		}
	}

	private void reply(ConsumerRecord<String, String> request) {
		String topic = request.topic().equals(REQUESTS) ? REPLIES : "other.replies";
		this.template.send(new ProducerRecord<>(topic, request.key(), request.value()));
	}

}
