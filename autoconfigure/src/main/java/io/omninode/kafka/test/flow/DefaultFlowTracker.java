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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.omninode.kafka.test.application.QuietPoint;
import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.connectivity.ClusterText;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.diagnosis.Sources;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.tap.CatchUp;
import io.omninode.kafka.test.tap.OpenTransactions;
import io.omninode.kafka.test.tap.PastRecords;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TapException;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * {@link FlowTracker} on the {@link Tap}, and on a reader of its own for what happened
 * before the test.
 *
 * @param sources where records are found
 * @param settings the default timeout and more
 * @param quietPoint knows when the application is quiet
 * @param view what else than usual is tracked
 */
record DefaultFlowTracker(FlowSources sources, WaitSettings settings, QuietPoint quietPoint,
		View view) implements FlowTracker {

	private static final Duration LAST_LOOK = Duration.ofSeconds(30);

	DefaultFlowTracker(FlowSources sources, WaitSettings settings, QuietPoint quietPoint) {
		this(sources, settings, quietPoint, new View(null, List.of()));
	}

	@Override
	public Flow track(String correlationId) {
		return track(correlationId, this.settings.timeout());
	}

	@Override
	public Flow track(String correlationId, Duration timeout) {
		FlowTopics topics = FlowTopics.of(this.sources.names(), this.view.awaited());
		if (!topics.isCompletable()) {
			throw new IllegalStateException("No exchange is declared: declare kafka.test.topics.<name>-request and "
					+ "<name>-response, give the topics to track(correlationId, requestTopic, responseTopic), or "
					+ "say with until(topics) what to wait for");
		}
		return track(correlationId, topics, timeout);
	}

	@Override
	public Flow track(String correlationId, String requestTopic, String responseTopic) {
		return track(correlationId, requestTopic, responseTopic, this.settings.timeout());
	}

	@Override
	public Flow track(String correlationId, String requestTopic, String responseTopic, Duration timeout) {
		FlowTopics topics = FlowTopics.of(this.sources.names(), requestTopic, responseTopic);
		return track(correlationId, topics.awaiting(this.view.awaited()), timeout);
	}

	private Flow track(String correlationId, FlowTopics topics, Duration timeout) {
		requireValid(correlationId, timeout);
		watched(correlationId, Patience.of(timeout), () -> watch(topics));
		try (HopCollector hops = new HopCollector(this.sources.tap(), correlationId,
				(tapped) -> isOfFlow(tapped, topics))) {
			LinkedRecords linked = new LinkedRecords();
			watched(correlationId, Patience.of(timeout),
					() -> readHistory(hops, linked, topics, longer(timeout, this.settings.timeout())));
			await(hops, topics, timeout);
			readToTheEnd(correlationId, hops, topics);
			return flow(correlationId, hops, topics, link(hops, linked, topics));
		}
	}

	/**
	 * Add what has no id, and is linked to the flow by the headers of Spring Kafka.
	 */
	private Links link(HopCollector hops, LinkedRecords linked, FlowTopics topics) {
		TestStart since = since();
		Predicate<TappedRecord> mayBeCopy = (tapped) -> tapped.isSince(since)
				&& LinkedRecords.mayBeCopy(tapped.record());
		this.sources.tap().seen(mayBeCopy).forEach((tapped) -> add(linked, tapped));
		String unread = null;
		try {
			this.settings.watch()
				.call("Topics cannot be read", Patience.atTheEnd(LAST_LOOK),
						() -> this.sources.tap().elsewhere(since, mayBeCopy, CatchUp.TIMEOUT))
				.forEach((tapped) -> add(linked, tapped));
		}
		catch (TapException | NoAnswerException ex) {
			unread = ex.getMessage();
		}
		linked.addTo(hops);
		return new Links(linked.doubtful(), unread, hidden(hops, topics),
				this.sources.consumption().outcomes().deadLetterTopics());
	}

	private static void add(LinkedRecords linked, TappedRecord tapped) {
		String id = tapped.correlationId();
		linked.add(tapped.record(), id != null && !id.isBlank());
	}

	private TestStart since() {
		Instant since = this.view.since();
		return (since != null) ? TestStart.at(since) : this.settings.scope().beginning();
	}

	/**
	 * What is behind an open transaction matters if the flow lacks something.
	 */
	private Map<TopicPartition, Long> hidden(HopCollector hops, FlowTopics topics) {
		return topics.isComplete(hops.topics()) ? Map.of()
				: OpenTransactions.on(topics.all(), this.sources.tap(), this.settings.watch()).hidden();
	}

	/**
	 * Watch the topics, and those retry and dead-letter topics of them that are there:
	 * one question to the cluster.
	 */
	private void watch(FlowTopics topics) {
		TestStart since = this.settings.scope().beginning();
		this.sources.tap().watch(topics.all(), since);
		List<String> retries = RetryTopics.of(topics.all(), this.sources.topics().list());
		this.sources.tap().watch(retries, since);
	}

	private void readHistory(HopCollector hops, LinkedRecords linked, FlowTopics topics, Duration timeout) {
		Instant since = this.view.since();
		if (since != null) {
			try (PastRecords history = new PastRecords(this.sources.clients().recorder(), TestStart.at(since),
					timeout)) {
				history.read((topic) -> isRead(topic, topics), (record) -> addPast(record, hops, linked));
			}
		}
	}

	private void addPast(ConsumerRecord<byte[], byte[]> record, HopCollector hops, LinkedRecords linked) {
		String id = this.sources.correlation().read(record);
		if (hops.correlationId().equals(id)) {
			hops.add(record);
		}
		else if (LinkedRecords.mayBeCopy(record)) {
			linked.add(record, id != null && !id.isBlank());
		}
	}

	/**
	 * A short wait for what may come must not cut short the reading of what is there.
	 */
	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	private static boolean isRead(String topic, FlowTopics topics) {
		return topics.all().contains(topic) || RetryTopics.isOfAny(topic, topics.all());
	}

	private static void await(HopCollector hops, FlowTopics topics, Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (!topics.isComplete(hops.topics()) && hops.awaitMore(deadline)) {
			continue;
		}
	}

	/**
	 * Read what was published until now, on topics too that came into being meanwhile:
	 * what is not in the flow then was not there. A history that holds the whole flow has
	 * been read to its end already.
	 */
	private void readToTheEnd(String correlationId, HopCollector hops, FlowTopics topics) {
		boolean complete = topics.isComplete(hops.topics());
		if (complete && this.view.since() != null) {
			return;
		}
		if (!complete) {
			watched(correlationId, Patience.atTheEnd(LAST_LOOK), () -> watch(topics));
		}
		if (!new CatchUp(this.sources.tap(), this.settings.watch()).isDone()) {
			throw unknown(correlationId);
		}
		hops.addArrived();
	}

	private TapException unknown(String correlationId) {
		String unknown = "Whether flow <" + Excerpt.of(correlationId) + "> has more records is not known";
		ClusterText cluster = new ClusterText(this.settings.watch().trouble());
		return new TapException(
				(cluster.trouble() != null) ? unknown + ".\n\n" + cluster.around("") : unknown
						+ ": the topics could not be read to their end within " + Durations.text(CatchUp.TIMEOUT),
				null);
	}

	private void watched(String correlationId, Patience patience, Runnable action) {
		this.settings.watch().run("Flow <" + Excerpt.of(correlationId) + "> cannot be tracked", patience, action);
	}

	private Flow flow(String correlationId, HopCollector hops, FlowTopics topics, Links links) {
		Set<TopicPartition> partitions = hops.records()
			.stream()
			.map((record) -> new TopicPartition(record.topic(), record.partition()))
			.collect(Collectors.toSet());
		CommittedOffsets consumption = new CommittedOffsets(this.sources.consumption().groups(), partitions);
		return new Flow(new FlowContext(correlationId, topics, asked(), consumption, links), hops.records());
	}

	private Sources asked() {
		return this.settings.sources(this.sources.tap());
	}

	@Override
	public Diagnosis diagnose(String correlationId) {
		FlowTopics topics = FlowTopics.of(this.sources.names(), this.view.awaited());
		List<String> expected = topics.awaited().isEmpty() ? List.copyOf(topics.responses().values())
				: topics.awaited();
		return new MissingHops(correlationId, expected, topics.responses().keySet(), List.of())
			.diagnose("Flow <" + Excerpt.of(correlationId) + "> as it is now.", List.of(), asked());
	}

	private boolean isOfFlow(TappedRecord tapped, FlowTopics topics) {
		Instant since = this.view.since();
		boolean recent = (since != null) ? tapped.record().timestamp() >= since.toEpochMilli()
				: tapped.isSince(this.settings.scope().beginning());
		return recent && topics.includes(tapped.record().topic());
	}

	@Override
	public void awaitQuiet(Duration timeout) {
		Durations.requirePositive(timeout);
		this.quietPoint.await(timeout);
	}

	private static void requireValid(String correlationId, Duration timeout) {
		if (correlationId == null || correlationId.isBlank()) {
			throw new IllegalArgumentException(
					"A correlation id is needed to track a flow, not <" + Excerpt.of(correlationId) + ">");
		}
		Durations.requirePositive(timeout);
	}

	@Override
	public FlowTracker since(Instant instant) {
		return with(new View(instant, this.view.awaited()));
	}

	@Override
	public FlowTracker fromBeginning() {
		return since(Instant.EPOCH);
	}

	@Override
	public FlowTracker until(String... topics) {
		List<String> awaited = Arrays.stream(topics).map(this.sources.names()::resolve).distinct().toList();
		if (awaited.isEmpty()) {
			throw new IllegalArgumentException("At least one topic is needed, by key or by name; the keys are "
					+ this.sources.names().asMap().keySet());
		}
		return with(new View(this.view.since(), awaited));
	}

	private FlowTracker with(View view) {
		return new DefaultFlowTracker(this.sources, this.settings, this.quietPoint, view);
	}

	/**
	 * What else than usual is tracked.
	 *
	 * @param since from when on, if not from the beginning of the test
	 * @param awaited the topics that are awaited, if not those of requests and responses
	 */
	record View(@Nullable Instant since, List<String> awaited) {

	}

}
