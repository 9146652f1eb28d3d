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

package io.omninode.kafka.test.serialization;

import java.util.Map;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one-liners of the guide against an application that speaks plain text: it answers
 * each text with the same in brackets.
 */
@SpringBootTest(classes = TextApplicationIntegrationTests.Application.class,
		properties = { "spring.kafka.consumer.group-id=plain-text",
				"spring.kafka.consumer.auto-offset-reset=earliest" })
@KafkaTest
class TextApplicationIntegrationTests {

	@Autowired
	private TestRecords records;

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private Application application;

	@ParameterizedTest
	@ValueSource(strings = { "Ada", "007", "42", "\"quoted\"", "<order id=\"42\"/>", "{\"a\" : 1}" })
	void textArrivesAsItIs(String text) {
		this.records.send("text-greetings", "key", text).awaitConsumed();
		ReceivedRecord answer = this.records.on("text-answers").await();
		assertThat(answer.as(String.class)).isEqualTo("[" + text + "]");
		assertThat(answer.key()).isEqualTo("key");
	}

	@Test
	void whatIsNoTextArrivesAsJson() {
		this.records.send("text-greetings", Map.of("name", "Ada")).awaitConsumed();
		assertThat(this.records.on("text-answers").await().as(String.class)).isEqualTo("[{\"name\":\"Ada\"}]");
	}

	@Test
	void aRequestIsText() {
		Reply reply = this.replies.between("text-greetings", "text-answers").send("<order id=\"42\"/>").await();
		assertThat(reply.as(String.class)).isEqualTo("[<order id=\"42\"/>]");
		assertThat(reply.header("correlation_id")).isEqualTo(reply.correlationId());
	}

	@Test
	void whatTheApplicationSendsIsAwaited() {
		RecordMetadata sent = this.application.template.send("text-greetings", "Grace").join().getRecordMetadata();
		this.records.sent(sent).awaitConsumed();
		assertThat(this.records.on("text-answers").await().as(String.class)).isEqualTo("[Grace]");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Autowired
		private KafkaTemplate<String, String> template;

		@KafkaListener(topics = "text-greetings")
		void greeted(ConsumerRecord<String, String> greeting) {
			ProducerRecord<String, String> answer = new ProducerRecord<>("text-answers", greeting.key(),
					"[" + greeting.value() + "]");
			greeting.headers().forEach(answer.headers()::add);
			this.template.send(answer);
		}

	}

}
