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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is on the topics of the cluster that nobody watches.
 *
 * @param clients makes a consumer
 * @param topics lists the topics
 * @param ends knows which of them have grown
 * @param ids reads correlation ids
 */
record Elsewhere(TestClients clients, TestTopics topics, TopicEnds ends, RecordIds ids) {

	private static final int MAX_RECORDS = 10_000;

	/**
	 * Read the topics that have grown since a test began.
	 * @param watched the topics that are left out
	 */
	List<TappedRecord> read(Collection<String> watched, TestStart since, Predicate<? super TappedRecord> filter,
			Duration timeout) throws ExecutionException, InterruptedException {
		Set<String> others = this.topics.list();
		others.removeAll(watched);
		Set<String> grown = this.ends.grown(others, since, timeout);
		List<TappedRecord> found = new ArrayList<>();
		if (!grown.isEmpty()) {
			try (PastRecords past = new PastRecords(this.clients.recorder(), since, timeout)) {
				past.read(grown::contains, (record) -> addIfWanted(found, tapped(record), filter));
			}
		}
		return found;
	}

	private TappedRecord tapped(ConsumerRecord<byte[], byte[]> record) {
		return new TappedRecord(record, System.nanoTime(), false, this.ids.read(record));
	}

	private static void addIfWanted(List<TappedRecord> found, TappedRecord tapped,
			Predicate<? super TappedRecord> filter) {
		if (found.size() < MAX_RECORDS && filter.test(tapped)) {
			found.add(tapped);
		}
	}

}
