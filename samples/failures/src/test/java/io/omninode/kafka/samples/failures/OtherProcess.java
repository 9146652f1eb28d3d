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

package io.omninode.kafka.samples.failures;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.omninode.kafka.test.broker.TestBroker;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A service of another process: a consumer that reads, and answers nothing.
 */
final class OtherProcess implements AutoCloseable {

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final CountDownLatch assigned = new CountDownLatch(1);

	private final Thread thread = new Thread(this::read, "other-process");

	private volatile boolean running = true;

	private OtherProcess(Map<String, Object> settings) {
		this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	/**
	 * Start it, and wait until it has its partitions.
	 */
	static OtherProcess start(TestBroker broker, String group, String topic) throws InterruptedException {
		Map<String, Object> settings = new HashMap<>(broker.clientProperties());
		settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
		settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "another-service");
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		OtherProcess process = new OtherProcess(settings);
		process.consumer.subscribe(List.of(topic));
		process.thread.start();
		process.assigned.await();
		return process;
	}

	private void read() {
		while (this.running) {
			this.consumer.poll(Duration.ofMillis(100));
			if (!this.consumer.assignment().isEmpty()) {
				this.assigned.countDown();
			}
		}
	}

	/**
	 * Stop to read, but stay a member of the group.
	 */
	void hang() throws InterruptedException {
		this.running = false;
		this.thread.join();
	}

	/**
	 * Leave the group.
	 */
	@Override
	public void close() throws InterruptedException {
		hang();
		this.consumer.close();
	}

	void commit() throws InterruptedException {
		hang();
		this.consumer.commitSync();
	}

}
