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

package io.omninode.kafka.test.diagnosis;

import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.ListenerState.Status;

/**
 * What it means that a listener does not run.
 *
 * @param listener the listener
 */
record ListenerFinding(ListenerState listener) {

	Finding get() {
		return Finding.certain(cause(), this.listener.toString(), remedy());
	}

	private Cause cause() {
		return switch (this.listener.status()) {
			case NOT_STARTED -> Cause.LISTENER_NOT_STARTED;
			case FAILED -> Cause.LISTENER_STOPPED_BY_FAILURE;
			default -> Cause.LISTENER_STOPPED;
		};
	}

	private String remedy() {
		return (this.listener.status() == Status.FAILED)
				? "correct the listener, or the record; or start the container again"
				: "start the listener before the wait";
	}

}
