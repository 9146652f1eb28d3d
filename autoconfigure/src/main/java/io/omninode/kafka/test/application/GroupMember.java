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
import java.util.Set;

import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A member of a group as the coordinator of the group describes it.
 *
 * @param clientId the client id of its consumer
 * @param host the host of its consumer
 * @param partitions its partitions
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record GroupMember(String clientId, String host, Set<TopicPartition> partitions) {

	GroupMember limitedTo(Set<TopicPartition> existing) {
		Set<TopicPartition> limited = new HashSet<>(this.partitions);
		limited.retainAll(existing);
		return new GroupMember(this.clientId, this.host, limited);
	}

	@Override
	public String toString() {
		return "client id <" + this.clientId + "> at <" + this.host + ">";
	}

}
