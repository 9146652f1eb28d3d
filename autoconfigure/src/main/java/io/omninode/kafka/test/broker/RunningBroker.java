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

import java.util.List;
import java.util.Map;

/**
 * A broker that a {@link BrokerEngine} has started.
 *
 * @since 0.1.0
 */
public interface RunningBroker extends AutoCloseable {

	/**
	 * Return the addresses of the broker, as {@code host:port} pairs separated by commas.
	 * @return the addresses
	 */
	String bootstrapServers();

	/**
	 * Return the configuration that a client needs besides the address, by Kafka's own
	 * names. Files that it refers to exist for as long as the broker runs.
	 * @return the configuration; it may hold passwords
	 */
	default Map<String, String> clientProperties() {
		return Map.of();
	}

	/**
	 * Return the brokers that can be stopped and started one by one.
	 * @return the brokers; empty if they cannot be stopped one by one
	 */
	default List<BrokerNode> nodes() {
		return List.of();
	}

	/**
	 * Return whether the start has ended, with success or failure.
	 * @return {@code false} while it goes on
	 */
	default boolean isStarted() {
		return true;
	}

	/**
	 * Wait until the broker accepts requests. Before that, its address is already known,
	 * and connections wait.
	 * @throws BrokerStartException if the broker cannot be started
	 */
	default void awaitStarted() {
	}

	/**
	 * Return whether the broker failed to start, and so cannot be used.
	 * @return whether it failed
	 */
	default boolean hasFailed() {
		return false;
	}

	/**
	 * Stop the broker and remove its data. Closing twice has no effect.
	 */
	@Override
	void close();

}
