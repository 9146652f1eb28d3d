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

import java.util.UUID;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The one-liners of the guide against applications whose keys are no text: each answers
 * with the key that it has received.
 */
class KeyTypesIntegrationTests {

	/**
	 * The tests.
	 */
	abstract static class Keys<K> {

		@Autowired
		TestRecords records;

		@Autowired
		private ReplyAwaiter replies;

		@Autowired
		private Application application;

		private final String topic;

		private final K key;

		@SuppressWarnings("unchecked")
		private Class<K> type() {
			return (Class<K>) this.key.getClass();
		}

		Keys(String topic, K key) {
			this.topic = topic;
			this.key = key;
		}

		@Test
		void aKeyArrivesAsItIs() {
			this.records.send(new ProducerRecord<>(this.topic, this.key, "value")).awaitConsumed();
			ReceivedRecord answer = this.records.on("keyed-answers").await();
			assertThat(answer.keyAs(type())).isEqualTo(this.key);
			assertThat(answer.as(String.class)).isEqualTo(this.key + "=value");
		}

		@Test
		void aRequestHasAKey() {
			Reply reply = this.replies.between(this.topic, "keyed-answers")
				.send(new ProducerRecord<>(this.topic, this.key, "request"))
				.await();
			assertThat(reply.keyAs(type())).isEqualTo(this.key);
			assertThat(reply.as(String.class)).isEqualTo(this.key + "=request");
		}

		@Test
		void whatTheApplicationSendsIsAwaited() {
			this.records.sent(this.application.template.send(this.topic, this.key, "own").join()).awaitConsumed();
			assertThat(this.records.on("keyed-answers").await().keyAs(type())).isEqualTo(this.key);
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class,
			properties = { "keyed.topic=keyed-by-long",
					"spring.kafka.producer.key-serializer=org.apache.kafka.common.serialization.LongSerializer",
					"spring.kafka.consumer.key-deserializer=org.apache.kafka.common.serialization.LongDeserializer" })
	@KafkaTest
	class Longs extends Keys<Long> {

		Longs() {
			super("keyed-by-long", 42L);
		}

		@Test
		void textThatIsNoKeyOfTheListenerIsRefused() {
			assertThatIllegalArgumentException().isThrownBy(() -> this.records.send("keyed-by-long", "abc", "value"))
				.withMessage("Key <abc> for topic <keyed-by-long> is not sent: a listener cannot read it, "
						+ "<LongDeserializer: Size of data received by LongDeserializer is not 8>, and without an "
						+ "ErrorHandlingDeserializer its consumer would ask for the record again and again. Send a "
						+ "key of the listener's type; bytes are always sent.");
			this.records.send(new ProducerRecord<>("keyed-by-long", 43L, "value")).awaitConsumed();
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class,
			properties = { "keyed.topic=keyed-by-uuid",
					"spring.kafka.producer.key-serializer=org.apache.kafka.common.serialization.UUIDSerializer",
					"spring.kafka.consumer.key-deserializer=org.apache.kafka.common.serialization.UUIDDeserializer" })
	@KafkaTest
	class Uuids extends Keys<UUID> {

		Uuids() {
			super("keyed-by-uuid", UUID.randomUUID());
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, properties = { "keyed.topic=keyed-by-integer",
			"spring.kafka.producer.key-serializer=org.apache.kafka.common.serialization.IntegerSerializer",
			"spring.kafka.consumer.key-deserializer=org.apache.kafka.common.serialization.IntegerDeserializer" })
	@KafkaTest
	class Integers extends Keys<Integer> {

		Integers() {
			super("keyed-by-integer", 7);
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Autowired
		private KafkaTemplate<Object, String> template;

		@KafkaListener(topics = "${keyed.topic}", groupId = "keyed", properties = "auto.offset.reset=earliest")
		void on(ConsumerRecord<Object, String> record) {
			ProducerRecord<Object, String> answer = new ProducerRecord<>("keyed-answers", record.key(),
					record.key() + "=" + record.value());
			record.headers().forEach(answer.headers()::add);
			this.template.send(answer);
		}

	}

}
