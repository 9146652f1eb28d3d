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

import io.omninode.kafka.test.report.LostRequest;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for its reply. The sending thread sets when it was sent, and the
 * thread that receives the acknowledgement sets when it was acknowledged.
 */
final class Request {

	private final int number;

	private final Route route;

	private final @Nullable String ownId;

	private final @Nullable String key;

	private long dueNanos;

	private long sentNanos;

	private int step;

	private @Nullable RecordMetadata metadata;

	private volatile long acknowledgedNanos;

	private volatile boolean acknowledged;

	Request(int number, Route route, @Nullable String ownId, @Nullable String key) {
		this.number = number;
		this.route = route;
		this.ownId = ownId;
		this.key = key;
	}

	void leave(long dueNanos, long sentNanos, int step) {
		this.dueNanos = dueNanos;
		this.sentNanos = sentNanos;
		this.step = step;
	}

	void acknowledge(RecordMetadata metadata, long nanos) {
		this.metadata = metadata;
		this.acknowledgedNanos = nanos;
		this.acknowledged = true;
	}

	int number() {
		return this.number;
	}

	Route route() {
		return this.route;
	}

	@Nullable String key() {
		return this.key;
	}

	long dueNanos() {
		return this.dueNanos;
	}

	long sentNanos() {
		return this.sentNanos;
	}

	/**
	 * Return whether the request is measured.
	 */
	boolean isMeasured() {
		return this.step != Pacing.WARM_UP;
	}

	int step() {
		return this.step;
	}

	/**
	 * Return whether the time for a reply is over; it begins with the acknowledgement.
	 */
	boolean isOverdue(long now, long timeoutNanos) {
		return this.acknowledged && now - this.acknowledgedNanos >= timeoutNanos;
	}

	LostRequest lost(RequestIds ids) {
		RecordMetadata metadata = this.acknowledged ? this.metadata : null;
		return new LostRequest(this.number, (this.ownId != null) ? this.ownId : ids.text(this.number), this.key,
				this.route.topics().request(), (metadata != null) ? metadata.partition() : -1,
				(metadata != null) ? metadata.offset() : -1);
	}

}
