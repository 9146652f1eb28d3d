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

package io.omninode.kafka.test.flow;

import io.omninode.kafka.test.diagnosis.Diagnosis;

/**
 * Thrown when a flow is not as expected. The message says what was expected, why it is
 * not so as far as that can be told, and shows the records of the flow.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class FlowError extends AssertionError {

	private final transient Diagnosis diagnosis;

	FlowError(String message, Diagnosis diagnosis) {
		super(message);
		this.diagnosis = diagnosis;
	}

	/**
	 * Return why the flow is not as expected.
	 * @return the findings, and what was seen
	 */
	public Diagnosis diagnosis() {
		return this.diagnosis;
	}

}
