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

package io.omninode.kafka.test.autoconfigure;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Answers each validation request with its own value.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class EchoApplication {

	private final KafkaTemplate<String, String> template;

	EchoApplication(KafkaTemplate<String, String> template) {
		this.template = template;
	}

	@KafkaListener(topics = "omninode.codegen.request.validate.v1", groupId = "${echo.group:echo}")
	void echo(ConsumerRecord<String, String> request) {
		this.template.send("omninode.codegen.response.validate.v1", request.key(), request.value());
	}

}
