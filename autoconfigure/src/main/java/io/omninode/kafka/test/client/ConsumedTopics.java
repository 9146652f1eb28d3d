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

/**
 * The topics of consumers, by key or by name.
 *
 * @param topics creates missing topics
 * @param names the logical names of topics
 * @param ends notes where topics end
 */
record ConsumedTopics(TestTopics topics, TopicNames names, TopicEnds ends) {

	/**
	 * Return the names of topics, after creating those that are missing.
	 */
	List<String> resolve(String... topics) {
		if (topics.length == 0) {
			throw new IllegalArgumentException("A consumer needs at least one topic, by key or by name; the keys are "
					+ this.names.asMap().keySet());
		}
		List<String> resolved = Arrays.stream(topics).map(this.names::resolve).distinct().toList();
		this.topics.create(resolved.toArray(String[]::new));
		this.ends.use(resolved);
		return resolved;
	}

}
