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
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import io.omninode.kafka.test.listener.ListenerContainers;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Waits until the listeners and the Kafka Streams of the application under test are
 * ready. A listener that has no partition yet, and begins to read at the end of its
 * topic, would never see a record that is sent now.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ApplicationReadiness {

	/**
	 * Wait until every running listener container has partitions, and a position in each
	 * if it may begin at the end of a partition, and until every started instance of
	 * Kafka Streams is running.
	 * @throws IllegalStateException if one of them is not ready in time; the message
	 * names it
	 */
	void await();

	/**
	 * Wait until all readers of some topics are ready for a record on each of them:
	 * listener containers, including those with a pattern that matches one of the topics,
	 * and instances of Kafka Streams. If nothing in the context reads the topics, return
	 * at once.
	 * <p>
	 * Readers of other topics may be next in line, because a listener may publish records
	 * for them. They are given a few seconds, once. It is not a failure if they are not
	 * ready.
	 * @param topics the names of the topics
	 * @throws IllegalStateException if a reader is not ready in time; the message names
	 * it
	 */
	default void await(Collection<String> topics) {
		await();
	}

	/**
	 * Wait until all readers of a topic are ready for a record on it.
	 * @param topic the name of the topic
	 * @throws IllegalStateException if a reader is not ready in time; the message names
	 * it
	 * @see #await(Collection)
	 */
	default void await(String topic) {
		await(List.of(topic));
	}

	/**
	 * Return the readiness of the listener containers of a context.
	 * @param beanFactory the bean factory of the context
	 * @param containers knows its listener containers
	 * @param groups knows whether others of its group have the partitions that a
	 * container waits for
	 * @param timeout the maximum time to wait
	 * @return the readiness
	 */
	@API(status = Status.INTERNAL)
	static ApplicationReadiness of(ListableBeanFactory beanFactory, ListenerContainers containers,
			ConsumerGroups groups, Duration timeout) {
		return of(beanFactory, containers, groups, timeout, (servers) -> true);
	}

	/**
	 * Return the readiness of the listener containers of a context.
	 * @param beanFactory the bean factory of the context
	 * @param containers knows its listener containers
	 * @param groups knows whether others of its group have the partitions that a
	 * container waits for
	 * @param timeout the maximum time to wait
	 * @param isOfTests whether {@code bootstrap.servers} of a consumer lead to the
	 * cluster of the tests
	 * @return the readiness
	 */
	@API(status = Status.INTERNAL)
	static ApplicationReadiness of(ListableBeanFactory beanFactory, ListenerContainers containers,
			ConsumerGroups groups, Duration timeout, Predicate<Object> isOfTests) {
		return new ListenerReadiness(new ContainerReadiness(containers, new Assignments(groups), new Positions(groups)),
				new StartingStreams(new StreamsApplications(beanFactory), groups),
				new UnreadyReasons(groups, isOfTests), timeout);
	}

}
