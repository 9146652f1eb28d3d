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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assertj.core.api.AssertProvider;

/**
 * All records with one correlation id that were seen on the topics that were tracked.
 * <p>
 * Immutable. {@code assertThat(flow)} leads to a {@link FlowAssert}.
 *
 * @since 0.1.0
 */
public final class Flow implements AssertProvider<FlowAssert> {

	private final String correlationId;

	private final FlowTopics topics;

	private final List<Hop> hops;

	Flow(String correlationId, FlowTopics topics, List<Hop> hops) {
		this.correlationId = correlationId;
		this.topics = topics;
		this.hops = List.copyOf(hops);
	}

	/**
	 * Return the correlation id.
	 * @return the id
	 */
	public String correlationId() {
		return this.correlationId;
	}

	/**
	 * Return whether a record is on a request topic.
	 * @return whether there is one
	 */
	public boolean requestFound() {
		return this.hops.stream().anyMatch((hop) -> this.topics.isRequest(hop.topic()));
	}

	/**
	 * Return whether a record is on a response topic.
	 * @return whether there is one
	 */
	public boolean responseFound() {
		return this.hops.stream().anyMatch((hop) -> this.topics.isResponse(hop.topic()));
	}

	/**
	 * Return the time from the first request to the first response to it, by the
	 * timestamps of the records.
	 * @return the time, or nothing if a request or its response was not found
	 */
	public Optional<Duration> duration() {
		return this.hops.stream()
			.filter((hop) -> this.topics.isRequest(hop.topic()))
			.flatMap((request) -> this.hops.stream()
				.filter((hop) -> this.topics.isResponse(hop.topic(), request.topic()))
				.map((response) -> Duration.ofMillis(response.timestamp() - request.timestamp())))
			.findFirst();
	}

	/**
	 * Return the records of the flow.
	 * @return the records, in order of their timestamps
	 */
	public List<Hop> hops() {
		return this.hops;
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
		return "flow <" + this.correlationId + "> [" + (path.isEmpty() ? "no record" : path) + "]";
	}

}
