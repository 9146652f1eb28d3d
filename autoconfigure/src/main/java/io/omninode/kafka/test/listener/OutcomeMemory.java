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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.omninode.kafka.test.listener.Outcome.State;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Remembers what became of records.
 */
final class OutcomeMemory {

	private static final int MAX_COPIES = 200;

	/**
	 * For all partitions between them.
	 */
	private static final int MAX_BYTES = 5 * 1024 * 1024;

	private final Map<GroupPartition, PartitionOutcomes> partitions = new ConcurrentHashMap<>();

	private final Map<Copy, Outcome> copies = new LinkedHashMap<>();

	private final Map<MessageListenerContainer, String> names = new ConcurrentHashMap<>();

	private final BackgroundWork background = new BackgroundWork();

	BackgroundWork background() {
		return this.background;
	}

	/**
	 * Return the name of a listener, which is asked for with each record.
	 */
	String name(MessageListenerContainer container) {
		String known = this.names.get(container);
		if (known != null) {
			return known;
		}
		String name = new ListenerContainer(container).name();
		this.names.put(container, name);
		return name;
	}

	void note(String group, Origins.Place place, String listener, UnaryOperator<Outcome> change) {
		this.partitions.computeIfAbsent(new GroupPartition(group, place.partition()), (key) -> new PartitionOutcomes())
			.note(place.offset(), listener, change, MAX_BYTES / this.partitions.size());
	}

	/**
	 * Note what became of the copy of a record on a retry topic or a dead-letter topic.
	 */
	synchronized void noteCopy(Copy copy, String listener, UnaryOperator<Outcome> change) {
		Outcome known = this.copies.remove(copy);
		this.copies.put(copy, change.apply((known != null) ? known : Outcome.of(State.NOT_CALLED, listener)));
		if (this.copies.size() > MAX_COPIES) {
			this.copies.remove(this.copies.keySet().iterator().next());
		}
	}

	/**
	 * Return what became of a record, or {@code null} if it is forgotten.
	 */
	@Nullable Outcome of(String group, TopicPartition partition, long offset) {
		PartitionOutcomes known = this.partitions.get(new GroupPartition(group, partition));
		return (known != null) ? known.of(offset) : Outcome.of(State.NOT_CALLED, "");
	}

	/**
	 * Return the records that were not consumed, the last one first.
	 */
	List<Origins.Place> troubles(long sinceNanos) {
		List<Trouble> troubles = new ArrayList<>();
		this.partitions.forEach((key, outcomes) -> outcomes.troubles(sinceNanos)
			.forEach((offset, outcome) -> troubles
				.add(new Trouble(new Origins.Place(key.partition(), offset), outcome.nanoTime()))));
		return troubles.stream()
			.sorted((one, other) -> Long.compare(other.nanoTime() - sinceNanos, one.nanoTime() - sinceNanos))
			.map(Trouble::place)
			.distinct()
			.toList();
	}

	synchronized @Nullable Outcome ofCopy(Copy copy) {
		return this.copies.get(copy);
	}

	/**
	 * The copy of a record that a chain of retries has.
	 *
	 * @param chain the id of the listener that is retried: each has a chain of its own
	 * @param origin where the record was first
	 */
	record Copy(String chain, Origins.Place origin) {

	}

	private record Trouble(Origins.Place place, long nanoTime) {

	}

	private record GroupPartition(String group, TopicPartition partition) {

	}

}
