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

package io.omninode.kafka.test.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.omninode.kafka.test.application.ListenerReadiness.Obstacle;
import org.apache.kafka.common.TopicPartition;

/**
 * Checks whether the instances of Kafka Streams in a context are running. An instance
 * that has failed or was stopped is not waited for, and neither is one whose source
 * topics are missing, which may be the initial state of a test.
 *
 * @param applications the instances
 * @param groups knows which topics exist
 */
record StartingStreams(StreamsApplications applications, ConsumerGroups groups) {

	List<StreamsApplication> all() {
		return this.applications.all();
	}

	/**
	 * Return the instances that are starting or rebalancing, or would miss a record.
	 * @param askGroups whether it is time to ask the cluster
	 */
	List<Obstacle> missing(boolean askGroups) {
		List<Obstacle> missing = new ArrayList<>();
		for (StreamsApplication application : all()) {
			if (application.isStarting() && !(askGroups && lacksTopics(application))) {
				missing.add(obstacle(application, "is " + application.state()));
			}
			else if (application.isRunning() && !application.isPositioned()) {
				missing.add(obstacle(application, "has no position in every partition"));
			}
		}
		return missing;
	}

	private static Obstacle obstacle(StreamsApplication application, String state) {
		return new Obstacle(application.toString(), state, null, (wanted) -> wanted.isReadBy(application));
	}

	private boolean lacksTopics(StreamsApplication application) {
		Set<String> sources = application.sources();
		return !this.groups.requests()
			.partitions(sources)
			.stream()
			.map(TopicPartition::topic)
			.collect(Collectors.toSet())
			.containsAll(sources);
	}

}
