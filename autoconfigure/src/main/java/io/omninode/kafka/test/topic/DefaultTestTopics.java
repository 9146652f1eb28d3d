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

package io.omninode.kafka.test.topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.waiting.Answer;
import io.omninode.kafka.test.waiting.Deadline;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link TestTopics} that use an {@link Admin} client, which is created at the first use.
 */
class DefaultTestTopics implements TestTopics {

	private static final Logger logger = LoggerFactory.getLogger(TestTopics.class);

	private static final Duration LEADER_TIMEOUT = Duration.ofSeconds(30);

	private static final Duration LEADER_POLL = Duration.ofMillis(5);

	private static final int MAX_REASON = 1_000;

	private final TopicNames names;

	private final Supplier<Admin> admin;

	private final int partitions;

	private final short replicationFactor;

	private final ReplicaLimit limit;

	DefaultTestTopics(TopicNames names, Supplier<Admin> admin, int partitions, short replicationFactor,
			ReplicaLimit limit) {
		this.names = names;
		this.admin = admin;
		this.partitions = partitions;
		this.replicationFactor = replicationFactor;
		this.limit = limit;
	}

	@Override
	public String name(String key) {
		return this.names.name(key);
	}

	@Override
	public Map<String, String> asMap() {
		return this.names.asMap();
	}

	@Override
	public void create(String... names) {
		createMissing(Arrays.asList(names));
	}

	@Override
	public Set<String> createMissing(Collection<String> names) {
		Set<String> missing = new TreeSet<>();
		create(names.stream().map((name) -> new NewTopic(name, this.partitions, this.replicationFactor)).toList(),
				missing);
		return missing;
	}

	@Override
	public void create(NewTopic... topics) {
		List<NewTopic> wanted = limited(List.of(topics));
		Map<String, TopicDescription> found = create(wanted, new TreeSet<>());
		wanted.forEach((topic) -> requirePartitions(topic, found.get(topic.name())));
	}

	private List<NewTopic> limited(List<NewTopic> topics) {
		List<NewTopic> tooMany = topics.stream().filter((topic) -> !this.limit.allows(topic)).toList();
		if (!tooMany.isEmpty()) {
			logger.info("{}", this.limit.describe(tooMany));
		}
		return topics.stream().map(this.limit::apply).toList();
	}

	private Map<String, TopicDescription> create(List<NewTopic> topics, Set<String> created) {
		if (topics.isEmpty()) {
			return Map.of();
		}
		Map<String, NewTopic> missing = new LinkedHashMap<>();
		topics.forEach((topic) -> missing.put(topic.name(), topic));
		Set<String> names = new HashSet<>(missing.keySet());
		missing.keySet().removeAll(describe(names).keySet());
		created.addAll(missing.keySet());
		Map<String, TopicCreationException> failures = createAll(missing.values());
		names.removeAll(failures.keySet());
		Map<String, TopicDescription> found = awaitLeadersBeside(failures.values(), names);
		throwFirst(failures.values());
		return found;
	}

	private Map<String, TopicDescription> awaitLeadersBeside(Collection<TopicCreationException> failures,
			Set<String> names) {
		try {
			return awaitLeaders(names);
		}
		catch (TopicCreationException ex) {
			failures.forEach(ex::addSuppressed);
			throw ex;
		}
	}

	private Map<String, TopicCreationException> createAll(Collection<NewTopic> missing) {
		Map<String, TopicCreationException> failures = new TreeMap<>();
		if (!missing.isEmpty()) {
			this.admin.get().createTopics(missing).values().forEach((topic, created) -> {
				TopicCreationException failure = awaitCreated(topic, created);
				if (failure != null) {
					failures.put(topic, failure);
				}
			});
		}
		return failures;
	}

	private @Nullable TopicCreationException awaitCreated(String topic, KafkaFuture<Void> created) {
		try {
			Answer.orNone(created::get, TopicExistsException.class::isInstance,
					(reason) -> failed("Topic <" + Excerpt.of(topic) + "> cannot be created", reason));
			return null;
		}
		catch (TopicCreationException ex) {
			return ex;
		}
	}

	private static void throwFirst(Collection<TopicCreationException> failures) {
		Iterator<TopicCreationException> all = failures.iterator();
		if (all.hasNext()) {
			TopicCreationException first = all.next();
			all.forEachRemaining(first::addSuppressed);
			throw first;
		}
	}

	private Map<String, TopicDescription> awaitLeaders(Set<String> names) {
		Map<String, TopicDescription> found = new LinkedHashMap<>();
		boolean haveLeaders = Deadline.in(LEADER_TIMEOUT).isMet(LEADER_POLL, () -> {
			found.putAll(describe(names));
			return haveLeaders(names, found);
		});
		if (!haveLeaders) {
			throw new TopicCreationException(
					"A partition of " + Excerpt.of(names) + " has no leader after " + Durations.text(LEADER_TIMEOUT),
					null);
		}
		return found;
	}

	private boolean haveLeaders(Set<String> names, Map<String, TopicDescription> found) {
		return found.keySet().containsAll(names) && found.values().stream().allMatch(this::hasLeaders);
	}

	private boolean hasLeaders(TopicDescription topic) {
		return topic.partitions().stream().allMatch((partition) -> partition.leader() != null);
	}

	private Map<String, TopicDescription> describe(Set<String> names) {
		Map<String, TopicDescription> found = new LinkedHashMap<>();
		this.admin.get().describeTopics(names).topicNameValues().forEach((name, description) -> {
			TopicDescription topic = describe(name, description);
			if (topic != null) {
				found.put(name, topic);
			}
		});
		return found;
	}

	private @Nullable TopicDescription describe(String name, KafkaFuture<TopicDescription> description) {
		return Answer.orNone(description::get,
				(reason) -> reason instanceof UnknownTopicOrPartitionException
						|| reason instanceof InvalidTopicException,
				(reason) -> failed("Topic <" + Excerpt.of(name) + "> cannot be described", reason));
	}

	private void requirePartitions(NewTopic wanted, @Nullable TopicDescription found) {
		if (found != null && found.partitions().size() < wanted.numPartitions()) {
			throw new TopicCreationException(
					"Topic <" + wanted.name() + "> is there with " + found.partitions().size()
							+ " partitions, not with the " + wanted.numPartitions()
							+ " asked for: use another name, or declare it with that number where it is created first.",
					null);
		}
	}

	@Override
	public Set<String> list() {
		return new TreeSet<>(Answer.to(() -> this.admin.get().listTopics().names().get(),
				(reason) -> failed("Topics cannot be listed", reason)));
	}

	private static TopicCreationException failed(String message, Throwable reason) {
		return new TopicCreationException(message + ": " + Excerpt.of(reason.getMessage(), MAX_REASON), reason);
	}

}
