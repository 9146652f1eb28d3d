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

package io.omninode.kafka.test.tap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.topic.EditDistance;
import io.omninode.kafka.test.topic.TestTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics that a test has asked for and that did not exist. Their names may be
 * misspelled, in which case the absence of records means nothing.
 * <p>
 * Safe for use by several threads.
 */
final class StrangeTopics {

	private static final Logger logger = LoggerFactory.getLogger(StrangeTopics.class);

	private final Map<String, String> lines = new ConcurrentHashMap<>();

	private final Set<String> near = ConcurrentHashMap.newKeySet();

	/**
	 * Create missing topics, and remember them.
	 */
	void create(TestTopics topics, Collection<String> names) {
		Set<String> created = topics.createMissing(names);
		if (!created.isEmpty()) {
			Set<String> others = topics.list();
			others.removeAll(created);
			tell(created, others);
		}
	}

	/**
	 * What was asked for at once is told at once.
	 */
	private void tell(Set<String> created, Set<String> others) {
		List<String> told = new ArrayList<>();
		for (String name : created) {
			String line = "no one but this test knows topic <" + Excerpt.of(name) + "> yet: it was not there; "
					+ EditDistance.list(name, others, "topics");
			this.lines.put(name, line);
			told.add(line);
		}
		String lines = String.join("; ", told);
		if (created.stream().anyMatch((name) -> EditDistance.isNear(name, others))) {
			this.near.addAll(created.stream().filter((name) -> EditDistance.isNear(name, others)).toList());
			logger.warn("Is the name mistaken? {}", lines);
		}
		else {
			logger.info("{}", lines);
		}
	}

	/**
	 * Return what is told of those topics whose names are near those of others.
	 */
	List<String> mistaken(Collection<String> topics) {
		return lines(topics.stream().filter(this.near::contains).toList());
	}

	List<String> lines(Collection<String> topics) {
		return this.lines.entrySet()
			.stream()
			.filter((entry) -> topics.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.sorted()
			.toList();
	}

}
