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

package io.omninode.kafka.test.broker;

/**
 * One broker of the embedded cluster, which a test can take away and bring back. Get it
 * from {@link TestBroker#node(int)}.
 * <p>
 * The cluster is one for all contexts of the JVM that ask for an equal one, so tests that
 * run in parallel on it see the broker go, too. What is stopped when a test method ends
 * is started again by itself.
 * <p>
 * Safe for use by several threads.
 *
 * <pre class="code">
 * broker.node(2).kill();
 * // … what the application does without it
 * broker.node(2).start();
 * </pre>
 *
 * @since 0.1.0
 */
public interface BrokerNode {

	/**
	 * Return the number of the broker, by which Kafka knows it.
	 * @return the id, from 1
	 */
	int id();

	/**
	 * Return where clients reach the broker; it is the same after every start.
	 * @return host and port
	 */
	String address();

	/**
	 * Return whether the broker runs.
	 * @return whether it does
	 */
	boolean isRunning();

	/**
	 * Stop the broker in good order: its leaderships move first, where there is another
	 * broker to take them. Return when it refuses connections. A stopped broker stays
	 * stopped.
	 */
	void stop();

	/**
	 * Stop the broker as a crash does: its connections break, nothing is handed over, its
	 * log is not closed cleanly. The controller notices when
	 * {@code broker.session.timeout.ms} has passed. Return when it refuses connections. A
	 * stopped broker stays stopped.
	 */
	void kill();

	/**
	 * Start the broker again, on its address and with its data, and return when it
	 * serves. A running broker stays as it is.
	 * @throws BrokerStartException if it cannot be started
	 */
	void start();

}
