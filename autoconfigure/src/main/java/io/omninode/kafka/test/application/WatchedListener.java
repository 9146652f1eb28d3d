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

package io.omninode.kafka.test.application;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.omninode.kafka.test.application.Outcome.State;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.listener.KafkaBackoffException;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * A listener that is watched, and what it makes of records.
 *
 * @param container its container
 * @param group the id of its group
 * @param links what its topics are for retries
 * @param memory remembers
 */
record WatchedListener(MessageListenerContainer container, String group, Map<String, RetryChains.Link> links,
		OutcomeMemory memory) {

	String id() {
		String id = this.container.getListenerId();
		return (id != null) ? id : "";
	}

	/**
	 * Return whether this listener, and no other of its group, gets the records of a
	 * partition at this moment.
	 */
	boolean has(TopicPartition partition) {
		try {
			Collection<TopicPartition> assigned = this.container.getAssignedPartitions();
			return this.container.isRunning() && assigned != null && assigned.contains(partition);
		}
		catch (UnsupportedOperationException ex) {
			return false;
		}
	}

	RetryChains.Link link(String topic) {
		return this.links.getOrDefault(topic, RetryChains.Link.NONE);
	}

	void called(ConsumerRecord<?, ?> record) {
		note(record, (known) -> known.as(State.CALLED));
	}

	void consumed(ConsumerRecord<?, ?> record) {
		note(record, (known) -> known.as(State.CONSUMED));
	}

	void rejected(ConsumerRecord<?, ?> record) {
		note(record, (known) -> known.as(State.REJECTED));
	}

	/**
	 * Note that the listener threw. A retry that is not due yet is no failure.
	 */
	void failed(ConsumerRecord<?, ?> record, Throwable failure) {
		if (!isBackoff(failure)) {
			note(record, (known) -> known.failed(failure, known.failures() + 1));
		}
	}

	private static boolean isBackoff(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof KafkaBackoffException) {
				return true;
			}
		}
		return false;
	}

	private void note(ConsumerRecord<?, ?> record, UnaryOperator<Outcome> change) {
		this.memory.note(this.group, Origins.Place.of(record), id(), change);
		RetryChains.Link link = link(record.topic());
		if (link == RetryChains.Link.RETRY || link == RetryChains.Link.DEAD_LETTER) {
			boolean given = link == RetryChains.Link.DEAD_LETTER;
			Origins.of(record)
				.forEach((origin) -> this.memory.noteCopy(origin, id(),
						given ? (known) -> known.as(State.GIVEN_UP) : change));
		}
	}

}
