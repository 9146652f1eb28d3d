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

import java.time.Duration;

import org.assertj.core.api.AbstractAssert;

/**
 * Assertions for a {@link Flow}. Failures list the records that were found.
 *
 * @since 0.1.0
 */
public final class FlowAssert extends AbstractAssert<FlowAssert, Flow> {

	FlowAssert(Flow actual) {
		super(actual, FlowAssert.class);
	}

	/**
	 * Verify that a request and its response were found.
	 * @return this
	 */
	public FlowAssert isComplete() {
		if (this.actual.duration().isEmpty()) {
			failWithMessage("Expected a request and its response, but %s: %s", missing(), this.actual);
		}
		return this;
	}

	private String missing() {
		if (!this.actual.requestFound()) {
			return this.actual.responseFound() ? "the request was not found" : "neither was found";
		}
		return "the response was not found";
	}

	/**
	 * Verify that the flow is complete, and that no more than a given time passed from
	 * the request to its response.
	 * @param maximum the maximum time
	 * @return this
	 */
	public FlowAssert completedWithin(Duration maximum) {
		isComplete();
		Duration duration = this.actual.duration().orElseThrow();
		if (duration.compareTo(maximum) > 0) {
			failWithMessage("Expected a response within %sms, but it took %sms: %s", maximum.toMillis(),
					duration.toMillis(), this.actual);
		}
		return this;
	}

}
