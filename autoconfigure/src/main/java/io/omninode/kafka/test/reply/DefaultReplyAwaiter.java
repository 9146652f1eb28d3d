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

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.omninode.kafka.test.client.JsonValues;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.record.RecordWriter;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

/**
 * {@link ReplyAwaiter} on the {@link Tap}.
 */
class DefaultReplyAwaiter implements ReplyAwaiter {

	private final TopicNames names;

	private final Tap tap;

	private final KafkaOperations<byte[], byte[]> operations;

	private final CorrelationStrategy correlation;

	private final WaitSettings settings;

	private final RequestWriter writer;

	private final Set<String> replyTopics = ConcurrentHashMap.newKeySet();

	private final Map<String, Queue<ReplyWait>> waits = new ConcurrentHashMap<>();

	DefaultReplyAwaiter(TopicNames names, Tap tap, KafkaOperations<byte[], byte[]> operations,
			CorrelationStrategy correlation, WaitSettings settings) {
		this.names = names;
		this.tap = tap;
		this.operations = operations;
		this.correlation = correlation;
		this.settings = settings;
		this.writer = new RequestWriter(new RecordWriter(new JsonValues(settings.mapper())), correlation);
		names.exchanges().forEach((exchange) -> this.replyTopics.add(names.replyTopic(exchange)));
		tap.subscribe(this::accept);
	}

	@Override
	public Exchange exchange(String name) {
		return new DefaultExchange(this.names.requestTopic(name), this.names.replyTopic(name), this);
	}

	@Override
	public Exchange between(String requestTopic, String replyTopic) {
		String resolved = resolve(replyTopic);
		this.replyTopics.add(resolved);
		return new DefaultExchange(resolve(requestTopic), resolved, this);
	}

	String resolve(String keyOrName) {
		return this.names.resolve(keyOrName);
	}

	PendingReply send(ProducerRecord<String, ?> event, Exchange exchange) {
		RequestWriter.Request request = this.writer.write(event, exchange.requestTopic());
		this.settings.readiness().await();
		this.tap.watch(Set.of(exchange.replyTopic()), this.settings.scope().beginning());
		ReplyWait wait = newWait(request.correlationId(), List.of(exchange.replyTopic()));
		wait.sending();
		register(wait);
		try {
			this.operations.send(request.record()).whenComplete((result, ex) -> acknowledge(wait, result, ex));
		}
		catch (KafkaException | org.apache.kafka.common.KafkaException ex) {
			acknowledge(wait, null, ex);
		}
		return pending(wait);
	}

	private static void acknowledge(ReplyWait wait, @Nullable SendResult<?, ?> result, @Nullable Throwable ex) {
		if (result != null) {
			wait.sent(result.getRecordMetadata());
		}
		else {
			Throwable cause = (ex != null && ex.getCause() != null) ? ex.getCause() : ex;
			String reason = (cause != null) ? cause.getMessage() : "the reason is not known";
			wait.failed(new IllegalStateException("the request was not sent, " + reason, cause));
		}
	}

	@Override
	public PendingReply pending(@Nullable String correlationId) {
		if (correlationId == null || correlationId.isBlank()) {
			throw new IllegalArgumentException(
					"A correlation id is needed to wait for a reply, not <" + correlationId + ">");
		}
		if (this.replyTopics.isEmpty()) {
			throw new IllegalStateException("No reply topic is known: declare kafka.test.topics.<name>-request and "
					+ "<name>-response, or call between(requestTopic, replyTopic) first");
		}
		List<String> topics = this.replyTopics.stream().sorted().toList();
		this.tap.watch(topics, this.settings.scope().beginning());
		ReplyWait wait = newWait(correlationId, topics);
		register(wait);
		this.tap.seen((tapped) -> isReply(tapped, correlationId)).forEach(wait::offer);
		return pending(wait);
	}

	private boolean isReply(TappedRecord tapped, String correlationId) {
		return this.replyTopics.contains(tapped.record().topic()) && isOfThisTest(tapped)
				&& correlationId.equals(this.correlation.read(tapped.record()));
	}

	private boolean isOfThisTest(TappedRecord tapped) {
		return tapped.isSince(this.settings.scope().beginning());
	}

	private PendingReply pending(ReplyWait wait) {
		return new DefaultPendingReply(wait, (reply) -> true, this.settings.timeout(), this.tap);
	}

	private ReplyWait newWait(String correlationId, List<String> topics) {
		return new ReplyWait(correlationId, topics, this.settings.mapper(), this.correlation);
	}

	private void register(ReplyWait wait) {
		this.waits.compute(wait.correlationId(), (id, queue) -> {
			Queue<ReplyWait> waiting = (queue != null) ? queue : new ConcurrentLinkedQueue<>();
			waiting.add(wait);
			return waiting;
		});
		this.settings.scope().add(() -> end(wait));
	}

	private void end(ReplyWait wait) {
		this.waits.computeIfPresent(wait.correlationId(), (id, queue) -> {
			queue.remove(wait);
			return queue.isEmpty() ? null : queue;
		});
		wait.failed(new IllegalStateException("the test that waited for it has ended"));
	}

	private void accept(TappedRecord tapped) {
		if (this.waits.isEmpty() || !this.replyTopics.contains(tapped.record().topic())) {
			return;
		}
		String id = this.correlation.read(tapped.record());
		Queue<ReplyWait> waiting = (id != null) ? this.waits.get(id) : null;
		if (waiting != null) {
			waiting.forEach((wait) -> offer(wait, tapped));
		}
	}

	private void offer(ReplyWait wait, TappedRecord tapped) {
		if (tapped.live() || (!wait.isOwnRequest() && isOfThisTest(tapped))) {
			wait.offer(tapped);
		}
	}

}
