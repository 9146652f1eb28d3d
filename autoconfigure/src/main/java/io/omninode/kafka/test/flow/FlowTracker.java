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

package io.omninode.kafka.test.flow;

import java.time.Duration;
import java.time.Instant;

import io.omninode.kafka.test.application.QuietPoint;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.tap.TapException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.annotation.CheckReturnValue;

/**
 * Tracks flows: all records with one correlation id, from the request to the response.
 * <p>
 * A flow is found whether it happens after the call or happened before it, as long as it
 * began in the test method; {@link #since} and {@link #fromBeginning} go further back.
 * What was published before the call of {@code track} is in the flow when it returns.
 * Retry and dead-letter topics are tracked together with the topic that they belong to,
 * by the names that Spring Kafka gives them: {@code orders-retry-0}, {@code orders-dlt}.
 * On all other topics of the cluster, and where a record has lost its id, retries and
 * dead letters are found by the headers in which Spring Kafka names their origin. Topics
 * may be given by key or by name.
 *
 * <pre class="code">
 * &#064;Autowired
 * FlowTracker flows;
 *
 * Flow flow = this.flows.track(reply.correlationId());
 * assertThat(flow).isComplete().completedWithin(Duration.ofSeconds(1));
 * </pre>
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface FlowTracker {

	/**
	 * Track a flow over the topics of {@code kafka.test.topics.*} and all others that are
	 * in use in the context. Return when a request is found, and for every topic with a
	 * request the response, or after {@code kafka.test.flow.timeout}.
	 * @param correlationId the id of the flow
	 * @return the flow, complete or not
	 * @throws IllegalArgumentException if the id is empty
	 * @throws TapException if the topics cannot be read
	 */
	Flow track(String correlationId);

	/**
	 * Track a flow over the topics of {@code kafka.test.topics.*} and all others that are
	 * in use in the context.
	 * @param correlationId the id of the flow
	 * @param timeout the maximum time to wait for a request and its response
	 * @return the flow, complete or not
	 * @throws IllegalArgumentException if the id is empty
	 */
	Flow track(String correlationId, Duration timeout);

	/**
	 * Track a flow over two topics, and return when the request and the response are
	 * found, or after {@code kafka.test.flow.timeout}.
	 * @param correlationId the id of the flow
	 * @param requestTopic where the request is expected
	 * @param responseTopic where the response is expected
	 * @return the flow, complete or not
	 * @throws IllegalArgumentException if the id is empty
	 */
	Flow track(String correlationId, String requestTopic, String responseTopic);

	/**
	 * Track a flow over two topics.
	 * @param correlationId the id of the flow
	 * @param requestTopic where the request is expected
	 * @param responseTopic where the response is expected
	 * @param timeout the maximum time to wait for the request and the response
	 * @return the flow, complete or not
	 * @throws IllegalArgumentException if the id is empty
	 */
	Flow track(String correlationId, String requestTopic, String responseTopic, Duration timeout);

	/**
	 * Return a tracker that goes back to an instant: what the topics hold since then is
	 * read at each {@code track}, to where they end at the call, and what comes after
	 * that is awaited as usual. The first record is found in the time index of the
	 * broker; older ones are not read. The reading may take as long as the wait or, if
	 * that is longer, {@code kafka.test.flow.timeout}; after that {@code track} fails.
	 * @param instant the instant, on the clock of the records
	 * @return a new tracker
	 */
	@CheckReturnValue
	FlowTracker since(Instant instant);

	/**
	 * Return a tracker that reads topics from their beginning at each {@code track}, and
	 * awaits as usual what comes after that. The more they hold, the longer this takes.
	 * @return a new tracker
	 */
	@CheckReturnValue
	FlowTracker fromBeginning();

	/**
	 * Return a tracker that also tracks some topics, and returns when the flow has
	 * visited each of them, instead of when requests have their responses.
	 * @param topics the topics, at least one
	 * @return a new tracker
	 */
	@CheckReturnValue
	FlowTracker until(String... topics);

	/**
	 * Find out what has become of a request, without waiting for anything: who has
	 * consumed it, where its id is, and why there is no response. It takes two seconds at
	 * most.
	 * @param correlationId the id of the request
	 * @return the diagnosis; one without a cause if there is a response
	 */
	Diagnosis diagnose(String correlationId);

	/**
	 * Wait until the application is quiet: every group that reads a topic of the context
	 * has committed all of it, and every record that a producer of the context has taken
	 * is acknowledged. This includes what listeners publish, records in retry topics, and
	 * records whose listener failed and is going to be called again.
	 * <p>
	 * The topics are those of {@code kafka.test.topics.*}, those that a listener of the
	 * context subscribes to, and those that its groups have been assigned. Groups of
	 * {@code TestConsumers} do not count, and listeners that are stopped are not waited
	 * for; paused ones are. A listener that fails to acknowledge by hand is never quiet;
	 * one whose consumer commits by itself ({@code enable.auto.commit}) is when the
	 * consumer has, every 5 s by default. A group that has committed nothing yet counts
	 * as one that has all records of its partitions to consume. Work that the application
	 * does on its own threads after a listener has returned is not seen.
	 * <p>
	 * Afterwards {@code records.on(topic).seen()} is final.
	 * @param timeout the maximum time to wait
	 * @throws AssertionError if the application is not quiet by then; the message names
	 * the group, partition, committed offset, end and lag
	 */
	void awaitQuiet(Duration timeout);

	/**
	 * Create an instance.
	 * @param sources where records are found
	 * @param settings the default timeout and more
	 * @param quietPoint knows when the application is quiet
	 * @return the tracker
	 */
	@API(status = Status.INTERNAL)
	static FlowTracker of(FlowSources sources, WaitSettings settings, QuietPoint quietPoint) {
		return new DefaultFlowTracker(sources, settings, quietPoint);
	}

}
