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

import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.JsonNode;

/**
 * Consumers for a test to read topics by hand.
 * <p>
 * A consumer is returned when it has its partitions and a position in each. It sees
 * records that are sent afterwards, and those that were sent since the test method began.
 * It does not see records of earlier tests, unless it comes {@link #fromBeginning()}. It
 * is closed after the test method.
 *
 * <pre class="code">
 * &#064;Autowired
 * TestConsumers consumers;
 *
 * Consumer&lt;String, JsonNode&gt; consumer = this.consumers.consumer("audit", "orders");
 * ConsumerRecords&lt;String, JsonNode&gt; records = consumer.poll(Duration.ofSeconds(5));
 * </pre>
 * <p>
 * This type is safe for use by several threads; a consumer is not.
 *
 * @since 0.1.0
 */
public interface TestConsumers {

	/**
	 * Return a consumer that reads values as JSON. A value that is not JSON is read as a
	 * string node, or as a binary node where it is not text.
	 * @param group the name of the group; its id is
	 * {@code <kafka.test.consumer-group-prefix>-<group>}
	 * @param topics the topics to subscribe to, by key or by name; missing ones are
	 * created
	 * @return the consumer, positioned
	 */
	Consumer<String, JsonNode> consumer(String group, String... topics);

	/**
	 * Return a consumer that reads values from JSON into the given type. Type headers are
	 * ignored.
	 * @param group the name of the group; its id is
	 * {@code <kafka.test.consumer-group-prefix>-<group>}
	 * @param type the type of the values
	 * @param topics the topics to subscribe to, by key or by name; missing ones are
	 * created
	 * @param <V> the type of the values
	 * @return the consumer, positioned
	 */
	<V> Consumer<String, V> consumer(String group, Class<V> type, String... topics);

	/**
	 * Return consumers that read their topics from the beginning, including records of
	 * earlier tests, no matter what their group has committed.
	 * @return the consumers
	 */
	TestConsumers fromBeginning();

	/**
	 * Create an instance.
	 * @param clients creates the consumers
	 * @param topics creates missing topics
	 * @param names the logical names of topics
	 * @param scope where consumers begin, and when they are closed
	 * @param ends notes where topics end
	 * @return the consumers
	 */
	@API(status = Status.INTERNAL)
	static TestConsumers of(TestClients clients, TestTopics topics, TopicNames names, TestScope scope, TopicEnds ends) {
		return new DefaultTestConsumers(clients, new ConsumedTopics(topics, names, ends), scope, false);
	}

}
