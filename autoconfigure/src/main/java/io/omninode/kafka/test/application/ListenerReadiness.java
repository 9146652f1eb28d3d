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
import java.util.List;
import java.util.stream.Collectors;

import io.omninode.kafka.test.waiting.Deadline;

/**
 * {@link ApplicationReadiness} of Spring Kafka's listener containers and of Kafka
 * Streams. Nobody publishes an event when a container has got its partitions, or a
 * position; so it is looked at, which costs nothing while the cluster need not be asked.
 *
 * @param containers the containers of the context
 * @param streams knows which instances of Kafka Streams are not running yet
 * @param assignments knows who has partitions
 * @param positions knows who has positions
 * @param timeout the maximum time to wait
 */
record ListenerReadiness(ListenerContainers containers, StartingStreams streams, Assignments assignments,
		Positions positions, Duration timeout) implements ApplicationReadiness {

	private static final Duration POLL = Duration.ofMillis(5);

	private static final Duration POLL_OF_GROUPS = Duration.ofMillis(50);

	private static final Duration UNTIL_GROUPS_ARE_ASKED = Duration.ofSeconds(1);

	@Override
	public void await() {
		if (Deadline.in(min(UNTIL_GROUPS_ARE_ASKED)).isMet(POLL, () -> isReady(false))) {
			return;
		}
		OtherMembers before = otherMembers();
		if (!Deadline.in(this.timeout).isMet(POLL_OF_GROUPS, () -> isReady(true))) {
			throw new IllegalStateException("Not every listener is ready after " + this.timeout.toSeconds() + "s: "
					+ obstacles(true).stream().map(Obstacle::toString).collect(Collectors.joining(", "))
					+ otherMembers().toText(before, this.timeout));
		}
	}

	private OtherMembers otherMembers() {
		return this.assignments.otherMembers(running());
	}

	private Duration min(Duration other) {
		return (this.timeout.compareTo(other) < 0) ? this.timeout : other;
	}

	private boolean isReady(boolean askGroups) {
		return obstacles(askGroups).isEmpty();
	}

	/**
	 * Return what keeps containers from being ready. Positions are of interest when all
	 * have partitions.
	 */
	private List<Obstacle> obstacles(boolean askGroups) {
		List<ListenerContainer> running = running();
		List<Obstacle> unassigned = new ArrayList<>(this.assignments.missing(running, askGroups));
		unassigned.addAll(this.streams.missing(askGroups));
		return unassigned.isEmpty() ? this.positions.missing(running) : unassigned;
	}

	private List<ListenerContainer> running() {
		return this.containers.all().stream().filter(ListenerContainer::isRunning).toList();
	}

	/**
	 * A reader that is not ready.
	 *
	 * @param reader who it is
	 * @param state what it does instead
	 */
	record Obstacle(String reader, String state) {

		static Obstacle of(ListenerContainer container, String state) {
			return new Obstacle("container <" + container.id() + "> of group <" + container.group() + "> on "
					+ container.subscription(), state);
		}

		@Override
		public String toString() {
			return this.reader + " " + this.state;
		}

	}

}
