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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The recorder of a context: reads topics without a consumer group, keeps their last
 * records, and passes each record to its subscribers.
 * <p>
 * Partitions that are added to a topic later are read, too, from their beginning.
 * Subscribers get the records of a partition in order, on the thread of the tap. If a
 * subscriber throws an exception, it is logged, and the subscriber still gets further
 * records. Subscribers must not block.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public interface Tap {

	/**
	 * Watch topics, and return when the tap has a position in each of their partitions.
	 * It sees all records that are published from then on. Missing topics are created.
	 * Topics that are already watched cost nothing.
	 * @param topics the names of the topics
	 * @param since where a test began; records that were published since then are seen,
	 * too
	 * @throws TapException if the topics cannot be read
	 */
	void watch(Collection<String> topics, TestStart since);

	/**
	 * Pass every record from now on to a subscriber.
	 * @param subscriber gets the records
	 * @return an action that ends the subscription
	 */
	Runnable subscribe(Consumer<? super TappedRecord> subscriber);

	/**
	 * Return the records that are still known, the oldest first. The tap keeps only the
	 * last records, within {@link TapBounds bounds} of count, size and age.
	 * @param filter selects the records
	 * @return the records
	 */
	List<TappedRecord> seen(Predicate<? super TappedRecord> filter);

	/**
	 * Return the records with a correlation id that are still known, the oldest first.
	 * The cost depends only on the number of records with that id.
	 * @param correlationId the id
	 * @return the records
	 */
	List<TappedRecord> seen(String correlationId);

	/**
	 * Wait until the tap has seen all records that are in the watched topics now.
	 * @param timeout the maximum time to wait
	 * @return whether it has seen all of them
	 */
	boolean awaitCaughtUp(Duration timeout);

	/**
	 * Return the records that were published since a test began to topics that are not
	 * watched. They are read with a separate consumer, to where the topics end at the
	 * call. If no topic has grown, the cluster is only asked for the ends.
	 * @param since where the test began
	 * @param filter selects the records
	 * @param timeout the maximum time to read
	 * @return the first 10,000 of the records
	 * @throws TapException if the topics cannot be read to their end in time
	 */
	List<TappedRecord> elsewhere(TestStart since, Predicate<? super TappedRecord> filter, Duration timeout);

	/**
	 * Pass the records that were published since a test began to a sink, whether their
	 * topics are watched or not. They are read with a separate consumer, to where the
	 * topics end at the call.
	 * @param since where the test began
	 * @param isolation whether records of transactions that are open or were aborted
	 * count
	 * @param timeout the maximum time to read
	 * @param sink gets the records, on the calling thread
	 * @throws TapException if the topics cannot be read to their end in time; the sink
	 * still gets the records read by then
	 */
	default void search(TestStart since, IsolationLevel isolation, Duration timeout,
			Consumer<? super TappedRecord> sink) {
	}

	/**
	 * Return the last records that topics had before a test began, at most 100 of each
	 * partition, the oldest first. They are read with a separate consumer.
	 * @param topics the names of the topics, which must exist
	 * @param since where the test began
	 * @param timeout the maximum time to read; the records read by then are returned
	 * @return the records
	 * @throws TapException if the topics cannot be read
	 */
	List<TappedRecord> earlier(Collection<String> topics, TestStart since, Duration timeout);

	/**
	 * Describe those of the given topics that did not exist when they were first watched.
	 * @param topics the names of the topics
	 * @return a line for each such topic
	 */
	default List<String> strange(Collection<String> topics) {
		return List.of();
	}

	/**
	 * Return the same of those topics only whose names are near those of others.
	 * @param topics the names of the topics
	 * @return a line for each such topic
	 */
	default List<String> mistaken(Collection<String> topics) {
		return List.of();
	}

	/**
	 * Return the partitions of topics whose last records cannot be seen because a
	 * transaction is open.
	 * @param topics the names of the topics
	 * @param timeout the maximum time to wait for an answer of the cluster
	 * @return the offset of the first record that cannot be seen, by partition
	 * @throws TapException if the cluster does not answer, or refuses to
	 */
	Map<TopicPartition, Long> unreadable(Collection<String> topics, Duration timeout);

	/**
	 * Return where the ids of records are read, for use in failure texts.
	 * @return the places
	 */
	default String idPlaces() {
		return "the places that are known";
	}

	/**
	 * Create an instance. It reads nothing before a topic is watched, and reads only
	 * while its context runs.
	 * @param clients creates the consumer
	 * @param topics creates missing topics
	 * @param ends knows where topics end
	 * @param correlation reads the correlation id of each record, on the thread of the
	 * tap
	 * @param bounds how much to keep
	 * @return the tap, which is a lifecycle bean
	 */
	static Tap of(TestClients clients, TestTopics topics, TopicEnds ends, CorrelationStrategy correlation,
			TapBounds bounds) {
		return new DefaultTap(clients, topics, ends, correlation, bounds);
	}

}
