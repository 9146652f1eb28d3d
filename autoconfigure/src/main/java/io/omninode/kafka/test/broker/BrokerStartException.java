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
 * Thrown when an embedded broker cannot be started.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class BrokerStartException extends RuntimeException {

	private final String remedy;

	/**
	 * Create an exception.
	 * @param reason why the broker did not start, a sentence
	 * @param remedy what to do about it, a sentence
	 * @param cause the cause
	 */
	public BrokerStartException(String reason, String remedy, Throwable cause) {
		super(reason, cause);
		this.remedy = remedy;
	}

	/**
	 * Return what to do about it.
	 * @return the remedy, a sentence
	 */
	public String remedy() {
		return this.remedy;
	}

}
