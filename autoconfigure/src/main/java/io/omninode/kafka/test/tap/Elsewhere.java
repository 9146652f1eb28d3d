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

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the records that were published to the topics of the cluster since a test began,
 * whether the topics are watched or not.
 *
 * @param clients creates a consumer
 * @param topics lists the topics
 * @param ends knows which topics have grown
 * @param ids reads correlation ids
 */
record Elsewhere(TestClients clients, TestTopics topics, TopicEnds ends, RecordIds ids) {

	/**
	 * Pass the records of the topics that have grown since a test began to a sink.
	 */
	void read(Reading reading, Consumer<? super TappedRecord> sink) throws ExecutionException, InterruptedException {
		Set<String> others = this.topics.list();
		others.removeAll(reading.leftOut());
		Set<String> grown = this.ends.grown(others, reading.since(), reading.isolation(), reading.timeout());
		if (!grown.isEmpty()) {
			try (PastRecords past = new PastRecords(this.clients.recorder(reading.isolation()), reading.since(),
					reading.timeout())) {
				past.read(grown::contains, reading.newest(), (record) -> sink.accept(tapped(record)));
			}
		}
	}

	private TappedRecord tapped(ConsumerRecord<byte[], byte[]> record) {
		return new TappedRecord(record, System.nanoTime(), false, this.ids.read(record));
	}

}
