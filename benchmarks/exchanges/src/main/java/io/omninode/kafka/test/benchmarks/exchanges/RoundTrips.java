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
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.reply.Exchange;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * A request and its reply over the same listener, one in flight.
 */
final class RoundTrips implements AutoCloseable {

	static final String RAW = "raw clients";

	static final String AWAITER = "`ReplyAwaiter`";

	static final String TEMPLATE = "`ReplyingKafkaTemplate`";

	static final String NEW_CONSUMER = "a new consumer, from the earliest record on";

	private static final String ID = "correlation_id";

	/**
	 * A topic of their own: the tap reads the one of the others.
	 */
	private static final String RAW_REPLIES = "echo.replies-of-raw";

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final byte[] VALUE = "{\"payload\":\"%s\"}".formatted("x".repeat(200))
		.getBytes(StandardCharsets.UTF_8);

	private final Map<String, Object> connection;

	private final Exchange exchange;

	private final KafkaProducer<byte[], byte[]> producer;

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final ReplyingKafkaTemplate<byte[], byte[], byte[]> template;

	RoundTrips(ReplyAwaiter replies, String servers) {
		this.connection = Map.of("bootstrap.servers", servers);
		this.exchange = replies.between(EchoService.REQUESTS, EchoService.REPLIES);
		this.producer = new KafkaProducer<>(producing(), new ByteArraySerializer(), new ByteArraySerializer());
		this.consumer = consumer(Map.of());
		TopicPartition partition = new TopicPartition(RAW_REPLIES, 0);
		this.consumer.assign(List.of(partition));
		this.consumer.seekToEnd(List.of(partition));
		this.consumer.position(partition);
		this.template = template();
	}

	/**
	 * Nobody waits for a second record: the others do not either.
	 */
	private Map<String, Object> producing() {
		Map<String, Object> properties = new HashMap<>(this.connection);
		properties.put("linger.ms", 0);
		return properties;
	}

	private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
		Map<String, Object> properties = new HashMap<>(this.connection);
		properties.putAll(more);
		return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	private ReplyingKafkaTemplate<byte[], byte[], byte[]> template() {
		ContainerProperties properties = new ContainerProperties("echo.replies-of-template");
		properties.setGroupId("template");
		ReplyingKafkaTemplate<byte[], byte[], byte[]> created = new ReplyingKafkaTemplate<>(
				new DefaultKafkaProducerFactory<>(producing(), new ByteArraySerializer(), new ByteArraySerializer()),
				new KafkaMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(this.connection,
						new ByteArrayDeserializer(), new ByteArrayDeserializer()), properties));
		created.start();
		return created;
	}

	List<Contender> contenders(int calls, int callsOfNewConsumer) throws InterruptedException {
		this.template.waitForAssignment(TIMEOUT);
		return List.of(new Contender(RAW, calls, this::raw), new Contender(AWAITER, calls, this::awaiter),
				new Contender(TEMPLATE, calls, this::replyingTemplate),
				new Contender(NEW_CONSUMER, callsOfNewConsumer, this::newConsumer));
	}

	private void awaiter() {
		this.exchange.send(VALUE).await();
	}

	private void replyingTemplate() throws Exception {
		this.template.sendAndReceive(new ProducerRecord<>(EchoService.REQUESTS, VALUE), TIMEOUT)
			.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
	}

	private void raw() {
		String id = UUID.randomUUID().toString();
		send(id);
		poll(this.consumer, id);
	}

	private void newConsumer() {
		String id = UUID.randomUUID().toString();
		send(id);
		try (KafkaConsumer<byte[], byte[]> created = consumer(
				Map.of("group.id", id, "auto.offset.reset", "earliest"))) {
			created.subscribe(List.of(RAW_REPLIES));
			poll(created, id);
		}
	}

	private void send(String id) {
		ProducerRecord<byte[], byte[]> request = new ProducerRecord<>(EchoService.REQUESTS, VALUE);
		request.headers().add(ID, id.getBytes(StandardCharsets.UTF_8));
		request.headers().add(KafkaHeaders.REPLY_TOPIC, RAW_REPLIES.getBytes(StandardCharsets.UTF_8));
		this.producer.send(request);
	}

	private static void poll(Consumer<byte[], byte[]> consumer, String id) {
		while (true) {
			for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TIMEOUT)) {
				if (record.headers().lastHeader(ID) != null
						&& id.equals(new String(record.headers().lastHeader(ID).value(), StandardCharsets.UTF_8))) {
					return;
				}
			}
		}
	}

	@Override
	public void close() throws Exception {
		this.template.destroy();
		this.consumer.close();
		this.producer.close();
	}

}
