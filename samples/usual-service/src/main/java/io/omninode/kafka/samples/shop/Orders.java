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

package io.omninode.kafka.samples.shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Orders {

	private final Map<Long, Integer> unpaid = new ConcurrentHashMap<>();

	private final AtomicLong lastId = new AtomicLong();

	private final KafkaTemplate<Long, Object> template;

	Orders(KafkaTemplate<Long, Object> template) {
		this.template = template;
	}

	@PostMapping("/orders")
	long place(@RequestParam int price) {
		long id = this.lastId.incrementAndGet();
		this.unpaid.put(id, price);
		this.template.send("order-events", id, OrderEvent.now(id, OrderEvent.Status.PLACED));
		return id;
	}

	@KafkaListener(topics = "payments")
	void pay(Payment payment, @Header(name = "correlation_id", required = false) @Nullable String correlationId) {
		long id = payment.orderId();
		Integer rest = this.unpaid.computeIfPresent(id, (order, price) -> price - payment.amount());
		if (rest == null) {
			throw new IllegalArgumentException("There is no order " + id);
		}
		if (rest <= 0) {
			this.template.send(MessageBuilder.withPayload(OrderEvent.now(id, OrderEvent.Status.PAID))
				.setHeader(KafkaHeaders.TOPIC, "order-events")
				.setHeader(KafkaHeaders.KEY, id)
				.setHeader("correlation_id", correlationId)
				.build());
		}
	}

}
