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

package io.omninode.kafka.test.diagnosis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CopyTests {

	@Test
	void aDeadLetterTellsWhy() {
		Copy copy = copy("orders-dlt");
		header(copy, "kafka_dlt-exception-fqcn", "org.springframework.kafka.listener.ListenerExecutionFailedException");
		header(copy, "kafka_dlt-exception-cause-fqcn", "java.lang.IllegalStateException");
		header(copy, "kafka_dlt-exception-message", "Listener failed; out of stock");
		assertThat(copy)
			.hasToString("orders-dlt-0@3, for <java.lang.IllegalStateException: Listener failed; out of stock>");
		assertThat(copy.isDeadLetter()).isTrue();
	}

	@Test
	void aDeadLetterNeedNotTellWhy() {
		assertThat(copy("graveyard")).hasToString("graveyard-0@3");
		assertThat(copy("graveyard").isDeadLetter()).isTrue();
	}

	@Test
	void aRetryTellsWhenItIsDue() {
		Copy copy = copy("orders-retry");
		number(copy, "retry_topic-attempts", 2);
		time(copy, System.currentTimeMillis() + 100_000);
		assertThat(copy.toString()).matches("orders-retry-0@3, attempt 2 due in \\d+ms");
		assertThat(copy.isDeadLetter()).isFalse();
	}

	@Test
	void theDeadLetterOfARetryIsNotDue() {
		Copy copy = copy("orders-dlt");
		number(copy, "retry_topic-attempts", 2);
		time(copy, System.currentTimeMillis() + 100_000);
		assertThat(copy).hasToString("orders-dlt-0@3");
		assertThat(copy.isDeadLetter()).isTrue();
	}

	@Test
	void aCopyIsOfTheGroupThatItNames() {
		Copy copy = copy("orders-dlt");
		assertThat(copy.isOf("shop")).isTrue();
		header(copy, "kafka_dlt-original-consumer-group", "audit");
		assertThat(copy.isOf("shop")).isFalse();
		assertThat(copy.isOf("audit")).isTrue();
		Copy retry = copy("orders-retry");
		header(retry, "kafka_original-consumer-group", "audit");
		assertThat(retry.isOf("shop")).isFalse();
	}

	private static Copy copy(String topic) {
		return new Copy(new ConsumerRecord<>(topic, 0, 3, new byte[0], new byte[0]));
	}

	private static void header(Copy copy, String name, String value) {
		copy.record().headers().add(name, value.getBytes(StandardCharsets.UTF_8));
	}

	private static void number(Copy copy, String name, int value) {
		copy.record().headers().add(name, ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
	}

	private static void time(Copy copy, long millis) {
		copy.record()
			.headers()
			.add("retry_topic-backoff-timestamp", ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
	}

}
