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

package io.omninode.kafka.integration.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Answers each order with an invoice, in JSON that Jackson 2 reads and writes.
 */
@Component
class Billing {

	private final ObjectMapper mapper;

	private final KafkaTemplate<String, String> kafka;

	Billing(ObjectMapper mapper, KafkaTemplate<String, String> kafka) {
		this.mapper = mapper;
		this.kafka = kafka;
	}

	@KafkaListener(topics = "orders", groupId = "billing")
	void bill(String order) throws JsonProcessingException {
		Order read = this.mapper.readValue(order, Order.class);
		this.kafka.send("invoices",
				this.mapper.writeValueAsString(new Invoice(read.correlationId(), 2 * read.unitPrice())));
	}

	/**
	 * An order of two pieces.
	 *
	 * @param correlationId its id
	 * @param unitPrice what one piece costs
	 */
	record Order(String correlationId, int unitPrice) {

	}

	/**
	 * The invoice for an order.
	 *
	 * @param correlationId the id of the order
	 * @param totalPrice what is to be paid
	 */
	record Invoice(String correlationId, int totalPrice) {

	}

}
