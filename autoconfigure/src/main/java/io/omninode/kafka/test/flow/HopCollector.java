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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.omninode.kafka.test.tap.RecordCollector;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Collects the records of one flow, each once, those included that are found elsewhere
 * than by the tap. For one thread.
 */
final class HopCollector implements AutoCloseable {

	/**
	 * How many records a flow has at most.
	 */
	static final int MAX_HOPS = 10_000;

	private final Map<String, ConsumerRecord<byte[], byte[]>> found = new LinkedHashMap<>();

	private final String correlationId;

	private final RecordCollector arrivals;

	/**
	 * Begin to collect.
	 * @param tap the tap
	 * @param correlationId the id of the flow
	 * @param filter says which of the records with the id count; cheap, and never code of
	 * the user
	 */
	HopCollector(Tap tap, String correlationId, Predicate<TappedRecord> filter) {
		this.correlationId = correlationId;
		this.arrivals = RecordCollector.of(tap, correlationId, filter);
		addArrived();
	}

	/**
	 * Add a record of the flow.
	 */
	void add(ConsumerRecord<byte[], byte[]> record) {
		if (this.found.size() < MAX_HOPS) {
			this.found.putIfAbsent(record.topic() + "-" + record.partition() + "@" + record.offset(), record);
		}
	}

	/**
	 * Wait until the flow has more records.
	 * @return whether it has, before the deadline
	 */
	boolean awaitMore(long deadlineNanos) {
		int before = this.found.size();
		TappedRecord next;
		do {
			next = this.arrivals.next(deadlineNanos);
			if (next != null) {
				add(next.record());
			}
		}
		while (next != null && this.found.size() == before);
		return next != null;
	}

	/**
	 * Add what has come until now.
	 */
	void addArrived() {
		this.arrivals.rest().forEach((tapped) -> add(tapped.record()));
	}

	String correlationId() {
		return this.correlationId;
	}

	List<String> topics() {
		return this.found.values().stream().map(ConsumerRecord::topic).distinct().toList();
	}

	/**
	 * Return the records in the order in which they came.
	 */
	List<ConsumerRecord<byte[], byte[]>> records() {
		return new ArrayList<>(this.found.values());
	}

	@Override
	public void close() {
		this.arrivals.close();
	}

}
