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

package io.omninode.kafka.test.reply;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.omninode.kafka.test.application.ReadyApplication;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.record.RecordSender;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

/**
 * An awaiter without a broker: the exchange <em>orders</em> with an error topic, and a
 * producer that has every request acknowledged unless it is told otherwise.
 */
final class AwaiterFixture {

	static final Duration SHORT = Duration.ofMillis(1);

	static final Duration LONG = Duration.ofHours(1);

	final FakeTap tap = new FakeTap();

	final TestScope scope = new TestScope();

	final KafkaOperations<byte[], byte[]> operations = operations();

	final DefaultReplyAwaiter awaiter = awaiter(CorrelationStrategy.header(FakeTap.HEADER), LONG);

	private Supplier<@Nullable CompletableFuture<SendResult<byte[], byte[]>>> sending = () -> null;

	AwaiterFixture() {
		BDDMockito.given(this.operations.send(ArgumentMatchers.<ProducerRecord<byte[], byte[]>>any()))
			.willAnswer((invocation) -> send(invocation.getArgument(0, ProducerRecord.class)));
	}

	@SuppressWarnings("unchecked")
	private CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<?, ?> record) {
		CompletableFuture<SendResult<byte[], byte[]>> result = this.sending.get();
		return (result != null) ? result
				: CompletableFuture.completedFuture(acknowledged((ProducerRecord<byte[], byte[]>) record));
	}

	/**
	 * Say what comes of sending a request.
	 */
	void whenSent(Supplier<@Nullable CompletableFuture<SendResult<byte[], byte[]>>> sending) {
		this.sending = sending;
	}

	@SuppressWarnings("unchecked")
	private static KafkaOperations<byte[], byte[]> operations() {
		return Mockito.mock(KafkaOperations.class);
	}

	static SendResult<byte[], byte[]> acknowledged(ProducerRecord<byte[], byte[]> record) {
		return new SendResult<>(record, new RecordMetadata(new TopicPartition(record.topic(), 0), 9, 0, 0, 0, 0));
	}

	DefaultReplyAwaiter awaiter(CorrelationStrategy correlation, Duration timeout) {
		TopicNames names = TopicNames.of(Map.of("orders-request", "orders.commands", "orders-response",
				"orders.replies", "orders-error", "orders.errors"));
		return new DefaultReplyAwaiter(names, this.tap,
				new RecordSender(RecordWriter.of(ApplicationFormats.none(), JsonFormat.of(JsonMapper.shared())),
						this.operations, (topic) -> true),
				correlation,
				new WaitSettings(timeout,
						RecordReader.of(ApplicationFormats.none(), JsonFormat.of(JsonMapper.shared())), this.scope,
						ReadyApplication.create(), ClusterWatch.none()));
	}

	/**
	 * Send a request.
	 */
	PendingReply send(String id) {
		return send(this.awaiter.exchange("orders"), id);
	}

	PendingReply send(Exchange exchange, String id) {
		ProducerRecord<String, Object> record = new ProducerRecord<>(exchange.requestTopic(), "event");
		record.headers().add(FakeTap.HEADER, id.getBytes());
		return exchange.send(record);
	}

}
