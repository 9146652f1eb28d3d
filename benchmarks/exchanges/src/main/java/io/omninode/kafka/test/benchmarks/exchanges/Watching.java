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

package io.omninode.kafka.test.benchmarks.exchanges;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TestTopics;

import org.springframework.context.SmartLifecycle;

/**
 * How long it takes the tap to be ready to read a topic, and to let go of all.
 *
 * @param tap the tap
 * @param topics creates the topics
 * @param scope where the tests begin
 */
record Watching(Tap tap, TestTopics topics, TestScope scope) {

	/**
	 * Return the time for each of some new topics, in milliseconds.
	 */
	List<Double> watch(int count) {
		List<Double> times = new ArrayList<>();
		for (int index = 0; index < count; index++) {
			String topic = "watched." + UUID.randomUUID();
			this.topics.create(topic);
			times.add(millis(() -> this.tap.watch(Set.of(topic), this.scope.beginning())));
		}
		return times;
	}

	/**
	 * Return the time of each release, in milliseconds.
	 */
	List<Double> release(int count) {
		List<Double> times = new ArrayList<>();
		for (int index = 0; index < count; index++) {
			times.add(millis(((SmartLifecycle) this.tap)::stop));
			((SmartLifecycle) this.tap).start();
			watch(1);
		}
		return times;
	}

	private static double millis(Runnable action) {
		long begin = System.nanoTime();
		action.run();
		return (System.nanoTime() - begin) / 1e6;
	}

}
