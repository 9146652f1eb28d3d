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

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.Attempts;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.waiting.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * Explains the outcome of a record at a listener.
 *
 * @param findings everything else that is known about the record
 * @param group the id of the group
 * @param outcome how its listener handled the record
 */
record OutcomeFinding(ConsumptionFindings findings, String group, Outcome outcome) {

	static final String NO_TYPE = "No type information in headers";

	private static final String TYPE = "send the object, or JSON as a tree where the method names its type: text and "
			+ "bytes do not get the header <__TypeId__> that the listener needs; or set that header";

	private static final String SPRING_HANDLER = "; and give the listener an ErrorHandlingDeserializer: without one "
			+ "its consumer asks for the record again and again";

	private static final String EXPECTED = "; a test that expects this awaits its dead letter, or what else comes of it";

	/**
	 * Return what keeps the group from consuming the record, or has kept it; nothing if
	 * that is not known, or if it has consumed it.
	 */
	Optional<Finding> get() {
		Finding finding = switch (this.outcome.state()) {
			case NOT_CALLED -> notCalled();
			case BEGAN_BEHIND -> beganBehind();
			case UNKNOWN -> copied();
			case PAUSED -> Finding.certain(Cause.LISTENER_PAUSED, listener() + " is paused, and was not called with it",
					"resume the listener before the wait");
			case REJECTED -> Finding.certain(Cause.REJECTED, listener() + " rejected it", correct());
			case CALLED -> called();
			case UNREADABLE -> unreadable();
			case ABORTED -> aborted();
			case RETRIED -> Finding.certain(Cause.ON_RETRY_TOPIC,
					failure(this.outcome) + "; its retry topics have not consumed it yet", correct());
			case CALLED_WITH_NULL -> calledWithNull();
			case FAILED, ROLLED_BACK, GIVEN_UP -> failed();
			case FILTERED -> Finding.certain(Cause.FILTERED,
					"the record filter of " + listener() + " passed over it; the method was not called",
					"see the filter (RecordFilterStrategy), or send a record that it lets through");
			case SKIPPED -> Finding.certain(Cause.SKIPPED_BY_INTERCEPTOR,
					"the RecordInterceptor of " + listener() + " passed over it; the method was not called",
					"see the interceptor, or send a record that it lets through");
			default -> null;
		};
		return Optional.ofNullable(finding);
	}

	private String listener() {
		return "listener <" + Excerpt.of(this.outcome.listener()) + "> of group <" + Excerpt.of(this.group) + ">";
	}

	/**
	 * That a listener was not called says something only if its group is past the record.
	 */
	private @Nullable Finding notCalled() {
		if (this.findings.look().isPast(this.group)) {
			return Finding.certain(Cause.NOT_CALLED,
					"group <" + Excerpt.of(this.group) + "> has committed past the record, but its listener <"
							+ Excerpt.of(this.outcome.listener()) + "> was never called with it",
					"see the log: the record cannot be deserialized, or the group began to read, or was moved, "
							+ "behind it");
		}
		Stuck stuck = this.findings.stuck().get(this.group);
		return (stuck != null) ? stuck(stuck) : null;
	}

	private Finding beganBehind() {
		return Finding.likely(Cause.BEGAN_BEHIND_RECORD,
				listener() + " began at the end, behind it: it has had "
						+ this.findings.look().wanted().place().partition() + " only since the record was sent",
				"send after the listener has its partition, or set spring.kafka.consumer.auto-offset-reset=earliest");
	}

	/**
	 * Of a listener of another process only the copies that it has made are known.
	 */
	private @Nullable Finding copied() {
		if (copies().isEmpty()) {
			return null;
		}
		return isDeadLetter()
				? Finding.certain(Cause.DEAD_LETTERED, "a listener failed, and it is a dead letter at " + last(),
						correct())
				: Finding.certain(Cause.ON_RETRY_TOPIC, "a listener failed, and it is on a retry topic at " + last(),
						correct());
	}

	/**
	 * Another group that reads the record makes copies of its own.
	 */
	private List<Copy> copies() {
		return this.findings.copies().stream().filter((copy) -> copy.isOf(this.group)).toList();
	}

	private boolean isDeadLetter() {
		return copies().stream().anyMatch(Copy::isDeadLetter);
	}

	private Origins.Place last() {
		List<Copy> copies = copies();
		return copies.stream()
			.filter(Copy::isDeadLetter)
			.findFirst()
			.orElseGet(() -> copies.get(copies.size() - 1))
			.place();
	}

