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

package io.omninode.kafka.test.listener;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;

import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;
import org.springframework.kafka.support.micrometer.KafkaRecordSenderContext;

/**
 * What an application notes of everything that Spring Kafka tells it, in order: a page
 * for each topic and each of those that tell of it.
 *
 * @param name what the names of topics and groups begin with, which is left out
 * @param pages what was noted
 */
record Diary(String name,
		Map<String, List<String>> pages) implements RetryListener, ObservationHandler<Observation.Context> {

	Diary(String name) {
		this(name, new ConcurrentHashMap<>());
	}

	void note(String topic, String event) {
		note(topic, "listener", event);
	}

	private void note(String topic, String page, String event) {
		this.pages.computeIfAbsent(plain(topic) + " " + page, (key) -> new CopyOnWriteArrayList<>()).add(plain(event));
	}

	private String plain(String text) {
		return text.replace(this.name, "NAME").replaceAll("thrown at \\S+Z", "thrown at TIME");
	}

	void await(String topic, String event) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.pages.getOrDefault(plain(topic) + " listener", List.of()).contains(event));
	}

	/**
	 * Note a record with its headers. Only times are left out.
	 */
	void note(ConsumerRecord<?, ?> record) {
		Map<String, String> headers = new TreeMap<>();
		for (Header header : record.headers()) {
			byte[] value = header.key().contains("timestamp") ? new byte[0] : header.value();
			headers.merge(header.key(), text(value), (one, other) -> one + ", " + other);
		}
		headers.forEach((key, value) -> note(record.topic(), "headers", record.offset() + " " + key + "=" + value));
	}

	private static String text(byte[] bytes) {
		StringBuilder text = new StringBuilder();
		new String(bytes, StandardCharsets.UTF_8).chars()
			.forEach((each) -> text.append((each >= ' ' || each == '\n') ? (char) each : "\\" + each));
		return text.toString();
	}

	@Override
	public void failedDelivery(ConsumerRecord<?, ?> record, Exception ex, int deliveryAttempt) {
		note(record.topic(), "attempt " + deliveryAttempt + " of " + record.offset() + " failed with " + ex);
	}

	@Override
	public void recovered(ConsumerRecord<?, ?> record, Exception ex) {
		note(record.topic(), "recovered " + record.offset() + " from " + ex);
	}

	@Override
	public void failedDelivery(ConsumerRecords<?, ?> records, Exception ex, int deliveryAttempt) {
		note(topic(records), "attempt " + deliveryAttempt + " of " + records.count() + " failed with " + ex);
	}

	@Override
	public void recovered(ConsumerRecords<?, ?> records, Exception ex) {
		note(topic(records), "recovered " + records.count() + " from " + ex);
	}

	private static String topic(ConsumerRecords<?, ?> records) {
		return records.iterator().next().topic();
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof KafkaRecordReceiverContext || context instanceof KafkaRecordSenderContext;
	}

	@Override
	public void onStart(Observation.Context context) {
		observe(context, "starts");
	}

	@Override
	public void onError(Observation.Context context) {
		observe(context, "failed with " + context.getError());
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		observe(context, "is open");
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		observe(context, "is closed");
	}

	@Override
	public void onStop(Observation.Context context) {
		observe(context, "stops");
	}

	/**
	 * A producer tells of what it has sent on its own thread: its ends have a page of
	 * their own.
	 */
	private void observe(Observation.Context context, String event) {
		if (context instanceof KafkaRecordReceiverContext received && received.getRecord() != null) {
			note(received.getRecord().topic(), "observation " + context.getName() + " " + event);
		}
		else if (context instanceof KafkaRecordSenderContext sent && !event.contains("is ")) {
			note(sent.getDestination(), "publication " + event, context.getName());
		}
	}

	RecordInterceptor<Object, Object> recordInterceptor() {
		return new RecordInterceptor<>() {

			@Override
			public ConsumerRecord<Object, Object> intercept(ConsumerRecord<Object, Object> record,
					Consumer<Object, Object> consumer) {
				note(record.topic(), "intercept " + record.offset());
				return "passed over".equals(record.value()) ? null : record;
			}

			@Override
			public void success(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
				note(record.topic(), "success " + record.offset());
			}

			@Override
			public void failure(ConsumerRecord<Object, Object> record, Exception ex,
					Consumer<Object, Object> consumer) {
				note(record.topic(), "failure " + record.offset() + " " + ex);
			}

			@Override
			public void afterRecord(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
				note(record.topic(), "after " + record.offset());
			}

		};
	}

	BatchInterceptor<Object, Object> batchInterceptor() {
		return new BatchInterceptor<>() {

			@Override
			public ConsumerRecords<Object, Object> intercept(ConsumerRecords<Object, Object> records,
					Consumer<Object, Object> consumer) {
				note(topic(records), "batch intercept " + records.count());
				return records;
			}

			@Override
			public void success(ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
				note(topic(records), "batch success " + records.count());
			}

			@Override
			public void failure(ConsumerRecords<Object, Object> records, Exception ex,
					Consumer<Object, Object> consumer) {
				note(topic(records), "batch failure " + records.count() + " " + ex);
			}

		};
	}

	/**
	 * Return everything, a line for each event.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		new TreeMap<>(this.pages).forEach((page, events) -> events.forEach((event) -> lines.add(page + ": " + event)));
		lines.removeIf((line) -> line.contains(KafkaHeaders.LISTENER_INFO));
		return lines;
	}

}
