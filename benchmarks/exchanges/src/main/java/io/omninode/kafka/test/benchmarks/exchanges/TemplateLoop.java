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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;

/**
 * The load that {@code ReplyingKafkaTemplate} puts on the service.
 *
 * @param servers the cluster
 */
record TemplateLoop(String servers) {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final byte[] VALUE = "{\"payload\":{\"code\":\"class A: pass\"}}".getBytes(StandardCharsets.UTF_8);

	/**
	 * Return how many replies came in a second.
	 */
	double run(int requests, int inFlight) throws Exception {
		ReplyingKafkaTemplate<byte[], byte[], byte[]> template = template();
		try {
			template.waitForAssignment(TIMEOUT);
			Semaphore free = new Semaphore(inFlight);
			CountDownLatch left = new CountDownLatch(requests);
			long begin = System.nanoTime();
			for (int index = 0; index < requests; index++) {
				free.acquire();
				template.sendAndReceive(new ProducerRecord<>(EchoService.REQUESTS, VALUE), TIMEOUT)
					.whenComplete((reply, ex) -> {
						free.release();
						left.countDown();
					});
			}
			if (!left.await(2, TimeUnit.MINUTES)) {
				throw new IllegalStateException("Not answered: " + left.getCount());
			}
			return requests / ((System.nanoTime() - begin) / 1e9);
		}
		finally {
			template.destroy();
		}
	}

	private ReplyingKafkaTemplate<byte[], byte[], byte[]> template() {
		String replyTopic = "echo.replies-" + UUID.randomUUID();
		Map<String, Object> connection = Map.of("bootstrap.servers", this.servers, "auto.offset.reset", "earliest");
		ContainerProperties properties = new ContainerProperties(replyTopic);
		properties.setGroupId(replyTopic);
		ReplyingKafkaTemplate<byte[], byte[], byte[]> created = new ReplyingKafkaTemplate<>(
				new DefaultKafkaProducerFactory<>(Map.of("bootstrap.servers", this.servers, "linger.ms", 0),
						new ByteArraySerializer(), new ByteArraySerializer()),
				new KafkaMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(connection,
						new ByteArrayDeserializer(), new ByteArrayDeserializer()), properties));
		created.start();
		return created;
	}

}
