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

import java.time.Duration;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * How often a listener failed with a record, and what its error handler is going to do.
 *
 * @param failures how often it failed
 * @param retry what the error handler is going to do, {@code null} if that is not known
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Attempts(int failures, @Nullable Retry retry) {

	static final Attempts NONE = new Attempts(0, null);

	/**
	 * Create an instance of which only the number of failures is known.
	 * @param failures how often the listener failed
	 * @return the attempts
	 */
	public static Attempts of(int failures) {
		return new Attempts(failures, null);
	}

	/**
	 * Return these attempts with one more, unless their number is known to be higher.
	 */
	Attempts failed(int attempt, @Nullable Retry next) {
		return new Attempts(Math.max(attempt, this.failures), next);
	}

	/**
	 * Return these attempts and others, after which nothing is known of the next.
	 */
	Attempts plus(@Nullable Attempts others) {
		return of(this.failures + ((others != null) ? others.failures() : 0));
	}

	@Override
	public String toString() {
		String count = (this.failures == 1) ? "1 attempt" : this.failures + " attempts";
		if (this.retry == null || !this.retry.isToCome() || this.retry.limit() == Retry.UNLIMITED) {
			return count;
		}
		if (this.retry.attempt() == this.failures) {
			return this.failures + " of " + this.retry.limit() + " attempts";
		}
		return count + ", by the count of its error handler " + this.retry.attempt() + " of " + this.retry.limit();
	}

	/**
	 * What an error handler is going to do.
	 *
	 * @param attempt the number of the last attempt, as the error handler counts
	 * @param limit after how many it gives up, {@link #UNLIMITED} if it does not
	 * @param dueNanos when the next is due, on the clock of {@link System#nanoTime()}
	 */
	public record Retry(int attempt, int limit, long dueNanos) {

		static final int UNLIMITED = Integer.MAX_VALUE;

		/**
		 * Return whether there is going to be another attempt.
		 * @return whether there is
		 */
		public boolean isToCome() {
			return this.attempt < this.limit;
		}

		/**
		 * Return when the next attempt is due.
		 * @return how long from now, zero if it is due
		 */
		public Duration due() {
			return Duration.ofNanos(Math.max(0, this.dueNanos - System.nanoTime()));
		}

	}

}
