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

import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A reply event.
 *
 * @since 0.1.0
 */
public final class Reply extends ReceivedRecord {

	private final String correlationId;

	private final Arrival arrival;

	Reply(ConsumerRecord<byte[], byte[]> record, RecordReader reader, TopicNames names, String correlationId,
			Arrival arrival) {
		super(record, reader, names);
		this.correlationId = correlationId;
		this.arrival = arrival;
	}

	/**
	 * Return the correlation id, which is that of the request.
	 * @return the id
	 */
	@Override
	public String correlationId() {
		return this.correlationId;
	}

	/**
	 * Return how long after its request the reply came. Where something else sent the
	 * request, the time since the wait was registered; zero if the reply was there
	 * before.
	 * @return the time from the send of the request to the arrival of the reply
	 */
	@Override
	public Duration latency() {
		return this.arrival.latency();
	}

	/**
	 * Return whether another reply to the same request came on the same topic before.
	 * @return whether it is a duplicate
	 */
	public boolean isDuplicate() {
		return this.arrival.duplicate();
	}

	/**
	 * Return whether the reply came after a wait for it had timed out, or later than
	 * {@code kafka.test.reply.timeout} after its request was acknowledged.
	 * @return whether it is late
	 */
	public boolean isLate() {
		return this.arrival.late();
	}

	/**
	 * How a reply came.
	 *
	 * @param latency the time since the request was sent
	 * @param duplicate whether another one came before
	 * @param late whether nobody expected it any more
	 */
	record Arrival(Duration latency, boolean duplicate, boolean late) {

	}

}
