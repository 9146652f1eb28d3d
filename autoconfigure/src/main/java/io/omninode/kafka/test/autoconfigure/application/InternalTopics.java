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

package io.omninode.kafka.test.autoconfigure.application;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DeleteTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * The internal topics of a Kafka Streams application, which the broker keeps between two
 * contexts: its repartition topics, and the changelogs from which its state is restored.
 *
 * @param factory creates the application
 * @param admin asks the cluster; called when it is needed
 */
record InternalTopics(StreamsBuilderFactoryBean factory, Supplier<Admin> admin) {

	private static final Logger logger = LoggerFactory.getLogger(InternalTopics.class);

	private static final int TIMEOUT = 2_000;

	private static final Set<GroupState> WITHOUT_MEMBERS = Set.of(GroupState.EMPTY, GroupState.DEAD);

	/**
	 * Return the existing topics with their ids, which distinguish a topic from a later
	 * one of the same name.
	 */
	Map<String, Uuid> find() {
		Map<String, Uuid> found = new LinkedHashMap<>();
		this.admin.get()
			.describeTopics(names(), new DescribeTopicsOptions().timeoutMs(TIMEOUT))
			.topicNameValues()
			.forEach((name, description) -> {
				TopicDescription present = get(description);
				if (present != null) {
					found.put(name, present.topicId());
				}
			});
		return found;
	}

	/**
	 * Delete topics, unless another instance of the application uses them.
	 * @return whether all of them are gone
	 */
	boolean delete(Collection<String> topics) {
		if (topics.isEmpty()) {
			return true;
		}
		if (hasMembers()) {
			return false;
		}
		get(this.admin.get().deleteTopics(topics, new DeleteTopicsOptions().timeoutMs(TIMEOUT)).all());
		return true;
	}

	private boolean hasMembers() {
		Collection<?> members = get(this.admin.get()
			.listGroups(new ListGroupsOptions().timeoutMs(TIMEOUT))
			.all()
			.thenApply((groups) -> groups.stream()
				.filter((group) -> group.groupId().equals(id()))
				.filter((group) -> !group.groupState().map(WITHOUT_MEMBERS::contains).orElse(false))
				.toList()));
		return members == null || !members.isEmpty();
	}

	private String id() {
		Properties properties = this.factory.getStreamsConfiguration();
		return (properties != null) ? String.valueOf(properties.get(StreamsConfig.APPLICATION_ID_CONFIG)) : "";
	}

	/**
	 * Return the names of these topics: the application id, followed by the name of a
	 * store or of a repartition topic.
	 */
	private Set<String> names() {
		Set<String> names = new TreeSet<>();
		Topology topology = this.factory.getTopology();
		if (topology != null) {
			topology.describe()
				.subtopologies()
				.stream()
				.flatMap((part) -> part.nodes().stream())
				.flatMap(InternalTopics::names)
				.forEach((name) -> names.add(id() + "-" + name));
		}
		return names;
	}

	private static Stream<String> names(TopologyDescription.Node node) {
		if (node instanceof TopologyDescription.Processor processor) {
			return processor.stores().stream().map((store) -> store + "-changelog");
		}
		return (node instanceof TopologyDescription.Sink sink) ? Stream.ofNullable(sink.topic()) : Stream.empty();
	}

	private static <T> @Nullable T get(KafkaFuture<T> future) {
		try {
			return future.get(TIMEOUT, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			logger.debug("The internal topics of Kafka Streams cannot be seen", ex);
		}
		return null;
	}

}
