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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.waiting.Deadline;
import io.omninode.kafka.test.waiting.Durations;
import org.jspecify.annotations.Nullable;

/**
 * {@link ApplicationReadiness} of Spring Kafka's listener containers and of Kafka
 * Streams. There is no event when a container has got its partitions or a position, so
 * containers are polled, which costs nothing as long as the cluster is not asked.
 */
class ListenerReadiness implements ApplicationReadiness {

	private static final Duration POLL = Duration.ofMillis(5);

	private static final Duration POLL_OF_GROUPS = Duration.ofMillis(50);

	private static final Duration UNTIL_GROUPS_ARE_ASKED = Duration.ofSeconds(1);

	private static final Duration FOR_OTHERS = Duration.ofSeconds(5);

	private final ContainerReadiness listeners;

	private final StartingStreams streams;

	private final UnreadyReasons reasons;

	private final Duration timeout;

	/**
	 * The optional readers that did not become ready in time.
	 */
	private final Set<String> late = ConcurrentHashMap.newKeySet();

	/**
	 * Create an instance.
	 * @param listeners knows which containers are ready
	 * @param streams knows which instances of Kafka Streams are not running yet
	 * @param reasons knows why a container is not ready
	 * @param timeout the maximum time to wait
	 */
	ListenerReadiness(ContainerReadiness listeners, StartingStreams streams, UnreadyReasons reasons, Duration timeout) {
		this.listeners = listeners;
		this.streams = streams;
		this.reasons = reasons;
		this.timeout = timeout;
	}

	@Override
	public void await() {
		await(WantedTopics.EVERY);
	}

	@Override
	public void await(Collection<String> topics) {
		await(WantedTopics.of(topics));
	}

	private void await(WantedTopics wanted) {
		if (all(wanted, false).isEmpty() || !isRead(wanted)
				|| isMet(UNTIL_GROUPS_ARE_ASKED, POLL, () -> all(wanted, false).isEmpty())) {
			return;
		}
		awaitReaders(wanted);
		if (!isMet(FOR_OTHERS, POLL_OF_GROUPS, () -> all(wanted, true).isEmpty())) {
			all(wanted, true).forEach((obstacle) -> this.late.add(obstacle.reader()));
		}
	}

	private boolean isMet(Duration limit, Duration interval, BooleanSupplier condition) {
		Duration time = (this.timeout.compareTo(limit) < 0) ? this.timeout : limit;
		return Deadline.in(time).isMet(interval, condition);
	}

	private void awaitReaders(WantedTopics wanted) {
		OtherMembers before = otherMembers(readers(wanted, true));
		if (!Deadline.in(this.timeout).isMet(POLL_OF_GROUPS, () -> readers(wanted, true).isEmpty())) {
			List<Obstacle> obstacles = readers(wanted, true);
			OtherMembers others = otherMembers(obstacles);
			throw new IllegalStateException("Not every listener is ready after " + Durations.text(this.timeout) + wanted
					+ ": " + obstacles.stream().map(Obstacle::toString).collect(Collectors.joining(", "))
					+ this.reasons.toText(obstacles, wanted, others, others.toText(before, this.timeout)));
		}
	}

	private OtherMembers otherMembers(List<Obstacle> obstacles) {
		return this.reasons.otherMembers(obstacles, this.listeners.running());
	}

	private boolean isRead(WantedTopics wanted) {
		return wanted.isEvery() || this.listeners.running().stream().anyMatch(wanted::isReadBy)
				|| this.streams.all().stream().anyMatch(wanted::isReadBy);
	}

	/**
	 * Return what keeps the readers of the topics from being ready.
	 */
	private List<Obstacle> readers(WantedTopics wanted, boolean askGroups) {
		return obstacles(wanted, (obstacle) -> obstacle.isOfReader(wanted), askGroups);
	}

	/**
	 * Return what keeps the readers of the topics, and optional readers, from being
	 * ready.
	 */
	private List<Obstacle> all(WantedTopics wanted, boolean askGroups) {
		return obstacles(wanted,
				(obstacle) -> obstacle.isOfReader(wanted)
						|| !(this.late.contains(obstacle.reader()) || this.reasons.isElsewhere(obstacle.container())),
				askGroups);
	}

	private List<Obstacle> obstacles(WantedTopics wanted, Predicate<Obstacle> counts, boolean askGroups) {
		List<Obstacle> missing = new ArrayList<>(this.streams.missing(askGroups));
		missing.removeIf(counts.negate());
		missing.addAll(this.listeners.missing(wanted, counts, askGroups));
		return missing;
	}

	/**
	 * A reader that is not ready.
	 *
	 * @param reader the name of the reader
	 * @param state its current state
	 * @param container the container, or {@code null} if it is not a container
	 * @param isReader whether it reads some topics
	 */
	record Obstacle(String reader, String state, @Nullable ListenerContainer container,
			Predicate<WantedTopics> isReader) {

		static Obstacle of(ListenerContainer container, String state) {
			return new Obstacle("container <" + container.id() + "> of group <" + container.group() + "> on "
					+ container.subscription(), state, container, (wanted) -> wanted.isReadBy(container));
		}

		boolean isOfReader(WantedTopics wanted) {
			return this.isReader.test(wanted);
		}

		@Override
		public String toString() {
			return this.reader + " " + this.state;
		}

	}

}
