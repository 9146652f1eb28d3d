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

package io.omninode.kafka.test.application;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.ListenerState.Stop;
import io.omninode.kafka.test.waiting.FailureText;
import org.jspecify.annotations.Nullable;

/**
 * The listeners whose containers have stopped because of a failure. The records that they
 * have not read keep the application from being quiet, although nothing happens.
 *
 * @param outcomes knows the listeners
 * @param groups knows the committed offsets
 */
record FailedListeners(ListenerOutcomes outcomes, ConsumerGroups groups) {

	/**
	 * How long to wait before a stopped container counts, because the application may
	 * start it again.
	 */
	private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

	/**
	 * Return whether no container is about to stop and no container has failed.
	 */
	boolean isNone() {
		return this.outcomes.stopped().stream().noneMatch((state) -> state.status() == Status.STOPPING)
				&& failed().isEmpty();
	}

	boolean isFinal() {
		return failed().stream().map(ListenerState::stop).anyMatch(FailedListeners::isOld);
	}

	List<ListenerState> failed() {
		return this.outcomes.stopped()
			.stream()
			.filter((state) -> state.status() == Status.FAILED && !isPassedOver(state))
			.toList();
	}

	/**
	 * Return whether the record was skipped: the error handler may have continued after
	 * it before the container was stopped.
	 */
	private boolean isPassedOver(ListenerState state) {
		Stop stop = state.stop();
		return stop != null && stop.isNormal() && stop.place() != null
				&& this.groups.committed(state.group(), stop.place().partition()) > stop.place().offset();
	}

	private static boolean isOld(@Nullable Stop stop) {
		return stop != null && System.nanoTime() - stop.nanoTime() > GRACE;
	}

	String message() {
		List<ListenerState> stopped = failed();
		return new FailureText("The application is not quiet, and is not going to be.",
				stopped.stream().map(ListenerState::toString).toList(),
				stopped.stream().map(ListenerState::when).toList(),
				List.of("correct the listener, or the record; or start the container again"))
			.toString();
	}

}
