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

package io.omninode.kafka.test.autoconfigure.cluster;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Thrown when the test itself sets an invalid address of a cluster.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@SuppressWarnings("serial")
public class InvalidAddressException extends IllegalStateException {

	private final String description;

	private final String remedy;

	/**
	 * Create an exception.
	 * @param description the value, where it is set, and what is wrong with it, as a
	 * sentence
	 * @param remedy what to do about it, a sentence
	 */
	InvalidAddressException(String description, String remedy) {
		super(description + " " + remedy);
		this.description = description;
		this.remedy = remedy;
	}

	String description() {
		return this.description;
	}

	String remedy() {
		return this.remedy;
	}

}
