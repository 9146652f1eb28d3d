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
import java.util.List;
import java.util.function.Predicate;

import org.assertj.core.annotation.CheckReturnValue;

/**
 * Records on some topics: the ones that came since the test method began, and the ones
 * that are still to come. Every call looks at all of them again.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface PendingRecords {

	/**
	 * Return these records, narrowed to those that satisfy a condition.
	 * @param condition the condition, tested on the thread that waits
	 * @return new pending records
	 */
	@CheckReturnValue
	PendingRecords matching(Predicate<? super ReceivedRecord> condition);

	/**
	 * Wait for a record, for {@code kafka.test.reply.timeout} at most.
	 * @return the first record
	 * @throws MissingRecordError if none comes
	 */
	ReceivedRecord await();

	/**
	 * Wait for a record.
	 * @param timeout the maximum time to wait
	 * @return the first record
	 * @throws MissingRecordError if none comes
	 */
	ReceivedRecord await(Duration timeout);

	/**
	 * Wait for several records, for {@code kafka.test.reply.timeout} at most.
	 * @param count how many
	 * @return the first records, in the order in which they came
	 * @throws MissingRecordError if fewer come
	 */
	List<ReceivedRecord> awaitAll(int count);

	/**
	 * Wait for several records.
	 * @param count how many
	 * @param timeout the maximum time to wait
	 * @return the first records, in the order in which they came
	 * @throws MissingRecordError if fewer come
	 */
	List<ReceivedRecord> awaitAll(int count, Duration timeout);

	/**
	 * Wait, and fail if a record is there or comes. Return only after the topics have
	 * been read to where they ended at the end of that time.
	 * @param duration how long no record may come
	 * @throws AssertionError if a record comes
	 */
	void awaitNone(Duration duration);

	/**
	 * Return the records that are there now, without waiting for further ones. Return
	 * only after the topics have been read to where they end at the call, which usually
	 * takes milliseconds. The tap keeps only the last records of its topics.
	 * @return the records, in the order in which they came
	 * @throws AssertionError if the topics cannot be read to their end within five
	 * seconds
	 */
	List<ReceivedRecord> seen();

}
