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
import java.util.Map;
import java.util.Set;

import io.omninode.kafka.test.topic.TopicNames;

/**
 * The topics over which a flow is tracked.
 *
 * @param all all of them
 * @param responses the response topic for each request topic
 */
record FlowTopics(Set<String> all, Map<String, String> responses) {

	static FlowTopics of(String requestTopic, String responseTopic) {
		Set<String> all = new LinkedHashSet<>();
		all.add(requestTopic);
		all.add(responseTopic);
		return new FlowTopics(all, Map.of(requestTopic, responseTopic));
	}

	static FlowTopics of(TopicNames names) {
		Map<String, String> responses = new LinkedHashMap<>();
		names.exchanges().forEach((name) -> responses.put(names.requestTopic(name), names.replyTopic(name)));
		return new FlowTopics(new LinkedHashSet<>(names.asMap().values()), responses);
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

	boolean isComplete(Collection<String> visited) {
		return this.responses.entrySet()
			.stream()
			.anyMatch((pair) -> visited.contains(pair.getKey()) && visited.contains(pair.getValue()));
	}

}
