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

import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.List;

import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.Excerpt;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * {@link TestConsumers} that subscribe and wait for their partitions.
 */
class DefaultTestConsumers implements TestConsumers {

	private static final Logger logger = LoggerFactory.getLogger(DefaultTestConsumers.class);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration MAX_WAIT = Duration.ofSeconds(10);

	private final TestClients clients;

	private final ConsumedTopics topics;

	private final TestScope scope;

	private final boolean fromBeginning;

	DefaultTestConsumers(TestClients clients, ConsumedTopics topics, TestScope scope, boolean fromBeginning) {
		this.clients = clients;
		this.topics = topics;
		this.scope = scope;
		this.fromBeginning = fromBeginning;
	}

	@Override
	public Consumer<String, JsonNode> consumer(String group, String... topics) {
		List<String> resolved = this.topics.resolve(topics);
		return positioned(this.clients.consumer(group), resolved);
	}

	@Override
	public <V> Consumer<String, V> consumer(String group, Class<V> type, String... topics) {
		List<String> resolved = this.topics.resolve(topics);
		return positioned(this.clients.consumer(group, type), resolved);
	}

	@Override
	public TestConsumers fromBeginning() {
		return new DefaultTestConsumers(this.clients, this.topics, this.scope, true);
	}

	private <V> Consumer<String, V> positioned(Consumer<String, V> consumer, List<String> topics) {
		this.scope.add(() -> close(consumer));
		StartingPoint start = this.fromBeginning ? StartingPoint.first() : StartingPoint.of(this.scope.beginning());
		this.clients.watch()
			.run("A consumer cannot read " + Excerpt.of(topics), Patience.of(MAX_WAIT),
					() -> new Positioning(consumer, topics, start).await());
		return consumer;
	}

	/**
	 * Close a consumer after its test.
	 */
	static void close(Consumer<?, ?> consumer) {
		try {
			consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
		}
		catch (ConcurrentModificationException ex) {
			consumer.wakeup();
			logger.warn("A consumer is still in use by another thread after its test; it was woken up, not closed");
		}
	}

}
