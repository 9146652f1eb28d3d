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

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.OpenTransactions;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How retries and dead letters are linked to a flow, and what may belong to it too.
 *
 * @param doubtful records on retry and dead-letter topics that name neither an id nor
 * their origin, by their places
 * @param unread why topics of the cluster could not be read, if they could not
 * @param hidden partitions of the flow whose last records are behind an open transaction,
 * with the offset of the first of these
 * @param deadLetterTopics dead-letter topics that need not be told by their names
 */
record Links(Map<Origins.Place, Hop.Kind> doubtful, @Nullable String unread, Map<TopicPartition, Long> hidden,
		Set<String> deadLetterTopics) {

	static Links none() {
		return new Links(Map.of(), null, Map.of(), Set.of());
	}

	/**
	 * Return why the flow may have more records of a kind than are known, or {@code null}
	 * if it cannot.
	 */
	@Nullable String doubt(Hop.Kind kind) {
		if (this.unread != null) {
			return "it is not known whether there are some: " + this.unread;
		}
		return this.doubtful.entrySet()
			.stream()
			.filter((record) -> record.getValue() == kind)
			.findFirst()
			.map((record) -> "<" + record.getKey() + "> may belong to it: it has neither a correlation id nor the "
					+ "headers that name its origin")
			.orElse(null);
	}

	/**
	 * Return what is hidden, one line for each partition.
	 */
	List<String> hiddenLines() {
		return new OpenTransactions(this.hidden).lines();
	}

}
