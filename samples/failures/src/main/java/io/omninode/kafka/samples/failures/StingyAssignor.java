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

package io.omninode.kafka.samples.failures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.common.Cluster;

/**
 * Gives no partition to anyone.
 */
public class StingyAssignor implements ConsumerPartitionAssignor {

	@Override
	public GroupAssignment assign(Cluster metadata, GroupSubscription subscription) {
		Map<String, Assignment> assignments = new HashMap<>();
		subscription.groupSubscription()
			.keySet()
			.forEach((member) -> assignments.put(member, new Assignment(List.of())));
		return new GroupAssignment(assignments);
	}

	@Override
	public String name() {
		return "stingy";
	}

}
