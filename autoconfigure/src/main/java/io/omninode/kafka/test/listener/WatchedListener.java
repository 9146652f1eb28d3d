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

package io.omninode.kafka.test.listener;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import io.omninode.kafka.test.listener.Outcome.State;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.KafkaBackoffException;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * A listener that is watched, and what it makes of records.
 *
 * @param container its container
 * @param group the id of its group
 * @param chain the id of the listener whose retries it may do, or its own
 * @param links what its topics are for retries
 * @param memory remembers
 */
record WatchedListener(MessageListenerContainer container, String group, String chain,
		Map<String, RetryChains.Link> links, OutcomeMemory memory) {

	/**
	 * Return the id of the listener, or its method where it has no id of its own.
	 */
	String id() {
		return this.memory.name(this.container);
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

	/**
	 * Return that this listener was not called, and since when it would have been.
	 */
	Outcome notCalled() {
		if (this.container.isPauseRequested()) {
			return Outcome.of(State.PAUSED, id());
		}
		long since = this.container.metrics().values().stream().mapToLong(ConsumerMetrics::assignedFor).min().orElse(0);
		return new Outcome(State.NOT_CALLED, id(), Attempts.NONE, null, System.nanoTime() - since);
	}

	RetryChains.Link link(String topic) {
		return this.links.getOrDefault(topic, RetryChains.Link.NONE);
	}

	/**
	 * Note that the listener is called with records, one after the other.
	 */
	void called(Iterable<? extends ConsumerRecord<?, ?>> records) {
		records.forEach(this::called);
		Iterator<? extends ConsumerRecord<?, ?>> first = records.iterator();
		if (first.hasNext()) {
			lastCall().begin(this.group, Origins.Place.of(first.next()));
		}
	}

	private LastCall lastCall() {
		return this.memory.background().lastCall();
	}

	void called(ConsumerRecord<?, ?> record) {
		this.memory.background().take();
		this.memory.background().takeInvoked();
		lastCall().begin(this.group, Origins.Place.of(record));
		note(record, (known) -> known.as(State.CALLED));
	}

	/**
	 * Note that the interceptor of the application has passed over a record.
	 */
	void skipped(ConsumerRecord<?, ?> record) {
		lastCall().end();
		note(record, (known) -> known.as(State.SKIPPED));
	}

	/**
	 * Note that the listener has returned from a record, which need not be its end. If
	 * its method was not called, its filter has passed over the record.
	 */
	void returned(ConsumerRecord<?, ?> record) {
		boolean invoked = this.memory.background().takeInvoked();
		if (!invoked && ListenerMethod.isFiltered(this.container.getContainerProperties().getMessageListener())) {
			lastCall().end();
			note(record, (known) -> (known.state() == State.CALLED) ? known.as(State.FILTERED) : known);
		}
		else {
			returned(List.of(record));
		}
	}

	/**
	 * Note that the listener has returned, which need not be its end.
	 */
	void returned(List<? extends ConsumerRecord<?, ?>> records) {
		CompletableFuture<?> begun = this.memory.background().take();
		if (begun == null) {
			records.forEach(this::consumed);
			return;
		}
		begun.whenComplete((result, failure) -> {
			if (failure == null) {
				records.forEach(this::consumed);
			}
			else {
				records.forEach((record) -> failedLater(record, failure));
			}
		});
	}

	/**
	 * The container may know of the failure already, and have called again.
	 */
	private void failedLater(ConsumerRecord<?, ?> record, Throwable failure) {
		boolean tolerated = ListenerMethod.of(this.container.getContainerProperties().getMessageListener())
			.mayTolerateFailures();
		note(record, (known) -> {
			if (known.state() != State.CALLED) {
				return known;
			}
			return tolerated ? known.as(State.UNKNOWN) : known.failed(failure, known.failures() + 1, null);
		});
	}

	/**
	 * Note that the listener has returned, and has ended with a record: it has consumed
	 * it, unless it could not.
	 */
	void consumed(ConsumerRecord<?, ?> record) {
		lastCall().end();
		DeserializationException reason = UnreadParts.reason(record);
		note(record, (known) -> {
			if (known.state() == State.SKIPPED) {
				return known;
			}
			return (reason != null) ? known.calledWithNull(reason) : known.as(State.CONSUMED);
		});
	}

	void rejected(ConsumerRecord<?, ?> record) {
		note(record, (known) -> known.as(State.REJECTED));
	}

	/**
	 * Note that the listener threw. A retry that is not due yet is no failure.
	 */
	void failed(ConsumerRecord<?, ?> record, Throwable failure) {
		if (!isBackoff(failure)) {
			lastCall().fail(this.group, Origins.Place.of(record), failure);
			note(record, (known) -> known.failed(failure, known.failures() + 1, null));
		}
	}

	/**
	 * Note that the listener threw when it was called with a batch. What gives up batches
	 * of a transaction tells nobody.
	 */
	void failedInBatch(ConsumerRecord<?, ?> record, Throwable failure) {
		failed(record, failure);
		if (recoversBatches()) {
			note(record, (known) -> (known.state() == State.FAILED) ? known.as(State.ROLLED_BACK) : known);
		}
	}

	private boolean recoversBatches() {
		return this.container instanceof AbstractMessageListenerContainer<?, ?> known
				&& known.getCommonErrorHandler() == null && known.getAfterRollbackProcessor().isProcessInTransaction()
				&& known.getContainerProperties().isBatchRecoverAfterRollback();
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
				.forEach((origin) -> this.memory.noteCopy(new OutcomeMemory.Copy(this.chain, origin), id(),
						given ? (known) -> known.as(State.GIVEN_UP) : change));
		}
	}

}
