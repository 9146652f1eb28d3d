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

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.omninode.kafka.test.listener.ListenerContainer;

/**
 * The readers of topics in a context.
 *
 * @param listeners the listeners
 * @param streams the instances of Kafka Streams
 */
record Readers(List<ListenerContainer> listeners, List<StreamsApplication> streams) {

	boolean isEmpty() {
		return this.listeners.isEmpty() && this.streams.isEmpty();
	}

	/**
	 * Return the listeners that run.
	 */
	List<ListenerContainer> running() {
		return this.listeners.stream().filter(ListenerContainer::isRunning).toList();
	}

	/**
	 * Return the running listeners that belong to a group.
	 */
	List<ListenerContainer> listening() {
		return running().stream().filter((container) -> container.group() != null).toList();
	}

	/**
	 * Return the groups that the readers belong to, whether they run or not.
	 */
	Set<String> groups() {
		return groups(this.listeners.stream(), this.streams.stream());
	}

	private static Set<String> groups(Stream<ListenerContainer> listeners, Stream<StreamsApplication> streams) {
		return Stream
			.concat(listeners.map(ListenerContainer::group).filter(Objects::nonNull),
					streams.filter(StreamsApplication::isGrouped).map(StreamsApplication::id))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the groups that are expected to have members, because a reader gets its
	 * partitions from them.
	 */
	Set<String> active() {
		return groups(listening().stream().filter((container) -> container.subscription().manual().isEmpty()),
				this.streams.stream().filter((application) -> application.isStarted()));
	}

	/**
	 * Return the groups that have no running reader.
	 */
	Set<String> silent() {
		Set<String> silent = groups();
		silent.removeAll(groups(running().stream(), this.streams.stream().filter(StreamsApplication::isStarted)));
		return silent;
	}

	/**
	 * Return the readers that are not at rest, with the reason.
	 */
	List<String> restless() {
		return this.streams.stream()
			.filter((application) -> application.isStarted() && !application.isRunning())
			.map((application) -> application + ": " + application.state())
			.toList();
	}

	Set<String> topics() {
		Set<String> topics = new HashSet<>();
		this.listeners.forEach((container) -> {
			topics.addAll(container.subscription().topics());
			container.subscription().manual().forEach((partition) -> topics.add(partition.getTopic()));
		});
		this.streams
			.forEach((application) -> application.assigned().forEach((partition) -> topics.add(partition.topic())));
		return topics;
	}

}
