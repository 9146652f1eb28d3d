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

import java.util.Arrays;
import java.util.Map;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one-liners of the guide against an application whose keys and values are bytes: it
 * answers each value with the same and an exclamation mark.
 */
@SpringBootTest(classes = BinaryApplicationIntegrationTests.Application.class,
		properties = { "spring.kafka.producer.key-serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
				"spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
				"spring.kafka.consumer.key-deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
				"spring.kafka.consumer.value-deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
				"spring.kafka.consumer.group-id=binary", "spring.kafka.consumer.auto-offset-reset=earliest" })
@KafkaTest
class BinaryApplicationIntegrationTests {

	private static final byte[] KEY = { 0, 7 };

	private static final byte[] FRAME = { -1, 0, 34 };

	private static final byte[] ANSWER = { -1, 0, 34, '!' };

	@Autowired
	private TestRecords records;

	@Autowired
	private ReplyAwaiter replies;

	@Test
	void bytesArriveAsTheyAre() {
		this.records.send(new ProducerRecord<>("binary-frames", KEY, FRAME)).awaitConsumed();
		ReceivedRecord answer = this.records.on("binary-answers").await();
		assertThat(answer.as(byte[].class)).isEqualTo(ANSWER);
		assertThat(answer.as(Bytes.class).get()).isEqualTo(ANSWER);
		assertThat(answer.keyAs(byte[].class)).isEqualTo(KEY);
	}

	@Test
	void aRequestIsBytes() {
		Reply reply = this.replies.between("binary-frames", "binary-answers").send(FRAME).await();
		assertThat(reply.as(byte[].class)).isEqualTo(ANSWER);
		assertThat(reply.header("correlation_id")).isEqualTo(reply.correlationId());
	}

	@Test
	void textAndObjectsArriveAsText() {
		this.records.send("binary-frames", "key", "text").awaitConsumed();
		this.records.send("binary-frames", Map.of("a", 1)).awaitConsumed();
		assertThat(this.records.on("binary-answers").awaitAll(2)).extracting((answer) -> answer.as(String.class))
			.containsExactly("text!", "{\"a\":1}!");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Autowired
		private KafkaTemplate<byte[], byte[]> template;

		@KafkaListener(topics = "binary-frames")
		void received(byte[] frame, @Header(name = KafkaHeaders.RECEIVED_KEY, required = false) byte @Nullable [] key,
				@Header(name = "correlation_id", required = false) byte @Nullable [] id) {
			byte[] value = Arrays.copyOf(frame, frame.length + 1);
			value[frame.length] = '!';
			ProducerRecord<byte[], byte[]> answer = new ProducerRecord<>("binary-answers", key, value);
			if (id != null) {
				answer.headers().add("correlation_id", id);
			}
			this.template.send(answer);
		}

	}

}
