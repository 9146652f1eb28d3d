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

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * What the listeners of a group made of a record.
 *
 * @param state what became of it
 * @param listener the id of the listener, empty if none is known
 * @param attempts how often the listener failed with it
 * @param failure the last failure, if there was one
 * @param nanoTime when this was noted, on the clock of {@link System#nanoTime()}; of a
 * listener that was not called, since when it has its partitions at least
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Outcome(State state, String listener, Attempts attempts, @Nullable Throwable failure, long nanoTime) {

	private static final int BYTES = 150;

	static Outcome unknown() {
		return of(State.UNKNOWN, "");
	}

	static Outcome of(State state, String listener) {
		return new Outcome(state, listener, Attempts.NONE, null, System.nanoTime());
	}

	/**
	 * Return how often the listener failed with the record.
	 * @return the number of failures
	 */
	public int failures() {
		return this.attempts.failures();
	}

	Outcome as(State next) {
		long now = (next != State.CONSUMED) ? System.nanoTime() : this.nanoTime;
		return new Outcome(next, this.listener, this.attempts, this.failure, now);
	}

	/**
	 * Return whether nothing more is to come of the record: the listener has consumed it,
	 * or the application has passed over it on purpose.
	 * @return whether the listener is done with it
	 */
	public boolean isDone() {
		return this.state == State.CONSUMED || this.state == State.FILTERED || this.state == State.SKIPPED;
	}

	/**
	 * Return that a listener cannot be called with the record.
	 * @param reason what its deserializer throws
	 * @return the outcome
	 */
	public Outcome unreadable(Throwable reason) {
		return new Outcome(State.UNREADABLE, this.listener, Attempts.NONE, reason, this.nanoTime);
	}

	/**
	 * Return that a listener is never called with the record, which is in a transaction
	 * that was aborted.
	 * @return the outcome
	 */
	public Outcome aborted() {
		return new Outcome(State.ABORTED, this.listener, Attempts.NONE, null, this.nanoTime);
	}

	/**
	 * Return that a listener has begun behind the record.
	 * @return the outcome
	 */
	public Outcome behind() {
		return new Outcome(State.BEGAN_BEHIND, this.listener, Attempts.NONE, null, this.nanoTime);
	}

	/**
	 * Return this outcome with one more failure, unless its number is known to be higher.
	 */
	Outcome failed(Throwable last, int attempt, Attempts.@Nullable Retry next) {
		return new Outcome(State.FAILED, this.listener, this.attempts.failed(attempt, next), telling(last),
				System.nanoTime());
	}

	/**
	 * Return that the listener has returned without having got all of the record.
	 */
	Outcome calledWithNull(DeserializationException reason) {
		return new Outcome(State.CALLED_WITH_NULL, this.listener, this.attempts, KeptFailure.of(reason),
				System.nanoTime());
	}

	/**
	 * Return the cause that tells most: that a record cannot be deserialized, or the
	 * root.
	 */
	static Throwable telling(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DeserializationException || cause.getCause() == null) {
				return KeptFailure.of(cause);
			}
		}
		return KeptFailure.of(failure);
	}

	/**
	 * Return about what this takes.
	 */
	int bytes() {
		return (this.failure != null) ? BYTES + KeptFailure.BYTES : BYTES;
	}

	/**
	 * What became of a record.
	 */
	public enum State {

		/**
		 * Nothing is known: no listener of the group is watched, or it is too long ago.
		 */
		UNKNOWN,

		/**
		 * The listener was not called.
		 */
		NOT_CALLED,

		/**
		 * The listener was not called, and cannot be: its deserializer refuses the
		 * record.
		 */
		UNREADABLE,

		/**
		 * The listener was not called, and cannot be: it reads what is committed, and the
		 * transaction of the record was aborted.
		 */
		ABORTED,

		/**
		 * The listener was not called: it began to read at the end, behind the record.
		 */
		BEGAN_BEHIND,

		/**
		 * The listener was not called, and is paused.
		 */
		PAUSED,

		/**
		 * The listener was called, and has not ended.
		 */
		CALLED,

		/**
		 * The listener has consumed it. Where nothing can tell, the application's own
		 * filter or interceptor may have passed over it.
		 */
		CONSUMED,

		/**
		 * The filter of the application has passed over it: the method was not called.
		 */
		FILTERED,

		/**
		 * The interceptor of the application has passed over it: the listener was not
		 * called.
		 */
		SKIPPED,

		/**
		 * The listener has returned, but was called with {@code null} in place of a key
		 * or a value that cannot be deserialized.
		 */
		CALLED_WITH_NULL,

		/**
		 * The listener failed. It may be called again.
		 */
		FAILED,

		/**
		 * The listener failed with a batch, whose transaction is rolled back. It may be
		 * called again; the group goes past the record only if the batch is given up.
		 */
		ROLLED_BACK,

		/**
		 * The listener failed, and the record was handed to a retry topic.
		 */
		RETRIED,

		/**
		 * The listener failed, and the error handler gave up.
		 */
		GIVEN_UP,

		/**
		 * A share listener rejected it.
		 */
		REJECTED

	}

}
