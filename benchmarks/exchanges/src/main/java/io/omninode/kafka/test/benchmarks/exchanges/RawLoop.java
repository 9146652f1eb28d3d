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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.support.KafkaHeaders;

/**
 * The load that plain clients put on two topics: as many requests in flight as there may
 * be, each known by the id in its header.
 *
 * @param servers the cluster
 * @param requestTopic where requests go
 * @param replyTopic where replies come
 */
record RawLoop(String servers, String requestTopic, String replyTopic) {

	private static final String ID = "correlation_id";

	private static final byte[] VALUE = "{\"payload\":{\"code\":\"class A: pass\"}}".getBytes(StandardCharsets.UTF_8);

	/**
	 * Return how many replies came in a second.
	 */
	double run(int requests, int inFlight) throws InterruptedException {
		Map<String, Long> pending = new ConcurrentHashMap<>();
		Semaphore free = new Semaphore(inFlight);
		CountDownLatch left = new CountDownLatch(requests);
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", this.servers,
				"batch.size", 65_536, "buffer.memory", 64L << 20, "linger.ms", 0), new ByteArraySerializer(),
				new ByteArraySerializer()); KafkaConsumer<byte[], byte[]> consumer = positioned()) {
			Thread reader = new Thread(() -> read(consumer, pending, free, left), "raw-loop");
			reader.start();
			long begin = System.nanoTime();
			for (int index = 0; index < requests; index++) {
				free.acquire();
				send(producer, pending);
			}
			if (!left.await(2, TimeUnit.MINUTES)) {
				throw new IllegalStateException("Not answered: " + left.getCount());
			}
			double seconds = (System.nanoTime() - begin) / 1e9;
			reader.join();
			return requests / seconds;
		}
	}

	private KafkaConsumer<byte[], byte[]> positioned() {
		Map<String, Object> properties = new HashMap<>(
				Map.of("bootstrap.servers", this.servers, "fetch.max.wait.ms", 20));
		KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(),
				new ByteArrayDeserializer());
		TopicPartition partition = new TopicPartition(this.replyTopic, 0);
		consumer.assign(List.of(partition));
		consumer.seekToEnd(List.of(partition));
		consumer.position(partition);
		return consumer;
	}

	private void send(KafkaProducer<byte[], byte[]> producer, Map<String, Long> pending) {
		String id = UUID.randomUUID().toString();
		ProducerRecord<byte[], byte[]> request = new ProducerRecord<>(this.requestTopic, VALUE);
		request.headers().add(ID, id.getBytes(StandardCharsets.UTF_8));
		if (!this.replyTopic.equals(this.requestTopic)) {
			request.headers().add(KafkaHeaders.REPLY_TOPIC, this.replyTopic.getBytes(StandardCharsets.UTF_8));
		}
		pending.put(id, System.nanoTime());
		producer.send(request);
	}

	private static void read(KafkaConsumer<byte[], byte[]> consumer, Map<String, Long> pending, Semaphore free,
			CountDownLatch left) {
		while (left.getCount() > 0) {
			for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
				String id = new String(record.headers().lastHeader(ID).value(), StandardCharsets.UTF_8);
				if (pending.remove(id) != null) {
					free.release();
					left.countDown();
				}
			}
		}
	}

}
