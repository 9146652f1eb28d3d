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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.omninode.kafka.test.listener.ConsumerMetrics;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyDescription;
import org.jspecify.annotations.Nullable;

/**
 * An instance of Kafka Streams in the context. This class is loaded only if Kafka Streams
 * is on the class path.
 *
 * @param id the application id, which is the id of the group; the name of the bean if the
 * id is not known
 * @param isGrouped whether the id of the group is known
 * @param configuration the configuration, as far as it is known
 * @param streams returns the instance, or {@code null} while there is none
 * @param topology returns the topology of the application, or {@code null} if it is not
 * known
 */
record StreamsApplication(String id, boolean isGrouped, Map<?, ?> configuration,
		Supplier<@Nullable KafkaStreams> streams, Supplier<@Nullable TopologyDescription> topology) {

	private static final String NONE = "not started";

	private static final String DEFAULT_COMMIT_INTERVAL = "30000";

	private static final List<String> RESETS = List.of("main.consumer.auto.offset.reset", "consumer.auto.offset.reset",
			"auto.offset.reset");

	/**
	 * Return how often the application commits, in milliseconds.
	 */
	String commitInterval() {
		Object interval = this.configuration.get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
		return (interval != null) ? interval.toString() : DEFAULT_COMMIT_INTERVAL;
	}

	/**
	 * Return whether the application has a position in each of its partitions. This
	 * matters only if it begins at the end: then it must have fetched from each
	 * partition.
	 */
	boolean isPositioned() {
		KafkaStreams now = this.streams.get();
		return now == null || !beginsAtTheEnd() || ConsumerMetrics.fetched(now.metrics()).containsAll(assigned());
	}

	private boolean beginsAtTheEnd() {
		return RESETS.stream()
			.map(this.configuration::get)
			.filter(Objects::nonNull)
			.findFirst()
			.filter((reset) -> reset.toString().equalsIgnoreCase("latest"))
			.isPresent();
	}

	/**
	 * Return whether the instance is supposed to process records, because it was started
	 * and not stopped. This includes an instance that has failed.
	 */
	boolean isStarted() {
		KafkaStreams now = this.streams.get();
		return now != null && now.state() != KafkaStreams.State.NOT_RUNNING;
	}

	boolean isRunning() {
		KafkaStreams now = this.streams.get();
		return now != null && now.state() == KafkaStreams.State.RUNNING;
	}

	/**
	 * Return whether the instance is about to run.
	 */
	boolean isStarting() {
		KafkaStreams now = this.streams.get();
		return now != null
				&& (now.state() == KafkaStreams.State.REBALANCING || now.state() == KafkaStreams.State.CREATED);
	}

	String state() {
		KafkaStreams now = this.streams.get();
		return (now != null) ? now.state().name() : NONE;
	}

	/**
	 * Return the partitions that the threads of the instance process.
	 */
	Set<TopicPartition> assigned() {
		KafkaStreams now = this.streams.get();
		if (now == null || !now.state().isRunningOrRebalancing()) {
			return Set.of();
		}
		try {
			return now.metadataForLocalThreads()
				.stream()
				.flatMap((thread) -> thread.activeTasks().stream())
				.flatMap((task) -> task.topicPartitions().stream())
				.collect(Collectors.toSet());
		}
		catch (IllegalStateException ex) {
			return Set.of();
		}
	}

	/**
	 * Return the topics that must exist before the application can run. It creates its
	 * internal topics itself.
	 */
	Set<String> sources() {
		TopologyDescription description = this.topology.get();
		Set<String> sources = new HashSet<>();
		Set<String> inner = new HashSet<>();
		if (description != null) {
			description.subtopologies().stream().flatMap((part) -> part.nodes().stream()).forEach((node) -> {
				if (node instanceof TopologyDescription.Source source && source.topicSet() != null) {
					sources.addAll(source.topicSet());
				}
				else if (node instanceof TopologyDescription.Sink sink && sink.topic() != null) {
					inner.add(Objects.requireNonNull(sink.topic()));
				}
			});
		}
		sources.removeAll(inner);
		return sources;
	}

	/**
	 * Return whether the application reads one of the given topics, which is assumed if
	 * its topology is not known.
	 */
	boolean readsAny(Collection<String> topics) {
		TopologyDescription description = this.topology.get();
		return description == null || Stream
			.concat(description.subtopologies().stream().flatMap((part) -> part.nodes().stream()),
					description.globalStores().stream().map(TopologyDescription.GlobalStore::source))
			.anyMatch((node) -> node instanceof TopologyDescription.Source source
					&& topics.stream().anyMatch((topic) -> reads(source, topic)));
	}

	private static boolean reads(TopologyDescription.Source source, String topic) {
		return (source.topicSet() != null) ? source.topicSet().contains(topic)
				: source.topicPattern() == null || source.topicPattern().matcher(topic).matches();
	}

	@Override
	public String toString() {
		return "Kafka Streams <" + this.id + ">";
	}

}
