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

package io.omninode.kafka.test.json;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Thrown when a key or a value cannot be written.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@SuppressWarnings("serial")
public final class UnwritableValueException extends IllegalArgumentException {

	private final String reason;

	private final String remedy;

	/**
	 * Create an instance.
	 * @param reason what cannot be written, and why
	 * @param remedy what to do
	 * @param cause what the serializer threw, if it did
	 */
	public UnwritableValueException(String reason, String remedy, @Nullable Throwable cause) {
		super(reason + ". " + StringUtils.capitalize(remedy) + ".", cause);
		this.reason = reason;
		this.remedy = remedy;
	}

	/**
	 * Return what cannot be written, and why.
	 * @return the reason
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * Return what to do.
	 * @return the remedy
	 */
	public String remedy() {
		return this.remedy;
	}

}
