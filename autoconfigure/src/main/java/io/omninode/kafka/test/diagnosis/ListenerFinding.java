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

import java.util.Arrays;
import java.util.List;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.ListenerState;

/**
 * Explains why a listener is not running.
 *
 * @param listener the listener
 */
record ListenerFinding(ListenerState listener) {

	Finding get() {
		return Finding.certain(cause(), this.listener.toString(), remedy()).with(thrown());
	}

	private List<String> thrown() {
		ListenerState.Stop stop = this.listener.stop();
		Throwable failure = (stop != null) ? stop.failure() : null;
		Whereabouts place = Whereabouts.of((failure != null) ? Arrays.asList(failure.getStackTrace()) : List.of());
		return place.isKnown() ? List.of("listener <" + Excerpt.of(this.listener.listener()) + "> threw at " + place)
				: List.of();
	}

	private Cause cause() {
		return switch (this.listener.status()) {
			case NOT_STARTED -> Cause.LISTENER_NOT_STARTED;
			case FAILED_TO_START -> Cause.LISTENER_FAILED_TO_START;
			case FAILED -> Cause.LISTENER_STOPPED_BY_FAILURE;
			default -> Cause.LISTENER_STOPPED;
		};
	}

	private String remedy() {
		return switch (this.listener.status()) {
			case NOT_STARTED -> "start the listener before the wait, or leave out autoStartup=false";
			case FAILED_TO_START -> "give the task executor of the container a thread for each consumer, or raise its "
					+ "consumerStartTimeout";
			case FAILED -> "correct the listener, or the record; or start the container again";
			default -> "start the listener before the wait";
		};
	}

}
