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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.omninode.kafka.test.application.ListenerReadiness.Obstacle;
import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.listener.ListenerContainers;

/**
 * Checks whether listener containers have what they need for the next record.
 *
 * @param containers the containers of the context
 * @param assignments knows which of them have partitions
 * @param positions knows which of them have positions
 */
record ContainerReadiness(ListenerContainers containers, Assignments assignments, Positions positions) {

	List<ListenerContainer> running() {
		return this.containers.all().stream().filter(ListenerContainer::isRunning).toList();
	}

	/**
	 * Return what keeps containers from being ready. Positions are checked only when all
	 * of them have partitions.
	 * @param wanted the topics of the next record
	 * @param counts selects the obstacles that count
	 * @param askGroups whether it is time to ask groups about other members
	 */
	List<Obstacle> missing(WantedTopics wanted, Predicate<Obstacle> counts, boolean askGroups) {
		List<ListenerContainer> running = running();
		List<ListenerContainer> assigned = new ArrayList<>();
		List<Obstacle> missing = new ArrayList<>();
		for (ListenerContainer container : running) {
			String state = this.assignments.missing(container, wanted.of(container), running, askGroups);
			if (state == null) {
				assigned.add(container);
			}
			else {
				missing.add(Obstacle.of(container, state));
			}
		}
		missing.removeIf(counts.negate());
		return missing.isEmpty() ? this.positions.missing(assigned, running).stream().filter(counts).toList() : missing;
	}

}
