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

import java.util.concurrent.CountDownLatch;

import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.config.ContainerPostProcessor;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Listeners that are called, and do not come to an end, or not to a good one.
 */
@Component
class FailingListeners {

	final CountDownLatch called = new CountDownLatch(2);

	final CountDownLatch released = new CountDownLatch(1);

	@KafkaListener(topics = "slow-orders", groupId = "slow")
	@SendTo("slow-replies")
	String slow(String order) throws InterruptedException {
		return new Warehouse(this.released).reserve(order);
	}

	@KafkaListener(topics = "queued-orders", groupId = "queueing")
	@SendTo("queued-replies")
	String queueing(String order) throws InterruptedException {
		return new Warehouse(this.released).reserve(order);
	}

	@KafkaListener(topics = "refused-orders", groupId = "refusing", containerPostProcessor = "patient")
	@SendTo("refused-replies")
	String refusing(String order) {
		throw new IllegalStateException("out of stock");
	}

	@KafkaListener(topics = "dropped-orders", groupId = "dropping", containerPostProcessor = "impatient")
	@SendTo("dropped-replies")
	String dropping(String order) {
		throw new IllegalStateException("out of stock");
	}

	@KafkaListener(topics = "dead-orders", groupId = "burying", containerPostProcessor = "burying")
	@SendTo("dead-replies")
	String burying(String order) {
		throw new IllegalStateException("out of stock");
	}

	@RetryableTopic(attempts = "3", backOff = @BackOff(delay = 60_000))
	@KafkaListener(topics = "retried-orders", groupId = "retrying")
	@SendTo("retried-replies")
	String retrying(String order) {
		throw new IllegalStateException("out of stock");
	}

	@KafkaListener(id = "looping", topics = "unreadable-orders", autoStartup = "false",
			properties = "value.deserializer=org.apache.kafka.common.serialization.IntegerDeserializer")
	void looping(Integer order) {
	}

	@KafkaListener(topics = "unread-orders", groupId = "leaving-out", properties = {
			"value.deserializer=org.springframework.kafka.support.serializer.ErrorHandlingDeserializer",
			"spring.deserializer.value.delegate.class=org.apache.kafka.common.serialization.IntegerDeserializer" })
	void leavingOut(Integer order) {
	}

	@Bean
	static ContainerPostProcessor<Object, Object, AbstractMessageListenerContainer<Object, Object>> patient() {
		return (container) -> container.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(60_000, 9)));
	}

	@Bean
	static ContainerPostProcessor<Object, Object, AbstractMessageListenerContainer<Object, Object>> impatient() {
		return (container) -> container.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(0, 1)));
	}

	@Bean
	static ContainerPostProcessor<Object, Object, AbstractMessageListenerContainer<Object, Object>> burying(
			KafkaTemplate<?, ?> template) {
		return (container) -> container.setCommonErrorHandler(
				new DefaultErrorHandler(new DeadLetterPublishingRecoverer(template), new FixedBackOff(0, 1)));
	}

}
