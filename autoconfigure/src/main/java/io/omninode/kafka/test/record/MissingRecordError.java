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

package io.omninode.kafka.test.record;

import io.omninode.kafka.test.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a record did not come, or was not consumed. The message says what was
 * expected, where and for how long, why it did not happen, and what to do.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class MissingRecordError extends AssertionError {

	private final transient Diagnosis diagnosis;

	MissingRecordError(Diagnosis diagnosis, @Nullable Throwable cause) {
		super(diagnosis.toString(), cause);
		this.diagnosis = diagnosis;
	}

	MissingRecordError(Diagnosis diagnosis) {
		this(diagnosis, null);
	}

	/**
	 * Return why the record is missing, or was not consumed.
	 * @return the findings, and what was seen
	 */
	public Diagnosis diagnosis() {
		return this.diagnosis;
	}

}
