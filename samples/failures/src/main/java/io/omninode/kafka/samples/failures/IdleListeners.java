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

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ContainerPostProcessor;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Component;

/**
 * Listeners that do not run, or do not read.
 */
@Component
class IdleListeners {

	@KafkaListener(topics = "unstarted-orders", groupId = "unstarted", autoStartup = "false")
	@SendTo("unstarted-replies")
	String unstarted(String order) {
		return order;
	}

	@KafkaListener(id = "stopped", topics = "stopped-orders", idIsGroup = true)
	@SendTo("stopped-replies")
	String stopped(String order) {
		return order;
	}

	@KafkaListener(id = "paused", topics = "paused-orders", idIsGroup = true)
	@SendTo("paused-replies")
	String paused(String order) {
		return order;
	}

	@KafkaListener(topics = "deadly-orders", groupId = "dying")
	@SendTo("deadly-replies")
	String dying(String order) {
		throw new OutOfMemoryError("too many orders");
	}

	@KafkaListener(id = "starved", topics = "starved-orders", autoStartup = "false",
			containerPostProcessor = "withoutThread")
	@SendTo("starved-replies")
	String starved(String order) {
		return order;
	}

	@KafkaListener(id = "late", topics = "late-orders", autoStartup = "false", properties = "auto.offset.reset=latest")
	@SendTo("late-replies")
	String late(String order) {
		return order;
	}

	@KafkaListener(id = "second", topics = "taken-orders", autoStartup = "false")
	@SendTo("taken-replies")
	String second(String order) {
		return order;
	}

	@KafkaListener(id = "left-out", topics = "unassigned-orders", autoStartup = "false",
			properties = "partition.assignment.strategy=io.omninode.kafka.samples.failures.StingyAssignor")
	@SendTo("unassigned-replies")
	String leftOut(String order) {
		return order;
	}

	@KafkaListener(id = "waiting", topics = "disputed-orders", autoStartup = "false")
	@SendTo("disputed-replies")
	String waiting(String order) {
		return order;
	}

	@Bean
	static ContainerPostProcessor<Object, Object, AbstractMessageListenerContainer<Object, Object>> withoutThread() {
		return (container) -> {
			container.getContainerProperties().setConsumerStartTimeout(Duration.ofMillis(100));
			container.getContainerProperties().setListenerTaskExecutor(new NoThreads());
		};
	}

}
