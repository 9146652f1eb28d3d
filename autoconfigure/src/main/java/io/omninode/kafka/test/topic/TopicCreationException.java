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

package io.omninode.kafka.test.topic;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a topic cannot be created as asked.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class TopicCreationException extends RuntimeException {

	/**
	 * Create an exception.
	 * @param message what was requested, and why it is not possible
	 * @param cause the cause, if there is one
	 */
	public TopicCreationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
