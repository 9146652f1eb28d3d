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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;

import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * What listeners do with a record, or with the one that keeps them from it: where they
 * are, and where they threw.
 *
 * @param look what was seen of the record
 * @param stuck the record that a listener is busy with, by group
 */
record Progress(ConsumptionLook look, Map<String, Stuck> stuck) {

	List<String> lines(ListenerOutcomes outcomes, Copies copies) {
		List<String> lines = new ArrayList<>();
		this.look.outcomes()
			.forEach((group, outcome) -> add(lines, outcome, "",
					() -> outcomes.working(group, this.look.wanted().place())));
		this.stuck.forEach((group, found) -> {
			String id = copies.id(found.place());
			lines.add(found.place() + ((id != null) ? " has the id <" + Excerpt.of(id) + ">" : " has no id"));
			add(lines, found.outcome(), " of " + found.place(), () -> outcomes.working(group, found.place()));
		});
		return lines;
	}

	private static void add(List<String> lines, Outcome outcome, String record,
			Supplier<List<StackTraceElement>> stack) {
		String listener = "listener <" + Excerpt.of(outcome.listener()) + ">";
		if (outcome.state() == State.CALLED) {
			add(lines, listener + " is at ", Whereabouts.of(stack.get()));
		}
		Throwable failure = outcome.failure();
		boolean wasCalled = outcome.state() != State.UNREADABLE && !(failure instanceof DeserializationException);
		if (failure != null && wasCalled) {
			add(lines, listener + " threw" + record + " at ", Whereabouts.of(Arrays.asList(failure.getStackTrace())));
		}
	}

	private static void add(List<String> lines, String text, Whereabouts place) {
		if (place.isKnown()) {
			lines.add(text + place);
		}
	}

}
