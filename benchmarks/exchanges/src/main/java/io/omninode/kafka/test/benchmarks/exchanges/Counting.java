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

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.broker.TestBroker;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.context.ApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * A listener that gets records which are there already.
 */
final class Counting {

	private final SilentService service;

	private final MessageListenerContainer container;

	private final String servers;

	private final String topic;

	Counting(ApplicationContext context, String topic) {
		this.service = context.getBean(SilentService.class);
		MessageListenerContainer found = context.getBean(KafkaListenerEndpointRegistry.class)
			.getListenerContainer(SilentService.COUNTED);
		if (found == null) {
			throw new IllegalStateException("There is no listener <" + SilentService.COUNTED + ">");
		}
		this.container = found;
		this.servers = context.getBean(TestBroker.class).bootstrapServers();
		this.topic = topic;
	}

	/**
	 * Return the processor time that the thread of the listener takes for a record.
	 */
	double nanosPerRecord(int records) throws InterruptedException {
		return (double) count(records, Integer.MAX_VALUE) / records;
	}

	/**
	 * Return the processor time for all records, in nanoseconds.
	 */
	long count(int records, int failEvery) throws InterruptedException {
		produce(records);
		CountDownLatch left = this.service.expect(records, failEvery);
		this.container.start();
		if (!left.await(10, TimeUnit.MINUTES)) {
			throw new IllegalStateException("The listener has missed <" + left.getCount() + "> records");
		}
		long nanos = this.service.taken();
		this.container.stop();
		return nanos;
	}

	private void produce(int records) {
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.servers, "linger.ms", 5), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			for (int index = 0; index < records; index++) {
				producer.send(new ProducerRecord<>(this.topic, new byte[100]));
			}
		}
	}

}
