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

import java.util.Collection;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The position at which a consumer begins to read a partition assigned to it.
 */
@FunctionalInterface
interface StartingPoint {

	/**
	 * Give a consumer its position in some of its partitions.
	 */
	void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions);

	/**
	 * Begin at the first record of each partition, whatever the group has committed.
	 */
	static StartingPoint first() {
		return (consumer, partitions) -> {
			consumer.seekToBeginning(partitions);
			partitions.forEach(consumer::position);
		};
	}

	/**
	 * Begin at the first record that belongs to a test, or at the position of the group
	 * if that is later.
	 */
	static StartingPoint of(TestStart beginning) {
		return (consumer, partitions) -> beginning.offsets(consumer, partitions).forEach((partition, offset) -> {
			if (consumer.position(partition) < offset) {
				consumer.seek(partition, offset);
			}
		});
	}

}
