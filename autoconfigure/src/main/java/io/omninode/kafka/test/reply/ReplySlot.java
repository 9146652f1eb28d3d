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
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.TopicNames;
import io.omninode.kafka.test.waiting.Deadline;
import io.omninode.kafka.test.waiting.Interruption;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request: whether it was sent, and what came in answer to it. There
 * may be very many of them, so it holds no more than it needs.
 */
final class ReplySlot {

	static final int MAX_REPLIES = 10_000;

	private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

	/**
	 * How often a thread that waits looks whether it still has something to wait for.
	 */
	private static final Duration NEXT_CHECK = Duration.ofMillis(100);

	private static final Duration MAX_DELIVERY = Duration.ofSeconds(30);

	private final String correlationId;

	private final ReplyTopics topics;

	private final WaitSettings settings;

	private final TopicNames names;

	private final Executor completions;

	private final ChangeMonitor changes = new ChangeMonitor();

	private List<Reply> replies = List.of();

	private long startNanos = System.nanoTime();

	private boolean ownRequest;

	private boolean gaveUp;

	private long acknowledgedNanos;

	private @Nullable RecordMetadata metadata;

	private @Nullable Throwable failure;

	private @Nullable Reply error;

	/**
	 * Create an instance.
	 * @param correlationId the id of the request
	 * @param topics where its answers come
	 * @param settings what every wait needs to know
	 * @param names resolves topics in assertions
	 * @param completions completes futures, and runs what their users make of that
	 */
	ReplySlot(String correlationId, ReplyTopics topics, WaitSettings settings, TopicNames names, Executor completions) {
		this.correlationId = correlationId;
		this.topics = topics;
		this.settings = settings;
		this.names = names;
		this.completions = completions;
	}

	String correlationId() {
		return this.correlationId;
	}

	ReplyTopics topics() {
		return this.topics;
	}

	Duration timeout() {
		return this.settings.timeout();
	}

	Executor completions() {
		return this.completions;
	}

	/**
	 * Have something run after every change, on the thread that makes the change.
	 */
	void whenChanged(Runnable listener) {
		this.changes.whenChanged(listener);
	}

	/**
	 * Note that the request leaves now.
	 */
	synchronized void sending() {
		this.ownRequest = true;
		this.startNanos = System.nanoTime();
	}

	void sent(RecordMetadata metadata) {
		acknowledge(metadata);
		this.changes.timeChanged();
	}

	private synchronized void acknowledge(RecordMetadata metadata) {
		this.metadata = metadata;
		this.acknowledgedNanos = System.nanoTime();
	}

	/**
	 * Note that no reply will come. The first reason counts.
	 */
	void failed(Throwable failure) {
		if (isFirst(failure)) {
			this.changes.changed();
		}
	}

	private synchronized boolean isFirst(Throwable failure) {
		boolean first = this.failure == null;
		this.failure = first ? failure : this.failure;
		return first;
	}

	/**
	 * Note that a wait for a reply has failed because its time was over.
	 */
	synchronized void gaveUp() {
		this.gaveUp = true;
	}

	void offer(TappedRecord tapped) {
		if (take(tapped)) {
			this.changes.changed();
		}
	}

	private synchronized boolean take(TappedRecord tapped) {
		String topic = tapped.record().topic();
		if (this.topics.replies().contains(topic)) {
			return add(tapped);
		}
		if (this.error != null || !this.topics.errors().contains(topic)) {
			return false;
		}
		this.error = reply(tapped, false);
		return true;
	}

	private boolean add(TappedRecord tapped) {
		ConsumerRecord<byte[], byte[]> record = tapped.record();
		if (this.replies.size() == MAX_REPLIES || (!this.ownRequest && isKnown(record))) {
			return false;
		}
		boolean duplicate = isAnswered(record.topic());
		if (this.replies.isEmpty()) {
			this.replies = new ArrayList<>(1);
		}
		this.replies.add(reply(tapped, duplicate));
		return true;
	}

	private boolean isAnswered(String topic) {
		for (Reply reply : this.replies) {
			if (reply.topic().equals(topic)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a record was offered before: where it may have come before the wait, those
	 * that are there already are offered beside those that come.
	 */
	private boolean isKnown(ConsumerRecord<byte[], byte[]> record) {
		for (Reply reply : this.replies) {
			if (reply.offset() == record.offset() && reply.partition() == record.partition()
					&& reply.topic().equals(record.topic())) {
				return true;
			}
		}
		return false;
	}

	private Reply reply(TappedRecord tapped, boolean duplicate) {
		Duration latency = Duration.ofNanos(Math.max(0, tapped.arrivedNanos() - this.startNanos));
		return new Reply(tapped.record(), this.settings.reader(), this.names, this.correlationId,
				new Reply.Arrival(latency, duplicate, isLate(tapped.arrivedNanos())));
	}

	private boolean isLate(long arrivedNanos) {
		return this.gaveUp || (this.metadata != null && arrivedNanos - this.acknowledgedNanos > timeout().toNanos());
	}

	/**
	 * Wait until something is settled or the time is over.
	 */
	void await(BooleanSupplier settled, long beginNanos, Duration timeout) {
		long nanos = nanosToLook(beginNanos, timeout);
		while (nanos > 0 && !settled.getAsBoolean()) {
			Deadline look = Deadline.in(Duration.ofNanos(Math.min(nanos, NEXT_CHECK.toNanos())));
			await(settled, () -> look.left().toNanos());
			nanos = nanosToLook(beginNanos, timeout);
		}
	}

	private void await(BooleanSupplier settled, LongSupplier nanosLeft) {
		try {
			this.changes.await(settled, nanosLeft);
		}
		catch (InterruptedException ex) {
			throw Interruption.during("waiting for a reply to <" + Excerpt.of(this.correlationId) + ">", ex);
		}
	}

	/**
	 * Return after how many nanoseconds a wait should look whether its time is over: none
	 * if it is. A timeout begins with the acknowledgement of the request; before that,
	 * the same time is for the acknowledgement. Where that does not come, it has more
	 * time while a broker is there, as long as producers try.
	 */
	long nanosToLook(long beginNanos, Duration timeout) {
		long left = left(beginNanos, timeout);
		if (left > 0 || isClockRunning()) {
			return Math.max(left, 0);
		}
		boolean isStillSent = left > -MAX_DELIVERY.toNanos() && watch().trouble() == null;
		return isStillSent ? NEXT_LOOK.toNanos() : 0;
	}

	private synchronized long left(long beginNanos, Duration timeout) {
		boolean acknowledged = this.ownRequest && this.metadata != null;
		long begin = acknowledged ? this.acknowledgedNanos : beginNanos;
		return timeout.toNanos() - (System.nanoTime() - begin);
	}

	WaitSettings settings() {
		return this.settings;
	}

	ClusterWatch watch() {
		return this.settings.watch();
	}

	/**
	 * Return the replies from an index on.
	 */
	synchronized List<Reply> replies(int from) {
		return List.copyOf(this.replies.subList(from, this.replies.size()));
	}

	synchronized long startNanos() {
		return this.startNanos;
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

	/**
	 * Return the event on the error topic, if one came.
	 */
	synchronized @Nullable Reply error() {
		return this.error;
	}

}
