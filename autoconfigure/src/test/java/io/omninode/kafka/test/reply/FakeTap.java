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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A tap that sees what a test tells it to see.
 */
final class FakeTap implements Tap {

	/**
	 * The header with the correlation id.
	 */
	static final String HEADER = "id";

	private final List<Consumer<? super TappedRecord>> subscribers = new ArrayList<>();

	private final List<TappedRecord> records = new ArrayList<>();

	private final List<TappedRecord> elsewhere = new ArrayList<>();

	private Runnable whenCaughtUp = () -> {
	};

	/**
	 * Let a record arrive now.
	 */
	void see(String topic, String id, String value) {
		see(topic, id, value, System.nanoTime());
	}

	void see(String topic, String id, String value, long arrivedNanos) {
		TappedRecord tapped = tapped(topic, id, value, arrivedNanos);
		this.records.add(tapped);
		this.subscribers.forEach((subscriber) -> subscriber.accept(tapped));
	}

	private TappedRecord tapped(String topic, String id, String value, long arrivedNanos) {
		RecordHeaders headers = new RecordHeaders();
		headers.add(HEADER, id.getBytes(StandardCharsets.UTF_8));
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(topic, 0, this.records.size(),
				Instant.now().plusSeconds(1).toEpochMilli(), TimestampType.CREATE_TIME, 0, 0, null,
				value.getBytes(StandardCharsets.UTF_8), headers, Optional.empty());
		return new TappedRecord(record, arrivedNanos, true, id);
	}

	/**
	 * Let a record be on a topic that is not watched.
	 */
	void seeElsewhere(String topic, String id) {
		this.elsewhere.add(tapped(topic, id, "", System.nanoTime()));
	}

	/**
	 * Have something happen when a wait has the topics read to their end.
	 */
	void whenCaughtUp(Runnable action) {
		this.whenCaughtUp = action;
	}

	@Override
	public void watch(Collection<String> topics, TestStart since) {
	}

	@Override
	public Runnable subscribe(Consumer<? super TappedRecord> subscriber) {
		this.subscribers.add(subscriber);
		return () -> this.subscribers.remove(subscriber);
	}

	@Override
	public List<TappedRecord> seen(Predicate<? super TappedRecord> filter) {
		return this.records.stream().<TappedRecord>map((record) -> record).filter(filter).toList();
	}

	@Override
	public List<TappedRecord> seen(String correlationId) {
		return seen((tapped) -> correlationId.equals(tapped.correlationId()));
	}

	@Override
	public List<TappedRecord> elsewhere(TestStart since, Predicate<? super TappedRecord> filter, Duration timeout) {
		return this.elsewhere.stream().<TappedRecord>map((record) -> record).filter(filter).toList();
	}

	@Override
	public void search(TestStart since, IsolationLevel isolation, Duration timeout,
			Consumer<? super TappedRecord> sink) {
		this.records.forEach(sink);
		this.elsewhere.forEach(sink);
	}

	@Override
	public List<TappedRecord> earlier(Collection<String> topics, TestStart since, Duration timeout) {
		return List.of();
	}

	@Override
	public Map<TopicPartition, Long> unreadable(Collection<String> topics, Duration timeout) {
		return Map.of();
	}

	@Override
	public boolean awaitCaughtUp(Duration timeout) {
		this.whenCaughtUp.run();
		return true;
	}

}
