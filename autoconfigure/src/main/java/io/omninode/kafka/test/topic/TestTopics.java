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

package io.omninode.kafka.test.topic;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The topics of the tests: their logical names, and the topics in the cluster.
 * <p>
 * Topics named by {@code kafka.test.topics.*} are created with the context. Create
 * further topics for a single test like this:
 *
 * <pre class="code">
 * &#064;Autowired
 * TestTopics topics;
 *
 * this.topics.create("orders", "orders.replies");
 * String requests = this.topics.name("validation-request");
 * </pre>
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface TestTopics {

	/**
	 * Return the topic that a key stands for.
	 * @param key a key of {@code kafka.test.topics.*}, in any spelling
	 * @return the name of the topic
	 * @throws UnknownNameException if there is no such key
	 */
	String name(String key);

	/**
	 * Return the name of the topic for each key.
	 * @return an unmodifiable map of names by canonical key, such as
	 * {@code validation-request}
	 */
	Map<String, String> asMap();

	/**
	 * Create topics with {@code kafka.test.topic.partitions} and
	 * {@code kafka.test.topic.replication-factor}, in one call, and return when every
	 * partition has a leader. An existing topic is left as it is.
	 * @param names the names of the topics
	 * @throws TopicCreationException if a topic cannot be created; the others have been
	 * created, and further failures are suppressed exceptions
	 */
	void create(String... names);

	/**
	 * Create topics, in one call, and return when every partition has a leader. An
	 * existing topic is left as it is. On an embedded cluster a topic gets no more
	 * replicas than there are brokers.
	 * @param topics the topics
	 * @throws TopicCreationException if a topic cannot be created, or exists with fewer
	 * partitions; the others have been created, and further failures are suppressed
	 * exceptions
	 */
	void create(NewTopic... topics);

	/**
	 * Create those of the given topics that are missing, as {@link #create(String...)}
	 * does.
	 * @param names the names of the topics
	 * @return the names of the topics that were missing; empty if that is not known
	 */
	default Set<String> createMissing(Collection<String> names) {
		create(names.toArray(String[]::new));
		return Set.of();
	}

	/**
	 * Return the names of all topics in the cluster except for Kafka's internal ones.
	 * @return the names, sorted
	 */
	Set<String> list();

	/**
	 * Create an instance.
	 * @param names the logical names
	 * @param admin returns the admin client, which the caller closes; called at the first
	 * use
	 * @param partitions the number of partitions of a topic that is created by its name
	 * @param replicationFactor its replication factor
	 * @return the topics
	 */
	@API(status = Status.INTERNAL)
	static TestTopics of(TopicNames names, Supplier<Admin> admin, int partitions, short replicationFactor) {
		return of(names, admin, partitions, replicationFactor, ReplicaLimit.NONE);
	}

	/**
	 * Create an instance for a cluster with a limited number of brokers.
	 * @param names the logical names
	 * @param admin returns the admin client, which the caller closes; called at the first
	 * use
	 * @param partitions the number of partitions of a topic that is created by its name
	 * @param replicationFactor its replication factor
	 * @param limit the maximum number of replicas
	 * @return the topics
	 */
	@API(status = Status.INTERNAL)
	static TestTopics of(TopicNames names, Supplier<Admin> admin, int partitions, short replicationFactor,
			ReplicaLimit limit) {
		return new DefaultTestTopics(names, admin, partitions, replicationFactor, limit);
	}

	/**
	 * Return topics that fail quickly if the cluster is gone.
	 * @param topics the topics
	 * @param watch watches the cluster
	 * @return the watched topics
	 */
	@API(status = Status.INTERNAL)
	static TestTopics watched(TestTopics topics, ClusterWatch watch) {
		return new WatchedTestTopics(topics, watch);
	}

}
