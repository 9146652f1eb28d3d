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

package io.omninode.kafka.test.record;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.application.ConsumptionSources;
import io.omninode.kafka.test.application.Origins;
import io.omninode.kafka.test.client.JsonValues;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/**
 * {@link TestRecords} on the {@link Tap}.
 */
class DefaultTestRecords implements TestRecords {

	private static final int MAX_REASON = 1_000;

	private final TopicNames names;

	private final Tap tap;

	private final KafkaOperations<byte[], byte[]> operations;

	private final ConsumptionSources consumption;

	private final WaitSettings settings;

	private final RecordWriter writer;

	DefaultTestRecords(TopicNames names, Tap tap, KafkaOperations<byte[], byte[]> operations,
			ConsumptionSources consumption, WaitSettings settings) {
		this.names = names;
		this.tap = tap;
		this.operations = operations;
		this.consumption = consumption;
		this.settings = settings;
		this.writer = new RecordWriter(new JsonValues(settings.mapper()));
	}

	@Override
	public PendingRecords on(String... topics) {
		if (topics.length == 0) {
			throw new IllegalArgumentException(
					"At least one topic is needed, by key or by name; the keys are " + this.names.asMap().keySet());
		}
		List<String> resolved = Arrays.stream(topics).map(this.names::resolve).distinct().toList();
		this.settings.watch()
			.run("Topics " + Excerpt.of(resolved) + " cannot be read", Patience.of(this.settings.timeout()),
					() -> this.tap.watch(resolved, this.settings.scope().beginning()));
		return new DefaultPendingRecords(resolved, (record) -> true, this.tap, this.names, this.settings);
	}

	@Override
	public SentRecord send(String topic, Object value) {
		return send(new ProducerRecord<>(topic, value));
	}

	@Override
	public SentRecord send(String topic, String key, Object value) {
		return send(new ProducerRecord<>(topic, key, value));
	}

	@Override
	public SentRecord send(ProducerRecord<String, ?> record) {
		String topic = this.names.resolve(record.topic());
		ProducerRecord<byte[], byte[]> written = this.writer.write(record, topic);
		return this.settings.watch()
			.call("The record for <" + Excerpt.of(topic) + "> was not sent", Patience.ofWait(this.settings.timeout()),
					() -> {
						this.settings.readiness().await();
						long now = System.nanoTime();
						return sent(send(written, topic), now);
					});
	}

	private SentRecord sent(RecordMetadata sent, long sentNanos) {
		return new DefaultSentRecord(
				new Origins.Place(new TopicPartition(sent.topic(), sent.partition()), sent.offset()), this.consumption,
				new Copies(this.tap, this.settings.scope()), this.settings, sentNanos);
	}

	private RecordMetadata send(ProducerRecord<byte[], byte[]> record, String topic) {
		try {
			return this.operations.send(record).get().getRecordMetadata();
		}
		catch (ExecutionException | KafkaException ex) {
			Throwable cause = rootCause(ex);
			throw new IllegalStateException("The record for <" + Excerpt.of(topic) + "> was not sent: "
					+ Excerpt.of(cause.getMessage(), MAX_REASON), cause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while sending to <" + Excerpt.of(topic) + ">", ex);
		}
	}

	private static Throwable rootCause(Throwable ex) {
		Throwable cause = NestedExceptionUtils.getRootCause(ex);
		return (cause != null) ? cause : ex;
	}

}
