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

package io.omninode.kafka.test.reply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.requestreply.CorrelationKey;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;
import org.springframework.kafka.requestreply.RequestReplyFuture;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.SendTo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beside Spring's own request and reply: its correlation ids are ours.
 */
@SpringBootTest(properties = { "kafka.test.topics.shop-request=shop.requests",
		"kafka.test.topics.shop-response=shop.replies", "kafka.test.correlation.spring-header=true",
		"kafka.test.correlation.order=spring-header", "spring.kafka.consumer.auto-offset-reset=earliest" })
@KafkaTest
class SpringRequestReplyIntegrationTests {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private ReplyingKafkaTemplate<String, String, String> template;

	@Test
	void aListenerThatSendsItsResultAnswersAnExchange() {
		PendingReply pending = this.replies.exchange("shop").send(bytes("hello"));
		Reply reply = pending.await();
		assertThat(reply.record().value()).isEqualTo(bytes("HELLO"));
		assertThat(reply.correlationId()).isEqualTo(pending.correlationId());
		assertThat(UUID.fromString(pending.correlationId())).hasToString(pending.correlationId());
		assertThat(reply.record().headers().lastHeader(KafkaHeaders.CORRELATION_ID).value()).hasSize(16);
		assertThat(reply.record().headers().lastHeader("correlation_id")).isNull();
	}

	@Test
	void theReplyToARequestThatTheApplicationSendsIsFound() throws Exception {
		assertThat(this.template.waitForAssignment(LIMIT)).isTrue();
		RequestReplyFuture<String, String, String> future = this.template
			.sendAndReceive(new ProducerRecord<>("shop.requests", "from the application"));
		assertThat(future.get(1, TimeUnit.MINUTES).value()).isEqualTo("FROM THE APPLICATION");
		byte[] id = future.getSendFuture()
			.get(1, TimeUnit.MINUTES)
			.getProducerRecord()
			.headers()
			.lastHeader(KafkaHeaders.CORRELATION_ID)
			.value();
		Reply reply = this.replies.pending(new CorrelationKey(id).toString()).await();
		assertThat(reply.record().value()).isEqualTo(bytes("FROM THE APPLICATION"));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Shop {

		@KafkaListener(topics = "shop.requests", groupId = "shop")
		@SendTo("shop.replies")
		String on(String request) {
			return request.toUpperCase(Locale.ROOT);
		}

		@Bean
		ReplyingKafkaTemplate<String, String, String> replyingTemplate(ProducerFactory<String, String> producerFactory,
				ConcurrentKafkaListenerContainerFactory<String, String> containerFactory) {
			ConcurrentMessageListenerContainer<String, String> container = containerFactory
				.createContainer("shop.replies");
			container.getContainerProperties().setGroupId("shop-replies");
			ReplyingKafkaTemplate<String, String, String> template = new ReplyingKafkaTemplate<>(producerFactory,
					container);
			template.setSharedReplyTopic(true);
			template.setDefaultReplyTimeout(LIMIT);
			containerFactory.setReplyTemplate(template);
			return template;
		}

	}

}
