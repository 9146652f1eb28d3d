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

package io.omninode.kafka.test.record;

import java.time.Duration;

/**
 * A record that the test sent and the broker acknowledged.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface SentRecord {

	/**
	 * Return the topic.
	 * @return the topic
	 */
	String topic();

	/**
	 * Return the partition.
	 * @return the partition
	 */
	int partition();

	/**
	 * Return the offset.
	 * @return the offset
	 */
	long offset();

	/**
	 * Wait until every group that reads the partition has consumed this record, for
	 * {@code kafka.test.reply.timeout} at most. A group reads it if one of its members
	 * has the partition now. A share group counts too: it has to have acknowledged the
	 * record and all before it. Groups of {@code TestConsumers} do not count.
	 * <p>
	 * A group has consumed the record when it has committed past it and, where its
	 * listener can be watched, the listener has returned. A record is not consumed if the
	 * listener was never called with it, if the listener failed and the error handler
	 * gave up, whether it published a dead letter or not, or if a share listener rejected
	 * it. Such a record fails the wait at once, or after a second in which the listener
	 * was not called again. A record on a retry topic of Spring Kafka is waited for. A
	 * record that the application's own filter or interceptor skips is consumed.
	 * <p>
	 * The listener containers that are in the context when it starts are watched:
	 * {@code @KafkaListener} methods and beans. For others (Spring Cloud Stream,
	 * containers that are created later, other processes) the commit alone decides. It
	 * also decides where a listener returns a future and its container has the default
	 * error handler, and where a share listener was never called.
	 * @throws MissingRecordError if a group has not consumed it, or no group reads the
	 * partition
	 */
	void awaitConsumed();

	/**
	 * Wait until every group that reads the partition has consumed this record.
	 * @param timeout the maximum time to wait
	 * @throws MissingRecordError if a group has not consumed it, or no group reads the
	 * partition
	 * @see #awaitConsumed()
	 */
	void awaitConsumed(Duration timeout);

	/**
	 * Wait until one group has consumed this record, for {@code kafka.test.reply.timeout}
	 * at most.
	 * @param group the id of the group, a share group or another one
	 * @throws MissingRecordError if it has not
	 * @see #awaitConsumed()
	 */
	void awaitConsumedBy(String group);

	/**
	 * Wait until one group has consumed this record.
	 * @param group the id of the group
	 * @param timeout the maximum time to wait
	 * @throws MissingRecordError if it has not
	 */
	void awaitConsumedBy(String group, Duration timeout);

}
