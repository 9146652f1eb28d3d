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

import java.util.Optional;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the cluster does not answer a request. The message says what was requested
 * and, if known, why there is no answer.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@SuppressWarnings("serial")
public final class NoAnswerException extends IllegalStateException {

	private final transient @Nullable Reachability reachability;

	NoAnswerException(String message, @Nullable Reachability reachability, Throwable cause) {
		super(message, cause);
		this.reachability = reachability;
	}

	/**
	 * Return why no broker could be reached.
	 * @return why no broker answered; empty if one does answer
	 */
	public Optional<Reachability> reachability() {
		return Optional.ofNullable(this.reachability);
	}

}
