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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.client.QuietPoint;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.record.Durations;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.TopicNames;

/**
 * {@link FlowTracker} on the {@link Tap}.
 */
class DefaultFlowTracker implements FlowTracker {

	private static final Duration CATCH_UP_TIMEOUT = Duration.ofSeconds(5);

	private final TopicNames names;

	private final Tap tap;

	private final CorrelationStrategy correlation;

	private final WaitSettings settings;

	private final QuietPoint quietPoint;

	DefaultFlowTracker(TopicNames names, Tap tap, CorrelationStrategy correlation, WaitSettings settings,
			QuietPoint quietPoint) {
		this.names = names;
		this.tap = tap;
		this.correlation = correlation;
		this.settings = settings;
		this.quietPoint = quietPoint;
	}

	@Override
	public Flow track(String correlationId) {
		return track(correlationId, this.settings.timeout());
	}

	@Override
	public Flow track(String correlationId, Duration timeout) {
		FlowTopics topics = FlowTopics.of(this.names);
		if (topics.responses().isEmpty()) {
			throw new IllegalStateException("No exchange is declared: declare kafka.test.topics.<name>-request and "
					+ "<name>-response, or give the topics to track(correlationId, requestTopic, responseTopic)");
		}
		return track(correlationId, topics, timeout);
	}

	@Override
	public Flow track(String correlationId, String requestTopic, String responseTopic) {
		return track(correlationId, requestTopic, responseTopic, this.settings.timeout());
	}

	@Override
	public Flow track(String correlationId, String requestTopic, String responseTopic, Duration timeout) {
		FlowTopics topics = FlowTopics.of(this.names.resolve(requestTopic), this.names.resolve(responseTopic));
		return track(correlationId, topics, timeout);
	}

	private Flow track(String correlationId, FlowTopics topics, Duration timeout) {
		requireValid(correlationId, timeout);
		this.tap.watch(topics.all(), this.settings.scope().beginning());
		Semaphore arrivals = new Semaphore(1);
		Runnable end = this.tap.subscribe((tapped) -> {
			if (isHop(tapped, topics, correlationId)) {
				arrivals.release();
			}
		});
		try {
			return await(new Flow(correlationId, topics, List.of()), topics, arrivals, timeout);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while tracking flow <" + correlationId + ">", ex);
		}
		finally {
			end.run();
		}
	}

	private Flow await(Flow none, FlowTopics topics, Semaphore arrivals, Duration timeout) throws InterruptedException {
		Flow flow = none;
		long deadline = System.nanoTime() + timeout.toNanos();
		while (arrivals.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
			arrivals.drainPermits();
			flow = find(none.correlationId(), topics);
			if (isComplete(flow, topics)) {
				return flow;
			}
		}
		this.tap.awaitCaughtUp(CATCH_UP_TIMEOUT);
		return find(none.correlationId(), topics);
	}

	private static boolean isComplete(Flow flow, FlowTopics topics) {
		return topics.isComplete(flow.hops().stream().map(Hop::topic).toList());
	}

	private Flow find(String correlationId, FlowTopics topics) {
		List<Hop> hops = this.tap.seen((tapped) -> isHop(tapped, topics, correlationId))
			.stream()
			.map((tapped) -> new Hop(tapped.record(), this.settings.mapper()))
			.sorted(Comparator.comparingLong(Hop::timestamp))
			.toList();
		return new Flow(correlationId, topics, hops);
	}

	private boolean isHop(TappedRecord tapped, FlowTopics topics, String correlationId) {
		return topics.all().contains(tapped.record().topic()) && tapped.isSince(this.settings.scope().beginning())
				&& correlationId.equals(this.correlation.read(tapped.record()));
	}

	@Override
	public void awaitQuiet(Duration timeout) {
		Durations.requirePositive(timeout);
		this.quietPoint.await(timeout);
	}

	private static void requireValid(String correlationId, Duration timeout) {
		if (correlationId == null || correlationId.isBlank()) {
			throw new IllegalArgumentException(
					"A correlation id is needed to track a flow, not <" + correlationId + ">");
		}
		Durations.requirePositive(timeout);
	}

}
