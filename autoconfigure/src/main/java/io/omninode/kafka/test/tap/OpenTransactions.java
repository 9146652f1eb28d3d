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

package io.omninode.kafka.test.tap;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Records that cannot be read yet because a transaction is open.
 *
 * @param hidden the offset of the first record that cannot be read, by partition
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record OpenTransactions(Map<TopicPartition, Long> hidden) {

	private static final Duration LAST_LOOK = Duration.ofSeconds(30);

	/**
	 * Look for open transactions.
	 * @param topics the names of the topics
	 * @param tap asks the cluster
	 * @param watch ends the request when the cluster is gone
	 * @return the open transactions; none if the cluster cannot be asked
	 */
	public static OpenTransactions on(Collection<String> topics, Tap tap, ClusterWatch watch) {
		try {
			return new OpenTransactions(watch.call("Topics cannot be read", Patience.atTheEnd(LAST_LOOK),
					() -> tap.unreadable(topics, CatchUp.TIMEOUT)));
		}
		catch (TapException | NoAnswerException ex) {
			return new OpenTransactions(Map.of());
		}
	}

	/**
	 * Return a line for each partition with hidden records.
	 * @return the lines
	 */
	public List<String> lines() {
		return this.hidden.entrySet()
			.stream()
			.map((partition) -> partition.getKey() + " can be read up to offset " + partition.getValue()
					+ ": a transaction is open there, which hides what comes after it")
			.sorted()
			.toList();
	}

}
