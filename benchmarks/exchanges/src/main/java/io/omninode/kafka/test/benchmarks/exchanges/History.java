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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.flow.Flow;
import io.omninode.kafka.test.flow.FlowTracker;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Looks for one id in a topic of a million records, all but a thousand of which are an
 * hour old.
 */
final class History {

	private static final String REQUESTS = "history.requests";

	private static final String REPLIES = "history.replies";

	private static final int OLD = 1_000_000;

	private static final int YOUNG = 1_000;

	private final FlowTracker flows;

	private final String servers;

	History(String servers, FlowTracker flows) {
		this.servers = servers;
		this.flows = flows;
	}

	/**
	 * Return the time of each search but the first five, in milliseconds.
	 */
	List<Double> run(int count) {
		publish();
		List<Double> times = new ArrayList<>();
		for (int index = 0; index < count + 5; index++) {
			long begin = System.nanoTime();
			Flow flow = this.flows.since(Instant.now().minus(Duration.ofMinutes(1)))
				.track("young-" + index, REQUESTS, REPLIES);
			times.add((System.nanoTime() - begin) / 1e6);
			if (!flow.responseFound()) {
				throw new IllegalStateException("Not found: " + flow);
			}
		}
		return times.subList(5, times.size());
	}

	private void publish() {
		long now = System.currentTimeMillis();
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.servers, "linger.ms", 5), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			for (int index = 0; index < OLD; index++) {
				producer.send(record(REPLIES, now - 3_600_000, "old-" + index));
			}
			for (int index = 0; index < YOUNG; index++) {
				producer.send(record(REQUESTS, now, "young-" + index));
				producer.send(record(REPLIES, now, "young-" + index));
			}
		}
	}

	private static ProducerRecord<byte[], byte[]> record(String topic, long timestamp, String id) {
		byte[] value = ("{\"correlation_id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
		return new ProducerRecord<>(topic, 0, timestamp, null, value);
	}

}
