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

package io.omninode.kafka.test.client;

import java.util.Arrays;
import java.util.List;

import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * {@link TestConsumers} that subscribe, and wait for their partitions.
 */
class DefaultTestConsumers implements TestConsumers {

	private final TestClients clients;

	private final TestTopics topics;

	private final TopicNames names;

	private final TestScope scope;

	DefaultTestConsumers(TestClients clients, TestTopics topics, TopicNames names, TestScope scope) {
		this.clients = clients;
		this.topics = topics;
		this.names = names;
		this.scope = scope;
	}

	@Override
	public Consumer<String, JsonNode> consumer(String group, String... topics) {
		List<String> resolved = resolve(topics);
		return positioned(this.clients.consumer(group), resolved);
	}

	@Override
	public <V> Consumer<String, V> consumer(String group, Class<V> type, String... topics) {
		List<String> resolved = resolve(topics);
		return positioned(this.clients.consumer(group, type), resolved);
	}

	private List<String> resolve(String... topics) {
		if (topics.length == 0) {
			throw new IllegalArgumentException("A consumer needs at least one topic, by key or by name; the keys are "
					+ this.names.asMap().keySet());
		}
		List<String> resolved = Arrays.stream(topics).map(this.names::resolve).distinct().toList();
		this.topics.create(resolved.toArray(String[]::new));
		return resolved;
	}

	private <V> Consumer<String, V> positioned(Consumer<String, V> consumer, List<String> topics) {
		this.scope.add(new ConsumerClosing(consumer));
		new Positioning(consumer, topics).await();
		return consumer;
	}

}
