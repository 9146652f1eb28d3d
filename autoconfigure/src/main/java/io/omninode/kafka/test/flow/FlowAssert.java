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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.waiting.Durations;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Assertions for a {@link Flow}. Failures show its timeline.
 *
 * <pre class="code">
 * assertThat(flow).visited("validation-request", "validation-response")
 *     .inOrder()
 *     .completedWithin(Duration.ofSeconds(1))
 *     .hasNoDuplicates();
 * </pre>
 * <p>
 * They are about what was found. A record that comes after the tracking has ended is not
 * in the flow: to say that something never happens, call {@link FlowTracker#awaitQuiet}
 * before the flow is tracked.
 *
 * @since 0.1.0
 */
public final class FlowAssert extends AbstractAssert<FlowAssert, Flow> {

	private static final int MAX_HOPS = 10;

	private @Nullable ExpectedPath path;

	FlowAssert(Flow actual) {
		super(actual, FlowAssert.class);
	}

	/**
	 * Verify that a request was found, and for every topic with a request the response.
	 * @return this
	 */
	public FlowAssert isComplete() {
		return require(this.actual.duration().isPresent(), "a request and its response", this::missing,
				this.actual.unanswered());
	}

	private String missing(Flow flow) {
		if (!flow.requestFound()) {
			return flow.responseFound() ? "the request was not found" : "neither was found";
		}
		return flow.responseFound() ? "not every request has one" : "the response was not found";
	}

	/**
	 * Verify that the flow did not take too long. After {@link #visited}, that is the
	 * time from the first of its topics to the last; otherwise the flow has to be
	 * {@linkplain #isComplete() complete}, and it is its {@linkplain Flow#duration()
	 * duration}.
	 * @param maximum the maximum time
	 * @return this
	 */
	public FlowAssert completedWithin(Duration maximum) {
		ExpectedPath expected = this.path;
		if (expected == null) {
			isComplete();
		}
		Duration time = (expected != null) ? expected.time() : this.actual.duration().orElseThrow();
		return require(time.compareTo(maximum) <= 0, "completion within " + Durations.text(maximum),
				(flow) -> "it took " + Durations.text(time));
	}

	/**
	 * Verify that topics were visited, in any order and among others. A topic that is
	 * named twice has to be visited twice.
	 * @param topics the topics, by key or by name
	 * @return this
	 */
	public FlowAssert visited(String... topics) {
		ExpectedPath expected = new ExpectedPath(resolve(topics), this.actual.hops());
		this.path = expected;
		List<String> missing = expected.missing();
		return require(missing.isEmpty(), "a visit to " + text(expected.topics()),
				(flow) -> ((missing.size() == 1) ? "there was none to " : "there were none to ") + text(missing),
				missing);
	}

	/**
	 * Verify that the topics of {@link #visited} were visited in the order in which they
	 * were named there. Records of the same millisecond may have come in any order.
	 * @return this
	 */
	public FlowAssert inOrder() {
		ExpectedPath expected = this.path;
		if (expected == null) {
			throw new IllegalStateException("There is no order to verify: name the topics with visited(...) first");
		}
		String late = expected.outOfOrder().orElse(null);
		return require(late == null, "visits in the order " + text(expected.topics()),
				(flow) -> "<" + Excerpt.of(late) + "> was not visited after those before it");
	}

	/**
	 * Verify that topics were not visited.
	 * @param topics the topics, by key or by name
	 * @return this
	 */
	public FlowAssert didNotVisit(String... topics) {
		List<String> visited = resolve(topics).stream().filter(this.actual.topics()::contains).distinct().toList();
		return require(visited.isEmpty(), "no visit to " + text(resolve(topics)),
				(flow) -> text(visited) + ((visited.size() == 1) ? " was visited" : " were visited"));
	}

	/**
	 * Verify the number of records.
	 * @param count how many
	 * @return this
	 */
	public FlowAssert hasHops(int count) {
		return require(this.actual.hops().size() == count, (count == 1) ? "1 record" : count + " records",
				(flow) -> "there " + ((flow.hops().size() == 1) ? "is 1" : "are " + flow.hops().size()));
	}

	/**
	 * Verify that no topic was visited more than once, retry topics aside.
	 * @return this
	 */
	public FlowAssert hasNoDuplicates() {
		Map<String, Long> visits = this.actual.hops()
			.stream()
			.filter((hop) -> hop.kind() != Hop.Kind.RETRY)
			.collect(Collectors.groupingBy(Hop::topic, TreeMap::new, Collectors.counting()));
		visits.values().removeIf((count) -> count == 1);
		return require(visits.isEmpty(), "no duplicates",
				(flow) -> visits.entrySet()
					.stream()
					.map((visit) -> "<" + visit.getKey() + "> has " + visit.getValue() + " records")
					.collect(Collectors.joining(", ")));
	}

	/**
	 * Verify that no record is on a retry topic. A record that Spring Kafka has copied
	 * there belongs to the flow without an id too, by the headers that name its origin.
	 * Where a record on a retry topic of the cluster has neither, or a topic could not be
	 * read, this fails and says so.
	 * @return this
	 */
	public FlowAssert hasNoRetries() {
		return hasNone(Hop.Kind.RETRY, "no retries");
	}

	/**
	 * Verify that no record is on a dead-letter topic, no matter what it is called. A
	 * record that Spring Kafka has copied there belongs to the flow without an id too, by
	 * the headers that name its origin. Where a record on a dead-letter topic of the
	 * cluster has neither, or a topic could not be read, this fails and says so.
	 * @return this
	 */
	public FlowAssert hasNoDeadLetters() {
		return hasNone(Hop.Kind.DEAD_LETTER, "no dead letters");
	}

	private FlowAssert hasNone(Hop.Kind kind, String expected) {
		List<String> found = this.actual.hops()
			.stream()
			.filter((hop) -> hop.kind() == kind)
			.map(Hop::topic)
			.distinct()
			.toList();
		require(found.isEmpty(), expected, (flow) -> "there are some on " + text(found));
		String doubt = this.actual.links().doubt(kind);
		return require(doubt == null, expected, (flow) -> String.valueOf(doubt));
	}

	private List<String> resolve(String... topics) {
		return Arrays.stream(topics).map(this.actual::resolve).toList();
	}

	private static String text(List<String> topics) {
		return topics.stream().map(Excerpt::of).collect(Collectors.joining(">, <", "<", ">"));
	}

	private FlowAssert require(boolean condition, String expected, Function<Flow, String> but) {
		return require(condition, expected, but, List.of());
	}

	/**
	 * Where topics are missing, say why.
	 */
	private FlowAssert require(boolean condition, String expected, Function<Flow, String> but,
			Collection<String> missing) {
		if (condition) {
			return this;
		}
		String text = "Expected " + expected + " in flow <" + Excerpt.of(this.actual.correlationId()) + ">, but "
				+ but.apply(this.actual) + ".";
		Diagnosis diagnosis = missing.isEmpty() ? Diagnosis.of(text, List.of(), evidence())
				: this.actual.diagnose(text, missing, evidence());
		throw new FlowError(message(diagnosis), diagnosis);
	}

	private String message(Diagnosis diagnosis) {
		WritableAssertionInfo info = getWritableAssertionInfo();
		String own = info.overridingErrorMessage();
		if (own != null) {
			return own;
		}
		return (info.hasDescription() ? "[" + info.descriptionText() + "] " : "") + diagnosis;
	}

	private List<String> evidence() {
		List<String> lines = new ArrayList<>(new Timeline(this.actual.hops(), MAX_HOPS).lines());
		if (lines.isEmpty()) {
			lines.add("no record of the flow was found");
		}
		lines.addAll(this.actual.links().hiddenLines());
		List<String> others = this.actual.undeclared();
		if (!others.isEmpty()) {
			lines.add("declared neither as requests nor as responses: " + text(others)
					+ "; track(id, requestTopic, responseTopic) takes them for that");
		}
		return lines;
	}

}
