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

import io.omninode.kafka.test.diagnosis.Cause;

/**
 * Ends waits that have nothing to wait for any more.
 */
@SuppressWarnings("serial")
final class EndedWaitException extends IllegalStateException {

	private final Cause reason;

	private EndedWaitException(Cause reason, String message) {
		super(message);
		this.reason = reason;
	}

	static EndedWaitException paused() {
		return new EndedWaitException(Cause.CONTEXT_PAUSED,
				"the application context was paused or closed while it was awaited");
	}

	static EndedWaitException testEnded() {
		return new EndedWaitException(Cause.TEST_ENDED, "the test that waited for it has ended");
	}

	Cause reason() {
		return this.reason;
	}

}
