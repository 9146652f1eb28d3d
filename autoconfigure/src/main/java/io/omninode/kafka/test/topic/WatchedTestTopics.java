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
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.Excerpt;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * {@link TestTopics} of a cluster that may be gone.
 *
 * @param topics the topics
 * @param watch ends waits for the cluster
 */
record WatchedTestTopics(TestTopics topics, ClusterWatch watch) implements TestTopics {

	private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(10));

	@Override
	public String name(String key) {
		return this.topics.name(key);
	}

	@Override
	public Map<String, String> asMap() {
		return this.topics.asMap();
	}

	@Override
	public void create(String... names) {
		watched("Topics " + Excerpt.of(Arrays.asList(names)) + " cannot be created", () -> {
			this.topics.create(names);
			return true;
		});
	}

	@Override
	public void create(NewTopic... topics) {
		String names = Excerpt.of(Arrays.stream(topics).map(NewTopic::name).toList());
		watched("Topics " + names + " cannot be created", () -> {
			this.topics.create(topics);
			return true;
		});
	}

	@Override
	public Set<String> createMissing(Collection<String> names) {
		return watched("Topics " + Excerpt.of(names) + " cannot be created", () -> this.topics.createMissing(names));
	}

	@Override
	public Set<String> list() {
		return watched("Topics cannot be listed", this.topics::list);
	}

	private <T> T watched(String failure, Supplier<T> action) {
		try {
			return this.watch.call(failure, PATIENCE, action);
		}
		catch (NoAnswerException ex) {
			throw new TopicCreationException(String.valueOf(ex.getMessage()), ex);
		}
	}

}
