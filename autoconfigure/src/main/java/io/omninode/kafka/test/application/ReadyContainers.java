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

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.omninode.kafka.test.listener.ListenerContainer;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The containers that were seen to be ready, until they get other partitions or are
 * restarted.
 * <p>
 * Safe for use by several threads.
 */
class ReadyContainers {

	private final Map<MessageListenerContainer, Sighting> seen = new ConcurrentHashMap<>();

	boolean isKnown(ListenerContainer container, Set<TopicPartition> assigned) {
		Sighting last = this.seen.get(container.container());
		return last != null && last.equals(Sighting.of(container, assigned));
	}

	boolean add(ListenerContainer container, Set<TopicPartition> assigned) {
		this.seen.put(container.container(), Sighting.of(container, assigned));
		return true;
	}

	/**
	 * The state of a container when it was ready.
	 *
	 * @param consumers the consumers of the container
	 * @param assigned its partitions
	 */
	private record Sighting(Map<String, Object> consumers, Set<TopicPartition> assigned) {

		static Sighting of(ListenerContainer container, Set<TopicPartition> assigned) {
			return new Sighting(container.consumers(), assigned);
		}

	}

}
