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

import java.util.Map;
import java.util.concurrent.CompletionException;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers orders, but the answers do not get through.
 */
@Component
class UnpublishedService {

	private static final int LARGE = 2_000_000;

	private final KafkaTemplate<String, String> template;

	private final ProducerFactory<String, String> transactions;

	private final Answers answers;

	UnpublishedService(KafkaTemplate<String, String> template,
			@Qualifier("transactions") ProducerFactory<String, String> transactions, Answers answers) {
		this.template = template;
		this.transactions = transactions;
		this.answers = answers;
	}

	@Bean(defaultCandidate = false)
	@Qualifier("transactions")
	static ProducerFactory<String, String> transactions(KafkaProperties properties) {
		Map<String, Object> configuration = properties.buildProducerProperties();
		configuration.put(ProducerConfig.LINGER_MS_CONFIG, 60_000);
		configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "unpublished-");
		return new DefaultKafkaProducerFactory<>(configuration);
	}

	@Bean
	static NewTopic tinyReplies() {
		return TopicBuilder.name("tiny-replies").config("max.message.bytes", "200").build();
	}

	@KafkaListener(topics = "large-orders", groupId = "large")
	void answerWithTooMuch(String order) {
		answer("large-replies", order, order.replace("placed", "x".repeat(LARGE)));
	}

	@KafkaListener(topics = "tiny-orders", groupId = "tiny")
	void answerWithMoreThanTheTopicTakes(String order) {
		answer("tiny-replies", order, order.replace("placed", "x".repeat(LARGE / 1_000)));
	}

	@KafkaListener(topics = "typed-orders", groupId = "typed")
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void answerWithAnObject(String order) {
		try {
			((KafkaTemplate) this.template).send("typed-replies", Map.of("correlation_id", Answers.idOf(order)));
		}
		catch (SerializationException | KafkaException ex) {
			// the service goes on
		}
		this.answers.isDone(order);
	}

	@KafkaListener(topics = "open-orders", groupId = "open")
	void answerWithoutCommit(String order) {
		Producer<String, String> producer = this.transactions.createProducer();
		producer.beginTransaction();
		producer.send(new ProducerRecord<>("open-replies", order));
		producer.flush();
		this.answers.isDone(order);
	}

	@KafkaListener(topics = "aborted-orders", groupId = "aborted")
	void answerAndAbort(String order) {
		Producer<String, String> producer = this.transactions.createProducer();
		producer.beginTransaction();
		producer.send(new ProducerRecord<>("aborted-replies", order));
		producer.flush();
		producer.abortTransaction();
		producer.close();
		this.answers.isDone(order);
	}

	@KafkaListener(topics = "unsent-orders", groupId = "unsent")
	void answerAndAbortBeforeItIsSent(String order) {
		Producer<String, String> producer = this.transactions.createProducer();
		producer.beginTransaction();
		producer.send(new ProducerRecord<>("unsent-replies", order));
		producer.abortTransaction();
		producer.close();
		this.answers.isDone(order);
	}

	private void answer(String topic, String order, String reply) {
		try {
			this.template.send(topic, reply).join();
		}
		catch (CompletionException | KafkaException ex) {
			// the service goes on
		}
		this.answers.isDone(order);
	}

}
