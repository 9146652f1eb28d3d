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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import io.omninode.kafka.test.application.ConsumerGroups;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import io.omninode.kafka.test.topic.EditDistance;

/**
 * Why groups have not consumed a record.
 *
 * @param look what was seen in the end
 * @param end where the partition ends
 * @param stuck the record that a listener is busy with, by group
 * @param copies the copies of the record, for retries and as a dead letter
 * @param evidence what else was seen
 */
record ConsumptionFindings(ConsumptionLook look, long end, Map<String, Stuck> stuck, List<Copy> copies,
		List<String> evidence) {

	static ConsumptionFindings of(ConsumptionLook look, Sources sources) {
		Origins.Place place = look.wanted().place();
		Copies copies = new Copies(sources.tap(), sources.scope());
		List<Copy> found = look.outcomes().isEmpty() ? List.of() : copies.of(place);
		ConsumerGroups groups = sources.application().groups();
		long end = look.committed().isEmpty() ? -1 : groups.end(place.partition());
		ListenerOutcomes outcomes = sources.application().outcomes();
		Map<String, Stuck> stuck = Stuck.of(look, outcomes);
		List<String> lines = new Progress(look, stuck).lines(outcomes, copies);
		lines.addAll(copies.open(place.partition().topic(), sources.watch()).lines());
		return new ConsumptionFindings(look.beginning(outcomes.containers()), end, stuck, found, lines)
			.naming(groups.ids());
	}

	/**
	 * Say that there is no group of the name that was given.
	 */
	private ConsumptionFindings naming(Set<String> groups) {
		String group = this.look.wanted().group();
		if (group == null || groups.contains(group)) {
			return this;
		}
		List<String> lines = new ArrayList<>(this.evidence);
		lines.add(0, "there is no group <" + Excerpt.of(group) + ">; " + EditDistance.list(group, groups, "groups"));
		return new ConsumptionFindings(this.look, this.end, this.stuck, this.copies, lines);
	}

	/**
	 * Return what a wait says whose time was over.
	 */
	Diagnosis late(String failure) {
		List<Finding> findings = new ArrayList<>(ofGroups((group, outcome) -> !outcome.isDone()));
		this.look.silent().forEach((listener) -> findings.add(new ListenerFinding(listener).get()));
		return Diagnosis.of(failure + ".", findings, lines());
	}

	/**
	 * Return what a wait says for a record that listeners have given up.
	 */
	Diagnosis lost() {
		List<String> groups = this.look.lost();
		return notGoingTo(groups, ofGroups((group, outcome) -> groups.contains(group)));
	}

	/**
	 * Return what a wait says for a record that a listener would have to consume which
	 * does not run.
	 */
	Diagnosis stopped() {
		List<ListenerState> silent = this.look.silent();
		return notGoingTo(
				this.look.committed().isEmpty() ? List.of()
						: silent.stream().map(ListenerState::group).distinct().toList(),
				silent.stream().map((listener) -> new ListenerFinding(listener).get()).toList());
	}

	private Diagnosis notGoingTo(List<String> groups, List<Finding> findings) {
		String by = groups.isEmpty() ? ""
				: groups.stream().map(Excerpt::of).collect(Collectors.joining(">, <", " by <", ">"));
		return Diagnosis.of(
				"Record " + this.look.wanted().place() + " was not consumed" + by + ", and is not going to be.",
				findings, lines());
	}

	/**
	 * Return what keeps the groups from consuming the record, or has kept them.
	 */
	List<Finding> all() {
		List<Finding> findings = new ArrayList<>(ofGroups((group, outcome) -> true));
		this.look.silent().forEach((listener) -> findings.add(new ListenerFinding(listener).get()));
		return findings;
	}

	private List<Finding> ofGroups(BiPredicate<String, Outcome> condition) {
		List<Finding> findings = new ArrayList<>();
		Set<String> silent = this.look.silent().stream().map(ListenerState::group).collect(Collectors.toSet());
		this.look.outcomes().forEach((group, outcome) -> {
			boolean hasEnded = outcome.state() == State.CALLED && silent.contains(group);
			if (!hasEnded && condition.test(group, outcome)) {
				new OutcomeFinding(this, group, outcome).get().ifPresent(findings::add);
			}
		});
		return findings;
	}

	/**
	 * Return what is known of groups and copies, one line each.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		this.look.committed().forEach((group, next) -> lines.add("group <" + Excerpt.of(group) + ">: " + lag(next)));
		if (lines.isEmpty()) {
			lines.add("no group has a member that reads " + this.look.wanted().place().partition());
		}
		this.copies.forEach((copy) -> lines.add("copied to " + copy));
		lines.addAll(this.evidence);
		return lines;
	}

	private String lag(long next) {
		return (next < 0) ? "committed nothing, end " + this.end
				: "committed " + next + ", end " + this.end + ", lag " + (this.end - next);
	}

}
