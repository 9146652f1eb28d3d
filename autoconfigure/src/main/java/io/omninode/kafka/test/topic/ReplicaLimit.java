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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.kafka.support.TopicForRetryable;

/**
 * The maximum number of replicas of a topic, which is the number of brokers of its
 * cluster. A topic that is declared for three brokers in production is created with one
 * replica if the tests have one broker; everything else stays as declared.
 *
 * @param brokers the number of brokers of the cluster, which are numbered from 1
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ReplicaLimit(int brokers) {

	/**
	 * No limit: topics are created as they are declared.
	 */
	public static final ReplicaLimit NONE = new ReplicaLimit(Integer.MAX_VALUE);

	private static final String IN_SYNC = TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;

	private static final int MAX_TOPICS = 10;

	/**
	 * Return whether the cluster can hold a topic as it is declared.
	 * @param topic the topic
	 * @return whether it asks for no more brokers than there are
	 */
	public boolean allows(NewTopic topic) {
		return Math.max(brokers(topic), inSync(topic)) <= this.brokers;
	}

	/**
	 * Return a topic that the cluster can hold.
	 * @param topic the topic as it is declared
	 * @return the same topic, or a copy with fewer replicas; if the topic assigns
	 * replicas to brokers that do not exist, the cluster assigns them instead
	 */
	public NewTopic apply(NewTopic topic) {
		if (allows(topic)) {
			return topic;
		}
		NewTopic limited = copy(topic);
		Map<String, String> configs = topic.configs();
		return (configs != null) ? limited.configs(limited(configs, inSync(topic))) : limited;
	}

	private NewTopic copy(NewTopic topic) {
		Map<Integer, List<Integer>> assigned = topic.replicasAssignments();
		if (assigned != null && brokers(topic) <= this.brokers) {
			return new NewTopic(topic.name(), assigned);
		}
		int partitions = (assigned != null) ? assigned.size() : topic.numPartitions();
		short replicas = (short) Math.min(replicas(topic), this.brokers);
		return (topic instanceof TopicForRetryable) ? new TopicForRetryable(topic.name(), partitions, replicas)
				: new NewTopic(topic.name(), partitions, replicas);
	}

	private Map<String, String> limited(Map<String, String> configs, int inSync) {
		Map<String, String> limited = new HashMap<>(configs);
		if (inSync > this.brokers) {
			limited.put(IN_SYNC, String.valueOf(this.brokers));
		}
		return limited;
	}

	/**
	 * Describe how topics are created that the cluster cannot hold as declared.
	 * @param topics the topics as they are declared
	 * @return a sentence without a full stop
	 */
	public String describe(Collection<NewTopic> topics) {
		String names = topics.stream().limit(MAX_TOPICS).map(ReplicaLimit::describe).collect(Collectors.joining(", "));
		String rest = (topics.size() > MAX_TOPICS) ? " … and " + (topics.size() - MAX_TOPICS) + " more" : "";
		int wanted = topics.stream().mapToInt(ReplicaLimit::brokers).max().orElse(this.brokers);
		return "The embedded cluster has " + ((this.brokers == 1) ? "1 broker" : this.brokers + " brokers")
				+ ", which is as many replicas as these topics get: " + names + rest + ". kafka.test.embedded.brokers="
				+ wanted + " starts as many brokers as they ask for";
	}

	private static String describe(NewTopic topic) {
		String inSync = (inSync(topic) > 1) ? ", " + IN_SYNC + " " + inSync(topic) : "";
		return "<" + Excerpt.of(topic.name()) + "> (declared with " + replicas(topic) + inSync + ")";
	}

	/**
	 * Return the number of brokers that a topic asks for.
	 */
	private static int brokers(NewTopic topic) {
		IntStream assigned = lists(topic).stream().flatMap(List::stream).mapToInt(Integer::intValue);
		return Math.max(replicas(topic), assigned.max().orElse(0));
	}

	private static int replicas(NewTopic topic) {
		return lists(topic).stream().mapToInt(List::size).max().orElse(topic.replicationFactor());
	}

	private static Collection<List<Integer>> lists(NewTopic topic) {
		Map<Integer, List<Integer>> assigned = topic.replicasAssignments();
		return (assigned != null) ? assigned.values() : List.of();
	}

	/**
	 * Return the number of replicas that must be in sync. The cluster refuses a value
	 * that is not a number.
	 */
	private static int inSync(NewTopic topic) {
		String value = (topic.configs() != null) ? topic.configs().get(IN_SYNC) : null;
		try {
			return (value != null) ? Integer.parseInt(value.trim()) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
