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
 * The broker that the tests of one application context use.
 * <p>
 * A bean of this type is in every context; inject it where a client is built by hand:
 *
 * <pre class="code">
 * &#064;Autowired
 * TestBroker broker;
 *
 * Map&lt;String, Object&gt; properties = Map.of("bootstrap.servers", this.broker.bootstrapServers());
 * </pre>
 * <p>
 * Instances are immutable and safe for use by several threads. The broker behind an
 * instance outlives the context: it is shared by all contexts of the JVM.
 *
 * @since 0.1.0
 */
public interface TestBroker {

	/**
	 * Return the addresses of the broker, as {@code host:port} pairs separated by commas.
	 * @return the addresses, ready for {@code bootstrap.servers}
	 */
	String bootstrapServers();

	/**
	 * Return where the broker comes from.
	 * @return the mode
	 */
	BrokerMode mode();

	/**
	 * Create an instance with the given values.
	 * @param bootstrapServers the addresses
	 * @param mode where the broker comes from
	 * @return the instance
	 */
	static TestBroker of(String bootstrapServers, BrokerMode mode) {
		return new DefaultTestBroker(bootstrapServers, mode);
	}

}