	private Finding stuck(Stuck stuck) {
		String what = (stuck.outcome().failure() != null) ? "fails at it: " + failure(stuck.outcome())
				: "has been called with it, and has not ended";
		return Finding.certain(Cause.STUCK_BEHIND_RECORD,
				listener() + " is busy with " + stuck.place() + ", which comes before it, and " + what,
				"correct the listener, or the earlier record; or wait longer");
	}

	private Finding called() {
		if (this.outcome.failure() != null) {
			return Finding.certain(Cause.LISTENER_THREW,
					failure(this.outcome) + "; it has been called again, and has not ended",
					"wait longer, or see what the listener waits for");
		}
		return Finding.certain(Cause.STILL_WORKING, listener() + " has been called, and has not ended",
				"wait longer, or see what the listener waits for");
	}

	private Finding unreadable() {
		Origins.Place place = this.findings.look().blocked().get(this.group);
		boolean isEarlier = place != null && !place.equals(this.findings.look().wanted().place());
		String what = isEarlier ? " cannot read " + place + ", and does not get past it: " : " cannot read it: ";
		return Finding.certain(isEarlier ? Cause.STUCK_BEHIND_RECORD : Cause.UNREADABLE_LOOPING,
				listener() + what + text(reason()),
				(lacksType() ? TYPE : "send it as the listener reads it") + SPRING_HANDLER);
	}

	private Finding aborted() {
		return Finding.certain(Cause.ABORTED_TRANSACTION,
				"it is in a transaction that was aborted: " + listener()
						+ " reads what is committed (isolation.level=read_committed), and never gets it",
				"see the log of the application for the exception that rolled the transaction back; a test that "
						+ "expects this does not await that the record is consumed");
	}

	private Finding failed() {
		Cause cause = causeOfFailure();
		return Finding.certain(cause,
				failure(this.outcome) + ((cause == Cause.DEAD_LETTERED) ? "; it is a dead letter at " + last() : end()),
				correct());
	}

	private Finding calledWithNull() {
		boolean isKey = this.outcome.failure() instanceof DeserializationException failure && failure.isKey();
		return Finding.certain(Cause.UNREADABLE_SKIPPED,
				listener() + " was called with null: the " + (isKey ? "key" : "value") + " cannot be deserialized, "
						+ text(reason()) + end(),
				(lacksType() ? TYPE : "send it as the listener reads it, or correct the deserializer") + EXPECTED);
	}

	private String end() {
		return this.findings.look().isPast(this.group) ? "; the group has gone on without it"
				: "; it is not committed" + next();
	}

	private String next() {
		Attempts.Retry retry = this.outcome.attempts().retry();
		if (this.outcome.state() != Outcome.State.FAILED || retry == null || !retry.isToCome()) {
			return "";
		}
		Duration due = retry.due();
		return "; the next attempt is due " + (due.isZero() ? "now" : "in " + Durations.text(due));
	}

	private Cause causeOfFailure() {
		if (this.outcome.failure() instanceof DeserializationException) {
			return Cause.UNREADABLE_SKIPPED;
		}
		if (this.outcome.state() == Outcome.State.FAILED
				|| (this.outcome.state() == Outcome.State.ROLLED_BACK && !this.findings.look().isPast(this.group))) {
			return Cause.LISTENER_THREW;
		}
		return isDeadLetter() ? Cause.DEAD_LETTERED : Cause.LISTENER_GAVE_UP;
	}

	private String correct() {
		return (lacksType() ? TYPE : "correct the listener, or the record") + EXPECTED;
	}

	private String failure(Outcome outcome) {
		Throwable failure = outcome.failure();
		if (failure instanceof DeserializationException) {
			return listener() + " was not called: the record cannot be deserialized, "
					+ text(NestedExceptionUtils.getMostSpecificCause(failure));
		}
		return listener() + " failed in " + outcome.attempts()
				+ ((failure != null) ? ", the last time with " + text(failure) : "");
	}

	private Throwable reason() {
		Throwable failure = this.outcome.failure();
		return (failure != null) ? NestedExceptionUtils.getMostSpecificCause(failure)
				: new IllegalStateException("no reason is known");
	}

	private static String text(Throwable failure) {
		return "<" + Excerpt.of(String.valueOf(failure)) + ">";
	}

	/**
	 * Spring Kafka has no exception of its own for a missing type.
	 */
	private boolean lacksType() {
		Throwable failure = this.outcome.failure();
		return failure != null
				&& String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage()).startsWith(NO_TYPE);
	}

}
