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

package io.omninode.kafka.test.load;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.load.RequestFactory.Prepared;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The sending thread. Each request is prepared before it is due, so that it does not
 * leave late.
 */
final class Sender extends Thread {

	private static final int MAX_NAME = 40;

	private final Pacing pacing;

	private final LoadRequests requests;

	private final LoadTracker tracker;

	private final Producer<byte[], byte[]> producer;

	private volatile boolean finished;

	private volatile @Nullable Throwable failure;

	Sender(String name, Pacing pacing, LoadRequests requests, LoadTracker tracker, Producer<byte[], byte[]> producer) {
		super("kafka-test-load-" + Excerpt.of(name, MAX_NAME));
		setDaemon(true);
		this.pacing = pacing;
		this.requests = requests;
		this.tracker = tracker;
		this.producer = producer;
	}

	@Override
	public void run() {
		try {
			for (int number = 0; this.pacing.hasNext(); number++) {
				Prepared prepared = this.requests.prepare(number);
				long due = this.pacing.awaitDue();
				if (!this.pacing.isStopped()) {
					send(prepared, due);
				}
			}
		}
		catch (RuntimeException | Error ex) {
			this.failure = ex;
		}
		finally {
			this.finished = true;
		}
	}

	private void send(Prepared prepared, long due) {
		Request request = prepared.request();
		request.leave(due, now(), this.pacing.step());
		this.tracker.leave(request);
		try {
			this.producer.send(prepared.record(),
					(metadata, ex) -> this.tracker.acknowledge(request, metadata, ex, now()));
		}
		catch (KafkaException ex) {
			if (!this.pacing.isStopped()) {
				this.tracker.acknowledge(request, null, ex, now());
			}
		}
	}

	private long now() {
		return this.pacing.clock().nanoTime();
	}

	boolean isFinished() {
		return this.finished;
	}

	/**
	 * Return why the thread ended early, or {@code null} if it did not.
	 */
	@Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Stop sending, whatever this thread is waiting for.
	 */
	void end() {
		this.pacing.stop();
		interrupt();
	}

}
