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

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;

/**
 * The quickest way to a reply that Spring Kafka has: one container in each context reads
 * the replies, and each is found by its correlation id.
 */
@TestConfiguration(proxyBeanMethods = false)
class ReplyingTemplateConfiguration {

	@Bean(defaultCandidate = false)
	@ForTests
	ReplyingKafkaTemplate<String, String, String> replyingTemplate(ProducerFactory<String, String> producers,
			ConcurrentKafkaListenerContainerFactory<String, String> containers) {
		ConcurrentMessageListenerContainer<String, String> replies = containers
			.createContainer(ShippingApplication.CONFIRMATIONS);
		replies.getContainerProperties().setGroupId("tests");
		replies.setBeanName("replies");
		return new ReplyingKafkaTemplate<>(producers, replies);
	}

	@Qualifier
	@Retention(RetentionPolicy.RUNTIME)
	@interface ForTests {

	}

}
