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

import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ContainerPostProcessor;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Component;

/**
 * Listeners that never see some of the orders.
 */
@Component
class PickyListeners {

	@KafkaListener(topics = "filtered-orders", groupId = "filtering", filter = "onlyPaid")
	@SendTo("filtered-replies")
	String filtering(String order) {
		return order;
	}

	@KafkaListener(topics = "skipped-orders", groupId = "skipping", containerPostProcessor = "skippingUnpaid")
	@SendTo("skipped-replies")
	String skipping(String order) {
		return order;
	}

	@Bean(defaultCandidate = false)
	static RecordFilterStrategy<Object, Object> onlyPaid() {
		return PickyListeners::isUnpaid;
	}

	@Bean
	static ContainerPostProcessor<Object, Object, AbstractMessageListenerContainer<Object, Object>> skippingUnpaid() {
		return (container) -> container.setRecordInterceptor((order, consumer) -> isUnpaid(order) ? null : order);
	}

	private static boolean isUnpaid(ConsumerRecord<?, ?> order) {
		return !String.valueOf(order.value()).contains("\"paid\"");
	}

}
