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

package io.omninode.kafka.test.flow;

import java.time.Duration;
import java.util.Set;

import io.omninode.kafka.test.record.ReceivedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One record of a {@link Flow}.
 *
 * @since 0.1.0
 */
public final class Hop extends ReceivedRecord {

	private final FlowContext context;

	private final Duration gap;

	private final Duration elapsed;

	Hop(ConsumerRecord<byte[], byte[]> record, FlowContext context, long firstTimestamp, long previousTimestamp) {
		super(record, context.sources().reader(), context.topics().names());
		this.context = context;
		this.gap = Duration.ofMillis(record.timestamp() - previousTimestamp);
		this.elapsed = Duration.ofMillis(record.timestamp() - firstTimestamp);
	}

	/**
	 * Return the correlation id, which is that of the flow.
	 * @return the id
	 */
	@Override
	public String correlationId() {
		return this.context.correlationId();
	}

	/**
	 * Return what the record is for the flow: a request or a response if its topic is
	 * declared as one; a retry or a dead letter by the names and headers of Spring Kafka.
	 * @return the kind
	 */
	public Kind kind() {
		return this.context.links().deadLetterTopics().contains(topic()) ? Kind.DEAD_LETTER
				: Kind.of(record(), this.context.topics());
	}

	/**
	 * Return the time since the hop before, by the timestamps of the records.
	 * @return the time, zero for the first hop
	 */
	public Duration gap() {
		return this.gap;
	}

	/**
	 * Return the time since the first hop, by the timestamps of the records.
	 * @return the time, zero for the first hop
	 */
	public Duration elapsed() {
		return this.elapsed;
	}

	/**
	 * Return the time since the hop before.
	 * @return the time
	 */
	@Override
	protected Duration latency() {
		return this.gap;
	}

	/**
	 * Return the size of key and value.
	 * @return the size in bytes
	 */
	public int size() {
		return length(record().key()) + length(record().value());
	}

	@SuppressWarnings("NullAway")
	private static int length(byte[] bytes) {
		return (bytes != null) ? bytes.length : 0;
	}

	/**
	 * Return the consumer groups that have committed past this record. The cluster is
	 * asked once for the whole flow, when this method is first called on one of its hops;
	 * later commits are not seen. Groups of {@code TestConsumers} do not count.
	 * @return the ids of the groups, sorted
	 * @throws IllegalStateException if the cluster does not answer within five seconds
	 */
	public Set<String> consumedBy() {
		return this.context.consumption().of(new TopicPartition(topic(), partition()), offset());
	}

	/**
	 * What a record is for its flow.
	 */
	public enum Kind {

		/**
		 * A record on a request topic.
		 */
		REQUEST,

		/**
		 * A record on a response topic.
		 */
		RESPONSE,

		/**
		 * A record on a retry topic.
		 */
		RETRY,

		/**
		 * A record on a dead-letter topic.
		 */
		DEAD_LETTER,

		/**
		 * Any other record.
		 */
		OTHER;

		static Kind of(ConsumerRecord<?, ?> record, FlowTopics topics) {
			if (topics.isRequest(record.topic())) {
				return REQUEST;
			}
			if (topics.isResponse(record.topic())) {
				return RESPONSE;
			}
			if (RetryTopics.isRetry(record)) {
				return RETRY;
			}
			return RetryTopics.isDeadLetter(record) ? DEAD_LETTER : OTHER;
		}

	}

}
