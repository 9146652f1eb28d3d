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

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import io.omninode.kafka.test.waiting.Deadline;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link TopicIntroduction} that creates topics with the defaults of the cluster, as the
 * cluster itself would. Asking for the metadata of a missing topic would also create it,
 * but with a warning in the log.
 */
class DefaultTopicIntroduction implements TopicIntroduction {

	private static final Logger logger = LoggerFactory.getLogger(TopicIntroduction.class);

	private static final String CREATES_TOPICS = "auto.create.topics.enable";

	/**
	 * How long to wait for a topic that another client is creating.
	 */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private static final Duration POLL = Duration.ofMillis(50);

	private final TestTopics topics;

	private final Supplier<Admin> admin;

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Boolean createsTopics;

	DefaultTopicIntroduction(TestTopics topics, Supplier<Admin> admin) {
		this.topics = topics;
		this.admin = admin;
	}

	@Override
	public boolean introduce(String topic) {
		try {
			return this.known.contains(topic) || isThere(topic) || isCreated(topic);
		}
		catch (TopicCreationException ex) {
			if (Thread.currentThread().isInterrupted()) {
				throw ex;
			}
			logger.debug("Whether topic <{}> is there is not known", topic, ex);
			return false;
		}
	}

	private boolean isThere(String topic) {
		return this.topics.list().contains(topic) && this.known.add(topic);
	}

	private boolean isCreated(String topic) {
		Boolean creates = createsTopics();
		if (creates == null) {
			return false;
		}
		if (creates) {
			this.topics.create(new NewTopic(topic, Optional.empty(), Optional.empty()));
			this.known.add(topic);
		}
		else if (!Deadline.in(GRACE).isMet(POLL, () -> isThere(topic))) {
			throw new MissingTopicException(topic, this.topics.list());
		}
		return true;
	}

	/**
	 * Return whether the cluster creates topics, or {@code null} if it does not say.
	 */
	private @Nullable Boolean createsTopics() {
		Boolean creates = this.createsTopics;
		if (creates == null) {
			creates = askBroker();
			this.createsTopics = creates;
		}
		return creates;
	}

	private @Nullable Boolean askBroker() {
		try {
			Collection<Node> nodes = this.admin.get().describeCluster().nodes().get();
			ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, nodes.iterator().next().idString());
			Config config = this.admin.get().describeConfigs(List.of(broker)).all().get().get(broker);
			ConfigEntry entry = (config != null) ? config.get(CREATES_TOPICS) : null;
			return (entry != null) ? Boolean.valueOf(entry.value()) : null;
		}
		catch (ExecutionException ex) {
			logger.debug("Whether the cluster creates topics is not known", ex);
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TopicCreationException("Interrupted while asking whether the cluster creates topics", ex);
		}
	}

}
