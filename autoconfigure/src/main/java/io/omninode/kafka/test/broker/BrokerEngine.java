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
 * Starts embedded brokers. The default starts a KRaft broker inside the JVM; a bean of
 * this type replaces it.
 * <p>
 * An engine, or any engine equal to it, is asked once for each specification in a JVM.
 * Implementations must be safe for use by several threads.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BrokerEngine {

	/**
	 * Start a broker and return as soon as its address is known. An engine that fails
	 * leaves nothing behind.
	 * @param specification what to start
	 * @return the broker, which may still be starting
	 * @throws BrokerStartException if the broker cannot be started
	 * @see RunningBroker#awaitStarted()
	 */
	RunningBroker start(BrokerSpecification specification);

	/**
	 * Return the engine that runs a KRaft broker inside this JVM, on the loopback
	 * interface only. It needs {@code org.apache.kafka:kafka_2.13} on the class path.
	 * @return the engine
	 */
	static BrokerEngine kraft() {
		return new KRaftBrokerEngine();
	}

}
