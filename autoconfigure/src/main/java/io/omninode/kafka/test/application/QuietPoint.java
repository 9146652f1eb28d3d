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

import java.time.Duration;

import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.listener.ListenerContainers;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Waits until the application under test has done all its work: every record on its
 * topics is consumed, and none is on its way.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@FunctionalInterface
public interface QuietPoint {

	/**
	 * Wait until every group that reads a topic of the context or of the test has
	 * committed all of it, every instance of Kafka Streams in the context is running, and
	 * every record passed to a producer of the context is acknowledged.
	 * @param timeout the maximum time to wait
	 * @throws AssertionError if that does not happen in time, or if there is nothing to
	 * wait for; the message names groups, partitions and producers
	 */
	void await(Duration timeout);

	/**
	 * Return the quiet point of a context.
	 * @param beanFactory the bean factory of the context
	 * @param containers knows its listener containers
	 * @param producers knows its producers
	 * @param consumption knows the committed offsets, and which listeners have failed
	 * @param ends knows the topics of the tests
	 * @param clients creates a reader to find out whether there is a record at all
	 * @param obstacles knows what keeps groups from records
	 * @return the quiet point
	 */
	static QuietPoint of(ListableBeanFactory beanFactory, ListenerContainers containers, ApplicationClients producers,
			ApplicationUnderTest consumption, TopicEnds ends, TestClients clients, Obstacles obstacles) {
		return new DefaultQuietPoint(new QuietCheck(containers, new StreamsApplications(beanFactory),
				consumption.groups(), ends::inUse, new UnacknowledgedRecords(producers)), consumption.outcomes(),
				clients, obstacles);
	}

}
