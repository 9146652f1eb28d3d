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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.AssertProvider;

/**
 * All records with one correlation id that were seen on the topics that were tracked, the
 * first 10,000 of them at most.
 * <p>
 * Immutable. {@code assertThat(flow)} returns a {@link FlowAssert}.
 *
 * @since 0.1.0
 */
public final class Flow implements AssertProvider<FlowAssert> {

	private final FlowContext context;

	private final List<Hop> hops;

	Flow(FlowContext context, List<ConsumerRecord<byte[], byte[]>> records) {
		this.context = context;
		this.hops = hops(context, records);
	}

	/**
	 * Put records in order of time: those of one millisecond as they came, but requests
	 * first.
	 */
	private static List<Hop> hops(FlowContext context, List<ConsumerRecord<byte[], byte[]>> records) {
		List<ConsumerRecord<byte[], byte[]>> sorted = new ArrayList<>(records);
		sorted.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
			.thenComparing((record) -> !context.topics().isRequest(record.topic())));
		List<Hop> hops = new ArrayList<>();
		for (int i = 0; i < sorted.size(); i++) {
			long previous = sorted.get(Math.max(0, i - 1)).timestamp();
			hops.add(new Hop(sorted.get(i), context, sorted.get(0).timestamp(), previous));
		}
		return List.copyOf(hops);
	}

	/**
	 * Return the correlation id.
	 * @return the id
	 */
	public String correlationId() {
		return this.context.correlationId();
	}

	/**
	 * Return whether a record is on a request topic.
	 * @return whether there is one
	 */
	public boolean requestFound() {
		return this.hops.stream().anyMatch((hop) -> hop.kind() == Hop.Kind.REQUEST);
	}

	/**
	 * Return whether a record is on a response topic.
	 * @return whether there is one
	 */
	public boolean responseFound() {
		return this.hops.stream().anyMatch((hop) -> this.context.topics().isResponse(hop.topic()));
	}

	/**
	 * Return the time from the first request to its response, by the timestamps of the
	 * records. Where requests are on several topics, the time from the first of them
	 * until each has its first response.
	 * @return the time, or nothing if no request was found, or the response to one was
	 * not
	 */
	public Optional<Duration> duration() {
		if (!this.context.topics().areRequestsAnswered(topics())) {
			return Optional.empty();
		}
		long end = requestTopics().stream().mapToLong(this::answered).max().orElseThrow();
		long begin = this.hops.stream()
			.filter((hop) -> hop.kind() == Hop.Kind.REQUEST)
			.mapToLong(Hop::timestamp)
			.min()
			.orElseThrow();
		return Optional.of(Duration.ofMillis(end - begin));
	}

	private Set<String> requestTopics() {
		Set<String> topics = new HashSet<>(topics());
		topics.removeIf((topic) -> !this.context.topics().isRequest(topic));
		return topics;
	}

	private long answered(String requestTopic) {
		return this.hops.stream()
			.filter((hop) -> this.context.topics().isResponse(hop.topic(), requestTopic))
			.mapToLong(Hop::timestamp)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Return the records of the flow.
	 * @return the records, in order of their timestamps; of the same millisecond,
	 * requests first
	 */
	public List<Hop> hops() {
		return this.hops;
	}

	/**
	 * Return the topics that the flow visited.
	 * @return the names of the topics, each once, in the order of the first visits
	 */
	public List<String> topics() {
		return this.hops.stream().map(Hop::topic).distinct().toList();
	}

	Links links() {
		return this.context.links();
	}

	String resolve(String topic) {
		return this.context.topics().names().resolve(topic);
	}

	/**
	 * Return the flow as a table of text: for each record the time since the first, the
	 * time since the one before, what it is, where it is, its key, the size of key and
	 * value, and the groups that have consumed it. The cluster is asked for these.
	 * @return the table, several lines
	 * @see Hop#consumedBy()
	 */
	public String timeline() {
		return new Timeline(this.hops, Integer.MAX_VALUE).text(title());
	}

	String title() {
		String count = (this.hops.size() == 1) ? "1 record" : this.hops.size() + " records";
		return "flow <" + Excerpt.of(correlationId()) + ">: " + (this.hops.isEmpty() ? "no record" : count);
	}

	/**
	 * Return the flow as a sequence diagram in the language of Mermaid: topics and the
	 * groups that have consumed are participants. An arrow from topic to topic says that
	 * one record came after the other, not who published it.
	 * @return the diagram, several lines
	 * @see Hop#consumedBy()
	 */
	public String mermaid() {
		return new SequenceDiagram(this.hops).text();
	}

	/**
	 * Return the topics of responses that are missing.
	 */
	Collection<String> unanswered() {
		FlowTopics topics = this.context.topics();
		List<String> requests = topics().stream().filter(topics::isRequest).toList();
		Collection<String> expected = requests.isEmpty() ? topics.responses().values()
				: requests.stream().map(topics.responses()::get).toList();
		return expected.stream().filter((topic) -> !topics().contains(topic)).distinct().toList();
	}

	/**
	 * Return the topics that were visited and may be meant as those of a request and its
	 * response, none if a request was found.
	 */
	List<String> undeclared() {
		boolean isMeant = this.context.topics().open() && this.context.topics().awaited().isEmpty() && !requestFound();
		return !isMeant ? List.of()
				: this.hops.stream()
					.filter((hop) -> hop.kind() == Hop.Kind.OTHER && !this.context.topics().all().contains(hop.topic()))
					.map(Hop::topic)
					.distinct()
					.toList();
	}

	Diagnosis diagnose(String expected, Collection<String> missing, List<String> evidence) {
		return new MissingHops(correlationId(), missing, this.context.topics().responses().keySet(), this.hops)
			.diagnose(expected, evidence, this.context.sources());
	}

	@Override
	public FlowAssert assertThat() {
		return new FlowAssert(this);
	}

	/**
	 * Return the flow in one line.
	 * @return the id and the places of the records
	 */
	@Override
	public String toString() {
		String path = this.hops.stream().map(Hop::toString).collect(Collectors.joining(" -> "));
		return "flow <" + Excerpt.of(correlationId()) + "> [" + (path.isEmpty() ? "no record" : path) + "]";
	}

}
