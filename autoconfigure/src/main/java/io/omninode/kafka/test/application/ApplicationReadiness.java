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

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Whether the listeners and the Kafka Streams of the application under test are ready: a
 * listener that has no partition yet, and begins to read at the end of its topic, would
 * never see a record that is sent now.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ApplicationReadiness {

	/**
	 * Return when every listener container that is running has partitions, and a position
	 * in each where it may begin at the end of a partition, and when every instance of
	 * Kafka Streams that has been started is running.
	 * @throws IllegalStateException if one is not ready in time; the message names it
	 */
	void await();

	/**
	 * Return the readiness of the listener containers of a context.
	 * @param beanFactory the bean factory of the context
	 * @param clients knows containers that are no beans
	 * @param groups knows whether others of its group have the partitions that a
	 * container waits for
	 * @param timeout the maximum time to wait
	 * @return the readiness
	 */
	static ApplicationReadiness of(ListableBeanFactory beanFactory, ApplicationClients clients, ConsumerGroups groups,
			Duration timeout) {
		return new ListenerReadiness(new ListenerContainers(beanFactory, clients),
				new StartingStreams(new StreamsApplications(beanFactory), groups), new Assignments(groups),
				new Positions(groups), timeout);
	}

}
