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

package io.omninode.kafka.test.autoconfigure;

import io.omninode.kafka.test.connectivity.Reachability;

/**
 * Thrown when a context that uses Kafka starts and the external cluster that is
 * configured for its tests does not answer.
 */
@SuppressWarnings("serial")
class ClusterUnavailableException extends RuntimeException {

	private final String remedy;

	ClusterUnavailableException(Reachability reachability, String source) {
		super(text(reachability, source));
		this.remedy = "See to the cluster: " + reachability.remedy()
				+ ". Or remove the property to use the embedded broker, or set kafka.test.broker=embedded. "
				+ "@KafkaTest on a test class skips it where the cluster does not answer.";
	}

	/**
	 * Return a text that says that a cluster does not answer, and where its address comes
	 * from.
	 */
	static String text(Reachability reachability, String source) {
		return reachability + ". It is the cluster of the tests because of " + source + ".";
	}

	String remedy() {
		return this.remedy;
	}

}
