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

package io.omninode.kafka.test.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import io.omninode.kafka.test.application.ConsumerGroups;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import io.omninode.kafka.test.tap.OpenTransactions;
import io.omninode.kafka.test.topic.EditDistance;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * The text of a wait for the consumption of a record that failed.
 *
 * @param look what was seen in the end
 * @param end where the partition ends
 * @param copies where the record was copied to, for retries and as a dead letter
 * @param open the transactions that are open on its topic
 * @param groups the ids of the groups that there are
 */
record ConsumptionReport(ConsumptionLook look, long end, List<Origins.Place> copies, OpenTransactions open,
		Set<String> groups) {

	static final String NO_TYPE = "No type information in headers";

	private static final String TYPE = "send the object: the method of the listener names no type that JSON as a tree "
			+ "could be given, and text and bytes do not get the header <__TypeId__> that the listener goes by; "
			+ "or set that header";

	static ConsumptionReport of(ConsumptionLook look, Copies copies, WaitSettings settings) {
		Origins.Place place = look.wanted().place();
		List<Origins.Place> found = look.outcomes().isEmpty() ? List.of() : copies.of(place);
		ConsumerGroups groups = settings.application().groups();
		long end = look.committed().isEmpty() ? -1 : groups.end(place.partition());
		return new ConsumptionReport(look, end, found, copies.open(place.partition().topic(), settings.watch()),
				groups.ids());
	}

	/**
	 * Return what became of the record, for the failure of another wait.
	 */
	RecordFate fate() {
		if (this.look.isConsumed()) {
			return RecordFate.nothing();
		}
		if (this.look.committed().isEmpty() && this.look.listeners().isEmpty()) {
			return new RecordFate(List.of("no group has a member that reads " + this.look.wanted().place().partition()),
					List.of(), "start the service that is to read it, or correct the topic");
		}
		List<String> causes = causes((group, outcome) -> isOpen(group, outcome) || this.look.lost().contains(group));
		return new RecordFate(causes, evidenceLines(), causes.isEmpty() ? "" : fateRemedy());
	}

	private String fateRemedy() {
		if (!this.look.silent().isEmpty()) {
			return stoppedRemedy(this.look.silent());
		}
		return this.look.outcomes()
			.entrySet()
			.stream()
			.filter((entry) -> isOpen(entry.getKey(), entry.getValue()) || this.look.lost().contains(entry.getKey()))
			.map((entry) -> fateRemedy(entry.getValue()))
			.findFirst()
			.orElse("");
	}

	private static String fateRemedy(Outcome outcome) {
		return switch (outcome.state()) {
			case CALLED -> "wait longer, or see what the listener waits for";
			case PAUSED -> "resume the listener before the wait";
			default -> remedy(outcome);
		};
	}

	private List<String> named(BiPredicate<String, Outcome> condition) {
		return this.look.outcomes()
			.entrySet()
			.stream()
			.filter((entry) -> condition.test(entry.getKey(), entry.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	private List<String> causes(BiPredicate<String, Outcome> condition) {
		List<String> causes = new ArrayList<>();
		named(condition).forEach((group) -> causes.add(cause(group, this.look.outcomes().get(group))));
		this.look.silent().forEach((listener) -> causes.add(listener.toString()));
		return causes;
	}

	String late(String failure) {
		List<String> causes = causes(this::isOpen);
		return failure + ".\n\n" + (causes.isEmpty() ? "" : "Cause:    " + lines(causes)) + evidence();
	}

	/**
	 * That a listener was not called says something only if its group is past the record.
	 */
	private boolean isOpen(String group, Outcome outcome) {
		return switch (outcome.state()) {
			case NOT_CALLED -> this.look.isPast(group);
			case PAUSED, CALLED, RETRIED, FAILED, GIVEN_UP -> true;
			default -> false;
		};
	}

	String lost() {
		List<String> groups = this.look.lost();
		return notGoingTo(groups,
				groups.stream().map((group) -> cause(group, this.look.outcomes().get(group))).toList(),
				remedy(this.look.outcomes().get(groups.get(0))));
	}

	/**
	 * Return the text for a record that a listener would have to consume which does not
	 * run.
	 */
	String stopped() {
		List<ListenerState> silent = this.look.silent();
		return notGoingTo(
				this.look.committed().isEmpty() ? List.of()
						: silent.stream().map(ListenerState::group).distinct().toList(),
				silent.stream().map(ListenerState::toString).toList(), stoppedRemedy(silent));
	}

	private static String stoppedRemedy(List<ListenerState> silent) {
		return silent.stream().anyMatch((listener) -> listener.status() == Status.FAILED)
				? "correct the listener, or the record; or start the container again"
				: "start the listener before the wait";
	}

	private String notGoingTo(List<String> groups, List<String> causes, String remedy) {
		String by = groups.isEmpty() ? ""
				: groups.stream().map(Excerpt::of).collect(Collectors.joining(">, <", " by <", ">"));
		return "Record " + this.look.wanted().place() + " was not consumed" + by
				+ ", and is not going to be.\n\nCause:    " + lines(causes) + evidence() + "Remedy:   " + remedy + "\n";
	}

	private String cause(String group, @Nullable Outcome outcome) {
		if (outcome == null) {
			return "";
		}
		String name = Excerpt.of(group);
		String listener = "listener <" + Excerpt.of(outcome.listener()) + "> of group <" + name + ">";
		return switch (outcome.state()) {
			case NOT_CALLED -> "group <" + name + "> has committed past the record, but its listener <"
					+ Excerpt.of(outcome.listener()) + "> was never called with it";
			case PAUSED -> listener + " is paused, and was not called with it";
			case REJECTED -> listener + " rejected it";
			case CALLED -> (outcome.failure() != null)
					? failure(listener, outcome) + "; it has been called again, and has not ended"
					: listener + " has been called, and has not ended";
			case UNREADABLE -> listener + blocked(group) + text(unreadable(outcome));
			case RETRIED -> failure(listener, outcome) + "; its retry topics have not consumed it yet";
			default -> failure(listener, outcome)
					+ (this.look.isPast(group) ? "; the group has gone on without it" : "; it is not committed");
		};
	}

	private String blocked(String group) {
		Origins.Place place = this.look.blocked().get(group);
		return (place == null || place.equals(this.look.wanted().place())) ? " cannot read it: "
				: " cannot read " + place + ", and does not get past it: ";
	}

	private static String failure(String listener, Outcome outcome) {
		Throwable failure = outcome.failure();
		String times = (outcome.failures() == 1) ? "1 attempt" : outcome.failures() + " attempts";
		if (failure instanceof DeserializationException) {
			return listener + " was not called: the record cannot be deserialized, "
					+ text(NestedExceptionUtils.getMostSpecificCause(failure));
		}
		return listener + " failed in " + times + ((failure != null) ? ", the last time with " + text(failure) : "");
	}

	private static Throwable unreadable(Outcome outcome) {
		Throwable failure = outcome.failure();
		return (failure != null) ? NestedExceptionUtils.getMostSpecificCause(failure)
				: new IllegalStateException("no reason is known");
	}

	private static String text(Throwable failure) {
		return "<" + Excerpt.of(String.valueOf(failure)) + ">";
	}

	private static String remedy(@Nullable Outcome outcome) {
		if (outcome != null && outcome.state() == State.UNREADABLE) {
			return (lacksType(outcome) ? TYPE : "send it as the listener reads it")
					+ "; and give the listener an ErrorHandlingDeserializer: without one "
					+ "its consumer asks for the record again and again";
		}
		if (outcome != null && outcome.state() == State.NOT_CALLED) {
			return "see the log: the record cannot be deserialized, or the group began to read, or was moved, behind it";
		}
		return ((outcome != null && lacksType(outcome)) ? TYPE : "correct the listener, or the record")
				+ "; a test that expects this awaits its dead letter, or what else comes of it";
	}

	/**
	 * Spring Kafka has no exception of its own for a missing type.
	 */
	private static boolean lacksType(Outcome outcome) {
		Throwable failure = outcome.failure();
		return failure != null
				&& String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage()).startsWith(NO_TYPE);
	}

	private String evidence() {
		return "Evidence: " + lines(evidenceLines());
	}

	private List<String> evidenceLines() {
		List<String> lines = new ArrayList<>();
		this.look.committed().forEach((group, next) -> lines.add("group <" + Excerpt.of(group) + ">: " + lag(next)));
		if (lines.isEmpty()) {
			lines.add("no group has a member that reads " + this.look.wanted().place().partition());
		}
		String group = this.look.wanted().group();
		if (group != null && !this.groups.contains(group)) {
			lines.add("there is no group <" + Excerpt.of(group) + ">; "
					+ EditDistance.list(group, this.groups, "groups"));
		}
		this.copies.forEach((copy) -> lines.add("copied to " + copy));
		lines.addAll(this.open.lines());
		return lines;
	}

	private String lag(long next) {
		return (next < 0) ? "committed nothing, end " + this.end
				: "committed " + next + ", end " + this.end + ", lag " + (this.end - next);
	}

	private static String lines(List<String> lines) {
		return String.join("\n          ", lines) + "\n";
	}

}
