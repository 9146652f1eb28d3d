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

package io.omninode.kafka.test.application;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.omninode.kafka.test.listener.ListenerContainer;
import org.apache.kafka.common.TopicPartition;

/**
 * The subscriptions of listeners, whether their groups have assigned the partitions or
 * not. A group may not know of a topic or a partition yet.
 *
 * @param topics the topics of each listener
 * @param partitions the partitions of all these topics
 */
record Subscriptions(Map<ListenerContainer, Set<String>> topics, Set<TopicPartition> partitions) {

	static Subscriptions of(Collection<ListenerContainer> listeners, ConsumerGroups groups) {
		Map<ListenerContainer, Set<String>> topics = new LinkedHashMap<>();
		listeners.forEach((listener) -> topics.put(listener, groups.topics(listener)));
		Set<String> all = new HashSet<>();
		topics.values().forEach(all::addAll);
		return new Subscriptions(topics, groups.requests().partitions(all));
	}

	Set<TopicPartition> of(ListenerContainer listener) {
		Set<String> ofListener = this.topics.getOrDefault(listener, Set.of());
		return this.partitions.stream()
			.filter((partition) -> ofListener.contains(partition.topic()))
			.collect(Collectors.toSet());
	}

}
