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
 * A broker of the embedded cluster that a test can stop and start again. Get it from
 * {@link TestBroker#node(int)}.
 * <p>
 * All contexts of the JVM that ask for an equal cluster share it, so tests that run in
 * parallel on it lose the broker, too. A broker that is stopped when a test method ends
 * is started again automatically.
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
	 * Return the number of the broker, which is its id in Kafka.
	 * @return the id, from 1
	 */
	int id();

	/**
	 * Return the address at which clients reach the broker. It is the same after every
	 * start.
	 * @return host and port
	 */
	String address();

	/**
	 * Return whether the broker runs.
	 * @return whether it does
	 */
	boolean isRunning();

	/**
	 * Stop the broker in good order: its leaderships move to another broker first, if
	 * there is one. Return when it refuses connections. A stopped broker stays stopped.
	 */
	void stop();

	/**
	 * Stop the broker as a crash would: its connections break, nothing is handed over,
	 * and its log is not closed cleanly. The controller notices when
	 * {@code broker.session.timeout.ms} has passed. Return when it refuses connections. A
	 * stopped broker stays stopped.
	 */
	void kill();

	/**
	 * Start the broker again, at the same address and with its data, and return when it
	 * accepts requests. A running broker is left alone.
	 * @throws BrokerStartException if it cannot be started
	 */
	void start();

}
