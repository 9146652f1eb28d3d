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
 * ends the wait at once.
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
	 * Wait, and fail if a reply comes. Returns only after the reply topic has been read
	 * to where it ended when the time was over.
	 * @param duration how long no reply may come
	 * @throws AssertionError if a reply comes
	 */
	void awaitNone(Duration duration);

	/**
	 * Return this pending reply, narrowed to replies that satisfy a condition.
	 * @param condition the condition, tested on the thread that waits
	 * @return a new pending reply
	 */
	@CheckReturnValue
	PendingReply matching(Predicate<? super Reply> condition);

	/**
	 * Return a future of the reply. It fails with a {@link MissingReplyError} after
	 * {@code kafka.test.reply.timeout}.
	 * @return the future
	 */
	CompletableFuture<Reply> toFuture();

}
