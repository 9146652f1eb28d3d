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

package io.omninode.kafka.test.listener;

import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.event.ConsumerStoppedEvent;

/**
 * Whether a listener of the application runs, and if not, why.
 *
 * @param listener the id of the listener
 * @param group the id of its group, empty if it has none
 * @param status whether it runs
 * @param isMember whether it takes its partitions from its group, and is a member of it
 * @param stop how its container stopped last, {@code null} if it did not
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ListenerState(String listener, String group, Status status, boolean isMember, @Nullable Stop stop) {

	/**
	 * Return whether the container of the listener stopped after a time.
	 * @param nanoTime the time, on the clock of {@link System#nanoTime()}
	 * @return whether it stopped since
	 */
	public boolean isStoppedSince(long nanoTime) {
		return this.stop != null && this.stop.nanoTime() - nanoTime > 0;
	}

	/**
	 * Return when and why the container has stopped.
	 * @return one line of evidence
	 */
	public String when() {
		return (this.stop == null) ? ""
				: "container of listener <" + Excerpt.of(this.listener) + ">: stopped (" + this.stop.reason() + ") "
						+ TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - this.stop.nanoTime()) + "ms ago";
	}

	@Override
	public String toString() {
		String name = "listener <" + Excerpt.of(this.listener) + "> of group <" + Excerpt.of(this.group) + ">";
		return switch (this.status) {
			case RUNNING -> name + " is running";
			case STOPPING -> name + " is stopping";
			case STOPPED -> name + " is stopped";
			case NOT_STARTED -> name + " is not started (autoStartup=false)";
			case FAILED_TO_START ->
				name + " has been started, but its consumer has not: it got no thread in consumerStartTimeout";
			case FAILED -> name + ((this.stop != null) ? this.stop.toString() : " is stopped");
		};
	}

	/**
	 * Whether a listener runs.
	 */
	public enum Status {

		/**
		 * It runs.
		 */
		RUNNING,

		/**
		 * Its container has been told to stop, and has consumers yet.
		 */
		STOPPING,

		/**
		 * Its container was stopped.
		 */
		STOPPED,

		/**
		 * Its container was not started.
		 */
		NOT_STARTED,

		/**
		 * Its container was started, and its consumer was not.
		 */
		FAILED_TO_START,

		/**
		 * Its container stopped because of a failure.
		 */
		FAILED

	}

	/**
	 * How a container stopped.
	 *
	 * @param reason the reason that Spring Kafka gives
	 * @param place the record that the listener was called with and has not consumed,
	 * {@code null} if there is none
	 * @param failure what the listener threw then, {@code null} if that is not known
	 * @param nanoTime when, on the clock of {@link System#nanoTime()}
	 */
	public record Stop(String reason, Origins.@Nullable Place place, @Nullable Throwable failure, long nanoTime) {

		/**
		 * Return whether the container was stopped on purpose.
		 * @return whether it was
		 */
		public boolean isNormal() {
			return this.reason.equals(ConsumerStoppedEvent.Reason.NORMAL.name());
		}

		@Override
		public String toString() {
			if (this.failure == null) {
				return " has stopped: " + this.reason + ((this.place != null) ? ", at " + this.place : "");
			}
			return " failed at " + this.place + " with <" + Excerpt.of(String.valueOf(this.failure))
					+ ">, and its container has stopped";
		}

	}

}
