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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * What all consumer groups and streams groups have committed, for reports: asked once,
 * with a bound of time.
 *
 * @param admin asks the cluster; called when it is needed
 * @param ownPrefix what the ids of the groups begin with that are not the application's
 */
record GroupOffsets(Supplier<Admin> admin, String ownPrefix) {

	/**
	 * Compared by the client: an older broker does not know how to.
	 */
	private static final Set<String> PROTOCOLS = Set.of("", "consumer", "streams");

	/**
	 * Return what all groups but our own have committed in some partitions, in two
	 * questions however many groups there are.
	 * @param partitions the partitions
	 * @param timeout the maximum time for each answer
	 * @return the next offset of each group in each partition where it has committed one
	 * @throws IllegalStateException if the cluster does not answer in time, or refuses
	 */
	Map<String, Map<TopicPartition, Long>> committed(Collection<TopicPartition> partitions, Duration timeout) {
		try {
			return committed(groups(timeout), new ListConsumerGroupOffsetsSpec().topicPartitions(partitions), timeout);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The consumer groups cannot be asked: " + ex.getCause(), ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException("The consumer groups did not answer within " + timeout.toMillis() + "ms",
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while asking for consumer groups", ex);
		}
	}

	private Map<String, Map<TopicPartition, Long>> committed(List<String> groups, ListConsumerGroupOffsetsSpec spec,
			Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
		Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
		if (!groups.isEmpty()) {
			Map<String, ListConsumerGroupOffsetsSpec> wanted = new TreeMap<>();
			groups.forEach((group) -> wanted.put(group, spec));
			ListConsumerGroupOffsetsResult result = this.admin.get().listConsumerGroupOffsets(wanted);
			for (String group : groups) {
				committed.put(group, offsets(result.partitionsToOffsetAndMetadata(group), timeout));
			}
		}
		return committed;
	}

	private List<String> groups(Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
		return this.admin.get()
			.listGroups(new ListGroupsOptions().withProtocolTypes(PROTOCOLS))
			.all()
			.get(timeout.toMillis(), TimeUnit.MILLISECONDS)
			.stream()
			.map(GroupListing::groupId)
			.filter((group) -> !group.startsWith(this.ownPrefix))
			.toList();
	}

	/**
	 * Return what one group has committed: nothing if the group is gone meanwhile.
	 */
	private static Map<TopicPartition, Long> offsets(KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> answer,
			Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
		Map<TopicPartition, Long> offsets = new HashMap<>();
		try {
			answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).forEach((partition, offset) -> {
				if (offset != null) {
					offsets.put(partition, offset.offset());
				}
			});
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof GroupIdNotFoundException)) {
				throw ex;
			}
		}
		return offsets;
	}

}
