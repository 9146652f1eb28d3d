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

import io.omninode.kafka.test.application.Origins;
import io.omninode.kafka.test.application.Outcome;
import io.omninode.kafka.test.application.Outcome.State;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.tap.OpenTransactions;
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
 */
record ConsumptionReport(ConsumptionLook look, long end, List<Origins.Place> copies, OpenTransactions open) {

	String late(String failure) {
		List<String> causes = this.look.outcomes()
			.entrySet()
			.stream()
			.filter((group) -> isOpen(group.getValue()))
			.map((group) -> cause(group.getKey(), group.getValue()))
			.toList();
		return failure + ".\n\n" + (causes.isEmpty() ? "" : "Cause:    " + lines(causes)) + evidence();
	}

	private static boolean isOpen(Outcome outcome) {
		return switch (outcome.state()) {
			case NOT_CALLED, PAUSED, CALLED, RETRIED, FAILED -> true;
			default -> false;
		};
	}

	String lost() {
		List<String> groups = this.look.lost();
		return "Record " + this.look.place() + " was not consumed by <" + String.join(">, <", groups)
				+ ">, and is not going to be.\n\nCause:    "
				+ lines(groups.stream().map((group) -> cause(group, this.look.outcomes().get(group))).toList())
				+ evidence() + "Remedy:   " + remedy(this.look.outcomes().get(groups.get(0))) + "\n";
	}

	private static String cause(String group, @Nullable Outcome outcome) {
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
			case CALLED -> listener + " has been called, and has not ended";
			case RETRIED -> failure(listener, outcome) + "; its retry topics have not consumed it yet";
			default -> failure(listener, outcome) + "; the group has gone on without it";
		};
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

	private static String text(Throwable failure) {
		return "<" + Excerpt.of(String.valueOf(failure)) + ">";
	}

	private static String remedy(@Nullable Outcome outcome) {
		if (outcome != null && outcome.state() == State.NOT_CALLED) {
			return "see the log: the record cannot be deserialized, or the group began to read, or was moved, behind it";
		}
		return "correct the listener, or the record; a test that expects this awaits its dead letter, or what else "
				+ "comes of it";
	}

	private String evidence() {
		List<String> lines = new ArrayList<>();
		this.look.committed().forEach((group, next) -> lines.add("group <" + Excerpt.of(group) + ">: " + lag(next)));
		if (lines.isEmpty()) {
			lines.add("no group has a member that reads " + this.look.place().partition());
		}
		this.copies.forEach((copy) -> lines.add("copied to " + copy));
		lines.addAll(this.open.lines());
		return "Evidence: " + lines(lines);
	}

	private String lag(long next) {
		return (next < 0) ? "committed nothing, end " + this.end
				: "committed " + next + ", end " + this.end + ", lag " + (this.end - next);
	}

	private static String lines(List<String> lines) {
		return String.join("\n          ", lines) + "\n";
	}

}
