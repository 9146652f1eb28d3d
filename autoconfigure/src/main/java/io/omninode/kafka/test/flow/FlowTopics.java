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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.omninode.kafka.test.topic.TopicNames;

/**
 * The topics over which a flow is tracked, and what makes it complete.
 *
 * @param names resolves topics
 * @param all the topics that are watched
 * @param responses the response topic for each request topic
 * @param awaited where a record is awaited; if empty, requests and their responses are
 * @param open whether records on other topics, which the tap watches for another reason,
 * belong to the flow too
 */
record FlowTopics(TopicNames names, Set<String> all, Map<String, String> responses, List<String> awaited,
		boolean open) {

	static FlowTopics of(TopicNames names, String requestTopic, String responseTopic) {
		String request = names.resolve(requestTopic);
		String response = names.resolve(responseTopic);
		Set<String> all = new LinkedHashSet<>(List.of(request));
		all.add(response);
		return new FlowTopics(names, all, Map.of(request, response), List.of(), false);
	}

	static FlowTopics of(TopicNames names, List<String> awaited) {
		Map<String, String> responses = new LinkedHashMap<>();
		names.exchanges()
			.stream()
			.map(names::exchange)
			.forEach((topics) -> responses.put(topics.request(), topics.reply()));
		Set<String> all = new LinkedHashSet<>(names.asMap().values());
		all.addAll(awaited);
		return new FlowTopics(names, all, responses, awaited, true);
	}

	FlowTopics awaiting(List<String> awaited) {
		Set<String> all = new LinkedHashSet<>(this.all);
		all.addAll(awaited);
		return new FlowTopics(this.names, all, this.responses, awaited, this.open);
	}

	/**
	 * Return whether there is anything to wait for.
	 */
	boolean isCompletable() {
		return !this.responses.isEmpty() || !this.awaited.isEmpty();
	}

	boolean includes(String topic) {
		return this.open || this.all.contains(topic) || RetryTopics.isOfAny(topic, this.all);
	}

	boolean isRequest(String topic) {
		return this.responses.containsKey(topic);
	}

	boolean isResponse(String topic) {
		return this.responses.containsValue(topic);
	}

	boolean isResponse(String topic, String requestTopic) {
		return topic.equals(this.responses.get(requestTopic));
	}

	/**
	 * Return whether a flow that visited some topics is complete: each topic that is
	 * awaited was visited, or, if none is, there was a request and for every request
	 * topic its response topic.
	 */
	boolean isComplete(Collection<String> visited) {
		return this.awaited.isEmpty() ? areRequestsAnswered(visited) : visited.containsAll(this.awaited);
	}

	boolean areRequestsAnswered(Collection<String> visited) {
		return visited.stream().anyMatch(this::isRequest) && visited.stream()
			.filter(this::isRequest)
			.allMatch((request) -> visited.contains(this.responses.get(request)));
	}

}
