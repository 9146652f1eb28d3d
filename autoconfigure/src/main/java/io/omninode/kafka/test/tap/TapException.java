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

package io.omninode.kafka.test.tap;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when topics cannot be read.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@SuppressWarnings("serial")
public class TapException extends RuntimeException {

	/**
	 * Create an exception.
	 * @param message what could not be read, and why
	 * @param cause the cause, if there is one
	 */
	public TapException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Return the text of a failure. The message of an error is often just a name.
	 */
	static @Nullable String text(Throwable failure) {
		return (failure instanceof Error) ? failure.toString() : failure.getMessage();
	}

}
