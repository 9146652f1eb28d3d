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

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.tap.Tap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What waits and the look-back of the tap hold of the heap.
 */
final class Memory {

	private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

	/**
	 * Return the heap that a pending reply takes, in bytes.
	 */
	long ofPendingReply(ReplyAwaiter replies, int count) {
		List<PendingReply> pending = new ArrayList<>(count);
		long before = used();
		for (int index = 0; index < count; index++) {
			pending.add(replies.pending("pending-" + index));
		}
		return (used() - before) / pending.size();
	}

	/**
	 * Return by how much the heap has grown after many records went through the tap, in
	 * bytes.
	 */
	long ofLookBack(Tap tap, TestScope scope, String servers, long records) throws InterruptedException {
		String topic = "look-back." + UUID.randomUUID();
		tap.watch(Set.of(topic), scope.beginning());
		long before = used();
		CountDownLatch seen = new CountDownLatch(Math.toIntExact(records));
		Runnable end = tap.subscribe((tapped) -> seen.countDown());
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", servers, "linger.ms", 5), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			for (long index = 0; index < records; index++) {
				producer.send(new ProducerRecord<>(topic, new byte[100]));
			}
		}
		if (!seen.await(10, TimeUnit.MINUTES)) {
			throw new IllegalStateException("The tap has missed <" + seen.getCount() + "> records");
		}
		end.run();
		return used() - before;
	}

	long used() {
		for (int time = 0; time < 3; time++) {
			this.memory.gc();
		}
		return this.memory.getHeapMemoryUsage().getUsed();
	}

}
