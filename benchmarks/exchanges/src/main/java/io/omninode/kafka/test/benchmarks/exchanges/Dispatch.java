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

package io.omninode.kafka.test.benchmarks.exchanges;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;

import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.tap.Tap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.context.SmartLifecycle;

/**
 * Many replies that are in their topic already, to waits that are registered already: how
 * fast they get there, beside a consumer that reads them and looks at none.
 */
final class Dispatch {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final String FILLING = "x".repeat(150);

	private final ReplyAwaiter replies;

	private final Tap tap;

	private final TestScope scope;

	private final Map<String, Object> connection;

	private final int count;

	private final TopicPartition partition = new TopicPartition("dispatch." + UUID.randomUUID(), 0);

	Dispatch(ReplyAwaiter replies, Tap tap, TestScope scope, String servers, int count) {
		this.replies = replies;
		this.tap = tap;
		this.scope = scope;
		this.connection = Map.of("bootstrap.servers", servers);
		this.count = count;
		replies.between(this.partition.topic() + ".requests", this.partition.topic());
	}

	/**
	 * Return the rates of each round, ours in relation to the raw one.
	 */
	List<Double> run(boolean inHeader, int rounds) throws Exception {
		List<Double> ratios = new ArrayList<>();
		for (int round = 0; round <= rounds; round++) {
			List<String> ids = ids();
			List<PendingReply> pending = ids.stream().map(this.replies::pending).toList();
			((SmartLifecycle) this.tap).stop();
			long offset = produce(ids, inHeader);
			long raw = (round % 2 == 0) ? timeOfRaw(offset) : 0;
			long ours = timeOfOurs(pending);
			this.scope.close();
			raw = (raw == 0) ? timeOfRaw(offset) : raw;
			if (round > 0) {
				ratios.add((double) raw / ours);
			}
		}
		return ratios;
	}

	private List<String> ids() {
		List<String> ids = new ArrayList<>();
		for (int index = 0; index < this.count; index++) {
			ids.add(UUID.randomUUID().toString());
		}
		return ids;
	}

	/**
	 * Return the offset of the first record.
	 */
	private long produce(List<String> ids, boolean inHeader) throws Exception {
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(this.connection, new ByteArraySerializer(),
				new ByteArraySerializer())) {
			List<Future<RecordMetadata>> sent = ids.stream()
				.map((id) -> producer.send(reply(this.partition.topic(), id, inHeader)))
				.toList();
			return sent.get(0).get().offset();
		}
	}

	private static ProducerRecord<byte[], byte[]> reply(String topic, String id, boolean inHeader) {
		String value = inHeader ? "{\"payload\":\"" + FILLING + "\"}"
				: "{\"event_type\":\"reply\",\"correlation_id\":\"" + id + "\",\"payload\":\"" + FILLING + "\"}";
		ProducerRecord<byte[], byte[]> reply = new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8));
		if (inHeader) {
			reply.headers().add("correlation_id", id.getBytes(StandardCharsets.UTF_8));
		}
		return reply;
	}

	private long timeOfOurs(List<PendingReply> pending) {
		System.gc();
		long begin = System.nanoTime();
		((SmartLifecycle) this.tap).start();
		pending.get(pending.size() - 1).await(TIMEOUT);
		long time = System.nanoTime() - begin;
		pending.forEach((each) -> each.await(TIMEOUT));
		return time;
	}

	private long timeOfRaw(long offset) {
		System.gc();
		long begin = System.nanoTime();
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.connection, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.assign(List.of(this.partition));
			consumer.seek(this.partition, offset);
			int seen = 0;
			while (seen < this.count) {
				seen += consumer.poll(TIMEOUT).count();
			}
			return System.nanoTime() - begin;
		}
	}

}
