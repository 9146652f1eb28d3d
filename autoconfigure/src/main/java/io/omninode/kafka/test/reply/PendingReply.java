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

package io.omninode.kafka.test.reply;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import org.assertj.core.annotation.CheckReturnValue;

/**
 * A reply that is registered and may not have arrived.
 * <p>
 * The clock of a wait starts when the broker acknowledges the request, or, where
 * something else sends the request, when the wait begins. A request that cannot be sent
 * ends the wait at once. So does an event on the error topic of the exchange, unless the
 * replies are there already, and so does the pause or the end of the application context.
 * <p>
 * A reply is a <em>duplicate</em> if another one came on the same topic before. It is
 * <em>late</em> if it came after a wait for it had timed out, or later than
 * {@code kafka.test.reply.timeout} after the request was acknowledged. Both count as
 * replies.
 * <p>
 * At most 10,000 replies to one request are kept; further ones are dropped.
 * <p>
 * Safe for use by several threads. It ends with the test method.
 *
 * @since 0.1.0
 */
public interface PendingReply {

	/**
	 * Return the correlation id of the request.
	 * @return the id
	 */
	String correlationId();

	/**
	 * Wait for the reply, for {@code kafka.test.reply.timeout} at most.
	 * @return the reply, the first one if there are several
	 * @throws MissingReplyError if none comes
	 */
	Reply await();

	/**
	 * Wait for the reply.
	 * @param timeout the maximum time to wait
	 * @return the reply, the first one if there are several
	 * @throws MissingReplyError if none comes
	 */
	Reply await(Duration timeout);

	/**
	 * Wait for several replies, for {@code kafka.test.reply.timeout} at most.
	 * @param count how many
	 * @return the first replies, in the order in which they came
	 * @throws MissingReplyError if fewer come
	 */
	List<Reply> awaitAll(int count);

	/**
	 * Wait for several replies.
	 * @param count how many
	 * @param timeout the maximum time to wait
	 * @return the first replies, in the order in which they came
	 * @throws MissingReplyError if fewer come
	 */
	List<Reply> awaitAll(int count, Duration timeout);

	/**
	 * Wait for a reply on each of the reply topics, for {@code kafka.test.reply.timeout}
	 * at most.
	 * @return the first reply of each topic, in the order of
	 * {@link Exchange#replyTopics()}
	 * @throws MissingReplyError if none comes on one of them
	 */
	List<Reply> awaitEach();

	/**
	 * Wait for a reply on each of the reply topics.
	 * @param timeout the maximum time to wait
	 * @return the first reply of each topic, in the order of
	 * {@link Exchange#replyTopics()}
	 * @throws MissingReplyError if none comes on one of them
	 */
	List<Reply> awaitEach(Duration timeout);

	/**
	 * Wait for an event on the error topic, for {@code kafka.test.reply.timeout} at most.
	 * @return the event
	 * @throws MissingReplyError if none comes, at once if every reply topic has answered
	 * instead (any of them, where something else sends the request)
	 * @throws IllegalStateException if no error topic is known
	 */
	Reply awaitError();

	/**
	 * Wait for an event on the error topic.
	 * @param timeout the maximum time to wait
	 * @return the event
	 * @throws MissingReplyError if none comes, at once if every reply topic has answered
	 * instead (any of them, where something else sends the request)
	 * @throws IllegalStateException if no error topic is known
	 */
	Reply awaitError(Duration timeout);

	/**
	 * Wait, and fail if a reply comes. Return only after the reply topic has been read to
	 * where it ended at the end of that time. An event on the error topic is not a reply,
	 * and this wait ignores it.
	 * @param duration how long no reply may come
	 * @throws AssertionError if a reply comes
	 */
	void awaitNone(Duration duration);

	/**
	 * Return the replies that came until now.
	 * @return the replies, in the order in which they came
	 */
	List<Reply> replies();

	/**
	 * Return how many of the replies that came until now are duplicates.
	 * @return the number
	 */
	int duplicates();

	/**
	 * Return how many of the replies that came until now are late.
	 * @return the number
	 */
	int late();

	/**
	 * Return this pending reply, narrowed to replies that satisfy a condition. Events on
	 * the error topic need not satisfy it.
	 * @param condition the condition, tested on the thread that waits
	 * @return a new pending reply
	 */
	@CheckReturnValue
	PendingReply matching(Predicate<? super Reply> condition);

	/**
	 * Return a future of the reply. It fails with a {@link MissingReplyError} where
	 * {@link #await()} would.
	 * @return the future
	 */
	CompletableFuture<Reply> toFuture();

}
