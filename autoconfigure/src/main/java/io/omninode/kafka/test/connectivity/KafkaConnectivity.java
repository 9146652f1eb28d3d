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

package io.omninode.kafka.test.connectivity;

import java.time.Duration;
import java.util.List;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Checks whether the broker of the tests answers.
 *
 * <pre class="code">
 * &#064;Autowired
 * KafkaConnectivity connectivity;
 *
 * assertThat(this.connectivity.verify()).isTrue();
 * </pre>
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface KafkaConnectivity {

	/**
	 * Ask each bootstrap server once, until one answers. An attempt takes
	 * {@code kafka.test.connectivity.timeout} at most.
	 * @return whether one answered
	 */
	boolean verify();

	/**
	 * Ask until one answers, with {@code kafka.test.connectivity.max-retries} retries and
	 * exponential backoff. Each attempt that fails is logged once.
	 * @return whether one answered
	 */
	boolean await();

	/**
	 * Ask until one answers, with exponential backoff. Each attempt that fails is logged
	 * once.
	 * @param maxRetries the number of further attempts after the first
	 * @param initialDelay the time before the first of them; each later one waits
	 * {@code kafka.test.connectivity.multiplier} times as long
	 * @return whether one answered
	 */
	boolean await(int maxRetries, Duration initialDelay);

	/**
	 * Ask each bootstrap server once, and return the outcome.
	 * @return the outcome for the first that answered, otherwise for the last
	 */
	Reachability probe();

	/**
	 * Create an instance.
	 * @param servers the bootstrap servers, each {@code host:port}
	 * @param tls whether they speak TLS
	 * @param settings how they are asked
	 * @return the connectivity
	 */
	@API(status = Status.INTERNAL)
	static KafkaConnectivity of(List<String> servers, boolean tls, Settings settings) {
		return new DefaultKafkaConnectivity(servers, tls, settings);
	}

	/**
	 * How a broker is asked whether it answers.
	 *
	 * @param maxRetries the number of further attempts after the first
	 * @param initialDelay the time before the first of them
	 * @param multiplier how many times as long each later one waits
	 * @param timeout the maximum time for one attempt
	 */
	record Settings(int maxRetries, Duration initialDelay, double multiplier, Duration timeout) {

	}

}
