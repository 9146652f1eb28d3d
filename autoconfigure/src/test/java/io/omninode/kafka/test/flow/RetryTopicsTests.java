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

package io.omninode.kafka.test.flow;

import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryTopicsTests {

	@Test
	void theTopicsOfATopicAreFoundByTheirNames() {
		List<String> all = List.of("orders", "orders-retry", "orders-retry-0", "orders-retry-2000", "orders-dlt",
				"orders.DLT", "orders-billing-retry-1", "orders-audit", "ordersX-dlt", "bills-dlt", "orders-retryable");
		assertThat(RetryTopics.of(Set.of("orders"), all)).containsExactly("orders-retry", "orders-retry-0",
				"orders-retry-2000", "orders-dlt", "orders.DLT", "orders-billing-retry-1");
	}

	@Test
	void aTopicThatIsKnownAlreadyIsNotFoundAgain() {
		assertThat(RetryTopics.of(Set.of("orders", "orders-dlt"), List.of("orders-dlt"))).isEmpty();
	}

	@Test
	void recordsOnTopicsOfOtherNamesAreKnownByTheirHeaders() {
		ConsumerRecord<byte[], byte[]> retry = record("second-chance", "retry_topic-attempts");
		assertThat(RetryTopics.isRetry(retry)).isTrue();
		assertThat(RetryTopics.isDeadLetter(retry)).isFalse();
		ConsumerRecord<byte[], byte[]> dead = record("graveyard", "kafka_dlt-original-topic");
		assertThat(RetryTopics.isRetry(dead)).isFalse();
		assertThat(RetryTopics.isDeadLetter(dead)).isTrue();
	}

	@Test
	void theLastStopOfARetriedRecordIsNoRetry() {
		ConsumerRecord<byte[], byte[]> dead = record("orders-dlt", "retry_topic-attempts");
		assertThat(RetryTopics.isRetry(dead)).isFalse();
		assertThat(RetryTopics.isDeadLetter(dead)).isTrue();
	}

	@Test
	void anyOtherRecordIsNeither() {
		ConsumerRecord<byte[], byte[]> other = record("orders", "a");
		assertThat(RetryTopics.isRetry(other)).isFalse();
		assertThat(RetryTopics.isDeadLetter(other)).isFalse();
	}

	private static ConsumerRecord<byte[], byte[]> record(String topic, String header) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(topic, 0, 0, new byte[0], new byte[0]);
		record.headers().add(header, new byte[] { 1 });
		return record;
	}

}
