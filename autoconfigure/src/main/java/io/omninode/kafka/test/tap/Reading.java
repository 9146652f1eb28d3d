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

package io.omninode.kafka.test.tap;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.omninode.kafka.test.client.TestStart;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read of the topics of the cluster.
 *
 * @param leftOut the topics that are left out
 * @param since where the reading begins
 * @param isolation whether records of transactions that are open or were aborted count
 * @param timeout the maximum time to read
 * @param newest how many records of each partition are read, the newest
 */
record Reading(Set<String> leftOut, TestStart since, IsolationLevel isolation, Duration timeout, long newest) {

	/**
	 * One that takes part in a reading, and gets each record once, also when the reading
	 * begins anew. If it fails, the others get their records all the same.
	 */
	static final class Part {

		private final Consumer<? super TappedRecord> sink;

		private final Map<TopicPartition, Long> given = new HashMap<>();

		private volatile @Nullable RuntimeException failure;

		Part(Consumer<? super TappedRecord> sink) {
			this.sink = sink;
		}

		void give(TappedRecord record) {
			if (this.failure == null && isNew(record.record())) {
				try {
					this.sink.accept(record);
				}
				catch (RuntimeException ex) {
					this.failure = ex;
				}
			}
		}

		private synchronized boolean isNew(ConsumerRecord<?, ?> record) {
			TopicPartition place = new TopicPartition(record.topic(), record.partition());
			Long last = this.given.get(place);
			if (last != null && last >= record.offset()) {
				return false;
			}
			this.given.put(place, record.offset());
			return true;
		}

		/**
		 * Throw what the sink has thrown.
		 */
		void end() {
			RuntimeException thrown = this.failure;
			if (thrown != null) {
				throw thrown;
			}
		}

	}

}
