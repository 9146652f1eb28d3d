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

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.omninode.kafka.test.application.ConsumerGroups;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which groups have consumed the records of a flow. The cluster is asked once for all of
 * them, when somebody wants to know.
 */
final class CommittedOffsets {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final ConsumerGroups groups;

	private final Set<TopicPartition> partitions;

	private @Nullable Map<String, Map<TopicPartition, Long>> committed;

	CommittedOffsets(ConsumerGroups groups, Set<TopicPartition> partitions) {
		this.groups = groups;
		this.partitions = Set.copyOf(partitions);
	}

	/**
	 * Return the groups that have committed past a record.
	 */
	Set<String> of(TopicPartition partition, long offset) {
		Set<String> past = new TreeSet<>();
		committed().forEach((group, offsets) -> {
			if (offsets.getOrDefault(partition, -1L) > offset) {
				past.add(group);
			}
		});
		return past;
	}

	private synchronized Map<String, Map<TopicPartition, Long>> committed() {
		Map<String, Map<TopicPartition, Long>> known = this.committed;
		if (known == null) {
			known = this.groups.committedByGroup(this.partitions, TIMEOUT);
			this.committed = known;
		}
		return known;
	}

}
