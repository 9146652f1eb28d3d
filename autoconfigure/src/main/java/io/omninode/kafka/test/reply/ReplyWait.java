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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of one request: whether it was sent, and the replies that came.
 */
final class ReplyWait {

	private final String correlationId;

	private final List<String> topics;

	private final JsonMapper mapper;

	private final CorrelationStrategy correlation;

	private final List<Reply> replies = new ArrayList<>();

	private final Set<String> places = new HashSet<>();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private long startNanos = System.nanoTime();

	private boolean ownRequest;

	private long acknowledgedNanos;

	private @Nullable RecordMetadata metadata;

	private @Nullable Throwable failure;

	ReplyWait(String correlationId, List<String> topics, JsonMapper mapper, CorrelationStrategy correlation) {
		this.correlationId = correlationId;
		this.topics = topics;
		this.mapper = mapper;
		this.correlation = correlation;
	}

	String correlationId() {
		return this.correlationId;
	}

	List<String> topics() {
		return this.topics;
	}

	/**
	 * Note that the request leaves now.
	 */
	synchronized void sending() {
		this.ownRequest = true;
		this.startNanos = System.nanoTime();
	}

	void sent(RecordMetadata metadata) {
		synchronized (this) {
			this.metadata = metadata;
			this.acknowledgedNanos = System.nanoTime();
		}
		changed();
	}

	void failed(Throwable failure) {
		synchronized (this) {
			if (this.failure == null) {
				this.failure = failure;
			}
		}
		changed();
	}

	void offer(TappedRecord tapped) {
		if (this.topics.contains(tapped.record().topic())) {
			synchronized (this) {
				Duration latency = Duration.ofNanos(Math.max(0, tapped.arrivedNanos() - this.startNanos));
				Reply reply = new Reply(tapped.record(), this.mapper, this.correlationId, latency);
				if (this.places.add(reply.toString())) {
					this.replies.add(reply);
				}
			}
			changed();
		}
	}

	private void changed() {
		synchronized (this) {
			notifyAll();
		}
		this.listeners.forEach(Runnable::run);
	}

	void whenChanged(Runnable listener) {
		this.listeners.add(listener);
	}

	/**
	 * Wait until more replies are there than the caller has seen.
	 * @return whether there are; {@code false} when the time is over or none can come
	 */
	synchronized boolean awaitMore(int seen, long beginNanos, Duration timeout) throws InterruptedException {
		while (this.replies.size() <= seen) {
			long left = left(beginNanos, timeout);
			if (this.failure != null || left <= 0) {
				return false;
			}
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
		return true;
	}

	/**
	 * Return how much of a timeout is left. Until the request is acknowledged, all of it
	 * is: the producer's own timeout ends that.
	 */
	private long left(long beginNanos, Duration timeout) {
		if (this.ownRequest && this.metadata == null) {
			return timeout.toNanos();
		}
		long begin = this.ownRequest ? this.acknowledgedNanos : beginNanos;
		return timeout.toNanos() - (System.nanoTime() - begin);
	}

	synchronized List<Reply> replies() {
		return List.copyOf(this.replies);
	}

	synchronized long startNanos() {
		return this.startNanos;
	}

	@Nullable String readId(ConsumerRecord<byte[], byte[]> record) {
		return this.correlation.read(record);
	}

	synchronized boolean isOwnRequest() {
		return this.ownRequest;
	}

	synchronized boolean isClockRunning() {
		return !this.ownRequest || this.metadata != null;
	}

	synchronized @Nullable RecordMetadata metadata() {
		return this.metadata;
	}

	synchronized Duration sinceAcknowledged() {
		return Duration.ofNanos(System.nanoTime() - this.acknowledgedNanos);
	}

	synchronized @Nullable Throwable failure() {
		return this.failure;
	}

}
