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

package io.omninode.kafka.test.benchmarks.shipping;

import org.apache.kafka.clients.admin.NewTopic;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.messaging.handler.annotation.SendTo;

/**
 * An application that confirms each shipment.
 */
@SpringBootApplication
class ShippingApplication {

	static final String SHIPMENTS = "shipments";

	static final String CONFIRMATIONS = "confirmations";

	@Bean
	NewTopics topics() {
		return new NewTopics(topic(SHIPMENTS), topic(CONFIRMATIONS));
	}

	@KafkaListener(id = "shipping", topics = SHIPMENTS, properties = "auto.offset.reset=earliest")
	@SendTo(CONFIRMATIONS)
	String confirm(String shipment) {
		return shipment;
	}

	private static NewTopic topic(String name) {
		return TopicBuilder.name(name).partitions(1).replicas(1).build();
	}

}
