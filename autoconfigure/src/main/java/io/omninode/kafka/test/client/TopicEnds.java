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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.waiting.Answer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Determines where topics end. When a test begins, the ends of all topics of the cluster
 * are noted. If the cluster has many topics, only those that are declared or were used by
 * the previous test are considered.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class TopicEnds {

	private static final Logger logger = LoggerFactory.getLogger(TopicEnds.class);

	private static final Duration MAX_NOTE = Duration.ofSeconds(15);

	private static final Duration NOTE_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

	private static final int MANY_TOPICS = 200;

	private final Supplier<Admin> admin;

	private final ClusterWatch watch;

	private final Set<String> declared = ConcurrentHashMap.newKeySet();

	private final Set<String> used = ConcurrentHashMap.newKeySet();

	private final Map<String, Uuid> ids = new ConcurrentHashMap<>();

	private final Set<String> replaced = ConcurrentHashMap.newKeySet();

	/**
	 * Create an instance.
	 * @param admin asks the cluster; called when it is needed
	 * @param watch ends waits when the cluster is gone
	 */
	public TopicEnds(Supplier<Admin> admin, ClusterWatch watch) {
		this.admin = admin;
		this.watch = watch;
	}

	/**
	 * Note the ends of some topics from now on.
	 * @param topics the names of the topics; they need not exist
	 */
	public void declare(Collection<String> topics) {
		this.declared.addAll(topics);
	}

	/**
	 * Note the ends of some topics when the next test begins.
	 * @param topics the names of the topics; they need not exist
	 */
	public void use(Collection<String> topics) {
		this.used.addAll(topics);
	}

	/**
	 * Return the topics that are declared, and those that were used since the current
	 * test began.
	 * @return the names of the topics
	 */
	public Set<String> inUse() {
		Set<String> inUse = new HashSet<>(this.used);
		inUse.addAll(this.declared);
		return inUse;
	}

	/**
	 * Return the topics that were deleted and created again, as far as their ends were
	 * asked for both before and afterwards. Each is returned once.
	 * @return the names of the topics
	 */
	public Set<String> takeReplaced() {
		Set<String> taken = Set.copyOf(this.replaced);
		this.replaced.removeAll(taken);
		return taken;
	}

	/**
	 * Note where topics end now.
	 * @return the beginning of a test; only its time is known if no topic is declared or
	 * used, or if the cluster does not answer
	 */
	public TestStart note() {
		Instant now = Instant.now();
		Set<String> inUse = inUse();
		this.used.removeAll(inUse);
		try {
			return inUse.isEmpty() ? TestStart.at(now) : this.watch.call("The ends of " + inUse + " are not known",
					Patience.atTheEnd(MAX_NOTE), () -> Answer.to(() -> note(now, inUse), IllegalStateException::new));
		}
		catch (RuntimeException ex) {
			logger.debug("The ends of {} are not known", inUse, ex);
			return TestStart.at(now);
		}
	}

	private TestStart note(Instant now, Set<String> inUse) throws ExecutionException, InterruptedException {
		ListTopicsOptions options = new ListTopicsOptions().timeoutMs(Math.toIntExact(NOTE_TIMEOUT.toMillis()));
		Set<String> all = this.admin.get().listTopics(options).names().get();
		boolean complete = all.size() <= MANY_TOPICS;
		Set<String> topics = complete ? all : inUse;
		return new TestStart(now, ends(topics, IsolationLevel.READ_UNCOMMITTED, NOTE_TIMEOUT), complete);
	}

	/**
	 * Return the offsets up to which topics can be read now. Records of open transactions
	 * cannot be read.
	 * @param topics the names of the topics; missing ones are ignored
	 * @param timeout the maximum time to wait for the cluster to answer
	 * @return the end of each partition
	 * @throws ExecutionException if the cluster does not answer, or refuses to
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public Map<TopicPartition, Long> readable(Collection<String> topics, Duration timeout)
			throws ExecutionException, InterruptedException {
		return ends(topics, IsolationLevel.READ_COMMITTED, timeout);
	}

	/**
	 * Return the topics to which records may have been published since a test began.
	 * @param topics the names of the topics; missing ones are ignored
	 * @param since where the test began
	 * @param isolation whether records of open transactions count
	 * @param timeout the maximum time to wait for the cluster to answer
	 * @return the names of the topics
	 * @throws ExecutionException if the cluster does not answer, or refuses to
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public Set<String> grown(Collection<String> topics, TestStart since, IsolationLevel isolation, Duration timeout)
			throws ExecutionException, InterruptedException {
		return ends(topics, isolation, timeout).entrySet()
			.stream()
			.filter((end) -> since.isBefore(end.getKey(), end.getValue()))
			.map((end) -> end.getKey().topic())
			.collect(Collectors.toSet());
	}

	/**
	 * Return the partitions of some topics whose last records cannot be read because a
	 * transaction is open.
	 * @param topics the names of the topics; missing ones are ignored
	 * @param timeout the maximum time to wait for the cluster to answer
	 * @return the offset of the first record that cannot be read, by partition
	 * @throws ExecutionException if the cluster does not answer, or refuses to
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public Map<TopicPartition, Long> unreadable(Collection<String> topics, Duration timeout)
			throws ExecutionException, InterruptedException {
		Map<TopicPartition, Long> readable = readable(topics, timeout);
		Map<TopicPartition, Long> unreadable = new HashMap<>();
		ends(topics, IsolationLevel.READ_UNCOMMITTED, timeout).forEach((partition, end) -> {
			Long begin = readable.get(partition);
			if (begin != null && begin < end) {
				unreadable.put(partition, begin);
			}
		});
		return unreadable;
	}

	private Map<TopicPartition, Long> ends(Collection<String> topics, IsolationLevel isolation, Duration timeout)
			throws ExecutionException, InterruptedException {
		if (topics.isEmpty()) {
			return Map.of();
		}
		int millis = Math.toIntExact(timeout.toMillis());
		Map<TopicPartition, OffsetSpec> latest = partitions(topics, millis).stream()
			.collect(Collectors.toMap(Function.identity(), (partition) -> OffsetSpec.latest()));
		Map<TopicPartition, Long> ends = new HashMap<>();
		ListOffsetsResult listed = this.admin.get()
			.listOffsets(latest, new ListOffsetsOptions(isolation).timeoutMs(millis));
		for (TopicPartition partition : latest.keySet()) {
			try {
				if (isAnswered(listed.partitionResult(partition), partition.topic(), millis)) {
					ends.put(partition, listed.partitionResult(partition).get().offset());
				}
			}
			catch (ExecutionException ex) {
				if (isThere(partition.topic(), millis)) {
					throw ex;
				}
			}
		}
		return ends;
	}

	/**
	 * Wait for an answer as long as the topic exists, because the client asks for a
	 * deleted one again and again.
	 */
	private boolean isAnswered(KafkaFuture<?> answer, String topic, int timeoutMillis)
			throws ExecutionException, InterruptedException {
		while (!answer.isDone()) {
			try {
				answer.get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				if (!isThere(topic, timeoutMillis)) {
					return false;
				}
			}
		}
		return true;
	}

	/**
	 * Return whether a topic still exists. One that was deleted in the meantime has no
	 * end.
	 */
	private boolean isThere(String topic, int timeoutMillis) throws ExecutionException, InterruptedException {
		return this.admin.get()
			.listTopics(new ListTopicsOptions().timeoutMs(timeoutMillis))
			.names()
			.get()
			.contains(topic);
	}

	private List<TopicPartition> partitions(Collection<String> topics, int timeoutMillis)
			throws ExecutionException, InterruptedException {
		List<TopicPartition> partitions = new ArrayList<>();
		for (KafkaFuture<TopicDescription> described : this.admin.get()
			.describeTopics(topics, new DescribeTopicsOptions().timeoutMs(timeoutMillis))
			.topicNameValues()
			.values()) {
			addPartitions(partitions, described);
		}
		return partitions;
	}

	private void addPartitions(List<TopicPartition> partitions, KafkaFuture<TopicDescription> described)
			throws ExecutionException, InterruptedException {
		try {
			TopicDescription topic = described.get();
			Uuid earlier = this.ids.put(topic.name(), topic.topicId());
			if (earlier != null && !earlier.equals(topic.topicId())) {
				this.replaced.add(topic.name());
			}
			topic.partitions().forEach((each) -> partitions.add(new TopicPartition(topic.name(), each.partition())));
		}
		catch (ExecutionException ex) {
			boolean missing = ex.getCause() instanceof UnknownTopicOrPartitionException
					|| ex.getCause() instanceof InvalidTopicException;
			if (!missing) {
				throw ex;
			}
		}
	}

}
