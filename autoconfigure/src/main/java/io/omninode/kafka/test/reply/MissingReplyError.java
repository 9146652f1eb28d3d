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

package io.omninode.kafka.test.reply;

import java.util.Optional;

import io.omninode.kafka.test.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a reply did not come. The message says what was expected, where and for how
 * long, what was sent, and what came meanwhile.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class MissingReplyError extends AssertionError {

	private final transient Diagnosis diagnosis;

	private final transient @Nullable Reply errorRecord;

	MissingReplyError(Diagnosis diagnosis, @Nullable Throwable cause, @Nullable Reply errorRecord) {
		super(diagnosis.toString(), cause);
		this.diagnosis = diagnosis;
		this.errorRecord = errorRecord;
	}

	/**
	 * Return why the reply is missing.
	 * @return the findings, and what was seen
	 */
	public Diagnosis diagnosis() {
		return this.diagnosis;
	}

	/**
	 * Return the event on the error topic that came instead of the reply.
	 * @return the event, if that is why the reply is missing
	 */
	public Optional<Reply> errorRecord() {
		return Optional.ofNullable(this.errorRecord);
	}

}
