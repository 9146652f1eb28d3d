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
 * The recorder of a context: reads topics without a consumer group, keeps the last
 * records of them, and hands each record to its subscribers.
 * <p>
 * Partitions that a topic gets later are read too, from their beginning. Subscribers get
 * the records of a partition in order, on the thread of the tap. One that throws is
 * logged and goes on getting records; none may block.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public interface Tap {

	/**
	 * Watch topics, and return when the tap has a position in each of their partitions:
	 * whatever is published from then on is seen. Topics that are not there are created.
	 * Topics that are watched already cost nothing.
	 * @param topics the names of the topics
	 * @param since where a test began; records that were published since are seen too
	 * @throws TapException if the topics cannot be read
	 */
	void watch(Collection<String> topics, TestStart since);

	/**
	 * Hand every record from now on to a subscriber.
	 * @param subscriber gets the records
	 * @return ends the subscription when run
	 */
	Runnable subscribe(Consumer<? super TappedRecord> subscriber);

	/**
	 * Return the records that are still known, the oldest first. The tap keeps the last
	 * records only, within {@link TapBounds bounds} of count, size and age.
	 * @param filter says which records
	 * @return the records
	 */
	List<TappedRecord> seen(Predicate<? super TappedRecord> filter);

	/**
	 * Return the records with a correlation id that are still known, the oldest first. It
	 * costs what they are, however many others there are.
	 * @param correlationId the id
	 * @return the records
	 */
	List<TappedRecord> seen(String correlationId);

	/**
	 * Return when everything that is in the watched topics now has been seen.
	 * @param timeout the maximum time to wait
	 * @return whether it has
	 */
	boolean awaitCaughtUp(Duration timeout);

	/**
	 * Return the records that were published since a test began to topics that are not
	 * watched. They are read with a consumer of their own, to where the topics end at the
	 * call; where none has grown, the cluster is asked for the ends and no more.
	 * @param since where the test began
	 * @param filter says which records
	 * @param timeout the maximum time to read
	 * @return the first 10,000 of the records
	 * @throws TapException if the topics cannot be read to their end in time
	 */
	List<TappedRecord> elsewhere(TestStart since, Predicate<? super TappedRecord> filter, Duration timeout);

	/**
	 * Hand the records that were published since a test began to a sink, whether their
	 * topics are watched or not. They are read with a consumer of their own, to where the
	 * topics end at the call.
	 * @param since where the test began
	 * @param isolation whether records of transactions that are open or were aborted
	 * count
	 * @param timeout the maximum time to read
	 * @param sink gets the records, on the calling thread
	 * @throws TapException if the topics cannot be read to their end in time; the sink
	 * has got what could be read
	 */
	default void search(TestStart since, IsolationLevel isolation, Duration timeout,
			Consumer<? super TappedRecord> sink) {
	}

	/**
	 * Return the last records that topics had before a test began, at most 100 of each
	 * partition, the oldest first. They are read with a consumer of their own.
	 * @param topics the names of the topics, which are there
	 * @param since where the test began
	 * @param timeout the maximum time to read; what has been read then is returned
	 * @return the records
	 * @throws TapException if the topics cannot be read
	 */
	List<TappedRecord> earlier(Collection<String> topics, TestStart since, Duration timeout);

	/**
	 * Return what is to be said of those of some topics that were not there when they
	 * were watched first.
	 * @param topics the names of the topics
	 * @return a line for each such topic
	 */
	default List<String> strange(Collection<String> topics) {
		return List.of();
	}

	/**
	 * Return the partitions of topics whose last records cannot be seen, because a
	 * transaction is open.
	 * @param topics the names of the topics
	 * @param timeout the maximum time to wait for an answer of the cluster
	 * @return the offset of the first record that cannot be seen, by partition
	 * @throws TapException if the cluster does not answer, or refuses to
	 */
	Map<TopicPartition, Long> unreadable(Collection<String> topics, Duration timeout);

	/**
	 * Return where the ids of records are read, as failure texts name it.
	 * @return the places
	 */
	default String idPlaces() {
		return "the places that are known";
	}

	/**
	 * Create an instance. It reads nothing before a topic is watched, and reads while its
	 * context runs.
	 * @param clients makes the consumer
	 * @param topics creates topics that are not there
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
