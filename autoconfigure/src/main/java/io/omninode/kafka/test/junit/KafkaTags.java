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

package io.omninode.kafka.test.junit;

/**
 * The JUnit tags of tests that use Kafka, for {@code -Dgroups} and
 * {@code -DexcludedGroups}.
 *
 * @since 0.1.0
 */
public final class KafkaTags {

	/**
	 * A test that needs a Kafka broker.
	 */
	public static final String KAFKA = "kafka";

	/**
	 * A test of several parts together.
	 */
	public static final String INTEGRATION = "integration";

	/**
	 * A test that takes long.
	 */
	public static final String SLOW = "slow";

	/**
	 * A test that puts a service under load.
	 */
	public static final String LOAD = "load";

	private KafkaTags() {
	}

}
