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

import java.util.Collection;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.record.RecordSender;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TopicNames;
import io.omninode.kafka.test.topic.UnknownNameException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Sends request events and awaits the reply events with the same correlation id.
 * <p>
 * A reply cannot be missed: before a request leaves, its reply is registered and the
 * reader has a position in the reply topic. When the application context is paused or
 * closed, every wait ends at once.
 *
 * <pre class="code">
 * &#064;Autowired
 * ReplyAwaiter replies;
 *
 * Reply reply = this.replies.exchange("validation")
 *     .send(Map.of("event_type", "codegen.request.validate", "payload", payload))
 *     .await();
 * </pre>
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface ReplyAwaiter {

	/**
	 * Return an exchange that is declared by a pair of topic keys,
	 * {@code kafka.test.topics.<name>-request} and {@code <name>-response}. A third key,
	 * {@code <name>-error}, is its error topic.
	 * @param name the name of the exchange, in any spelling
	 * @return the exchange
	 * @throws UnknownNameException if there is no such exchange
	 */
	Exchange exchange(String name);

	/**
	 * Return an exchange between two topics. They are created at the first use if they
	 * are missing.
	 * @param requestTopic where requests go, by key or by name
	 * @param replyTopic where replies come, by key or by name
	 * @return the exchange
	 */
	Exchange between(String requestTopic, String replyTopic);

	/**
	 * Return an exchange in which one request is answered on several topics: scatter and
	 * gather.
	 * @param requestTopic where requests go, by key or by name
	 * @param replyTopics where replies come, by key or by name
	 * @return the exchange
	 * @throws IllegalArgumentException if there is no reply topic
	 */
	Exchange between(String requestTopic, Collection<String> replyTopics);

	/**
	 * Register a reply to a request that something else sends, a REST call for example.
	 * The reply topics and error topics of all exchanges are watched: those that are
	 * declared, and those that {@code between} was called with. A reply that came since
	 * the test method began counts too. Where none comes, the other topics of the cluster
	 * are looked at: a record there that has the id may be the reply, or the request, so
	 * it is not returned. The failure names it, and {@link PendingReply#awaitNone} does
	 * not pass.
	 * @param correlationId the id of the request
	 * @return the pending reply
	 * @throws IllegalArgumentException if the id is empty
	 * @throws IllegalStateException if no reply topic is known, or the application
	 * context is paused or closed
	 */
	PendingReply pending(String correlationId);

	/**
	 * Create an instance.
	 * @param names the topics and exchanges
	 * @param tap reads the reply topics
	 * @param sender sends the requests
	 * @param correlation reads and writes correlation ids
	 * @param settings the default timeout and more
	 * @return the awaiter, which is a lifecycle bean
	 */
	@API(status = Status.INTERNAL)
	static ReplyAwaiter of(TopicNames names, Tap tap, RecordSender sender, CorrelationStrategy correlation,
			WaitSettings settings) {
		return new DefaultReplyAwaiter(names, tap, sender, correlation, settings);
	}

}
