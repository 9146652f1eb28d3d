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

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Determines whether the Kafka of a test class answers, before its context is loaded.
 * Loaded through {@code META-INF/spring.factories}.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@FunctionalInterface
public interface KafkaAvailability {

	/**
	 * Check the Kafka that a test class will use.
	 * @param testClass the test class
	 * @return the outcome
	 */
	Availability check(Class<?> testClass);

	/**
	 * Whether Kafka is available.
	 *
	 * @param available whether it is available
	 * @param required whether a test has to fail if it is not available
	 * @param reason which Kafka was asked, and how it answered
	 */
	record Availability(boolean available, boolean required, String reason) {

	}

}
