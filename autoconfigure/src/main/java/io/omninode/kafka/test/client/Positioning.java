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

package io.omninode.kafka.test.client;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings a consumer to the point where it has its partitions and a position in each,
 * without reading a record: until then its partitions are paused.
 */
final class Positioning implements ConsumerRebalanceListener {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Duration POLL = Duration.ofMillis(100);

	private final Consumer<?, ?> consumer;

	private final List<String> topics;

	private final StartingPoint start;

	private final Set<TopicPartition> begun = new HashSet<>();

	private boolean assigned;

	private boolean done;

	Positioning(Consumer<?, ?> consumer, List<String> topics, StartingPoint start) {
		this.consumer = consumer;
		this.topics = topics;
		this.start = start;
	}

	void await() {
		long start = System.nanoTime();
		this.consumer.subscribe(this.topics, this);
		while (!this.assigned) {
			if (System.nanoTime() - start > TIMEOUT.toNanos()) {
				throw new IllegalStateException("No partition of " + this.topics
						+ " was assigned to a consumer of group <" + this.consumer.groupMetadata().groupId()
						+ "> within " + TIMEOUT.toSeconds() + "s: other consumers of the group may hold them all.");
			}
			this.consumer.poll(POLL);
		}
		Collection<TopicPartition> partitions = this.consumer.assignment();
		begin(partitions);
		this.done = true;
		this.consumer.resume(partitions);
	}

	@Override
	public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
		if (!this.done) {
			this.assigned = !partitions.isEmpty();
			this.consumer.pause(partitions);
		}
		else {
			begin(partitions);
		}
	}

	/**
	 * Seek in new partitions only: a partition that comes back continues at the position
	 * of the group.
	 */
	private void begin(Collection<TopicPartition> partitions) {
		this.start.seek(this.consumer, partitions.stream().filter(this.begun::add).toList());
	}

	@Override
	public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
	}

}
