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

package io.omninode.kafka.integration.avro;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.handler.annotation.Header;

/**
 * Reads <code>measurements</code>, writes their doubles to <code>doubles</code>, and
 * takes commands as text.
 */
@SpringBootApplication
public class AvroApplication {

	private final KafkaTemplate<String, Object> template;

	AvroApplication(KafkaTemplate<String, Object> template) {
		this.template = template;
	}

	/**
	 * Run the application.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(AvroApplication.class, args);
	}

	@KafkaListener(topics = "measurements")
	void measured(Measurement measurement,
			@Header(name = "correlation_id", required = false) byte @Nullable [] correlationId) {
		ProducerRecord<String, Object> twice = new ProducerRecord<>("doubles",
				new Measurement((String) measurement.get(0), 2 * (long) measurement.get(1)));
		if (correlationId != null) {
			twice.headers().add("correlation_id", correlationId);
		}
		this.template.send(twice);
	}

	@KafkaListener(topics = "commands",
			properties = "value.deserializer=org.apache.kafka.common.serialization.StringDeserializer")
	void commanded(String command) {
		this.template.send("doubles", new Measurement(command, 0));
	}

}
