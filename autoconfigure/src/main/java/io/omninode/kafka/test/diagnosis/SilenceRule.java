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
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import org.apache.kafka.common.TopicPartition;

/**
 * The request was consumed, and nothing with its id was published where it was expected.
 */
final class SilenceRule implements Rule {

	@Override
	public List<Finding> judge(Picture picture) {
		boolean isAllRead = picture.appearances().unknown().isEmpty();
		if (picture.request() == null) {
			return (isAllRead && picture.question().id() != null && picture.appearances().found().isEmpty())
					? List.of(Finding.likely(Cause.REQUEST_NOT_SEEN,
							"no record with the id was published since the test began, on any topic",
							"see whether the request is sent, and with which id"))
					: List.of();
		}
		if (picture.steps().isEmpty() || !picture.steps().get(0).isConsumed()) {
			return List.of();
		}
		List<Finding> findings = new ArrayList<>();
		int counted = picture.question().expected().counted().size();
		if (counted > 0) {
			findings.add(Finding.certain(Cause.SOME_ANSWERED,
					((counted == 1) ? "1 reply came" : counted + " replies came") + ", and no more; "
							+ consumed(picture.steps().get(0)),
					"see which service does not answer, or expect fewer replies"));
			return findings;
		}
		findings.addAll(shared(picture));
		boolean isSeen = picture.steps().stream().filter(Picture.Step::isConsumed).allMatch(SilenceRule::isSeen);
		String text = consumed(picture.steps().get(0)) + then(picture)
				+ ", and nothing with its id was published where it was expected";
		findings.add(new Finding(Cause.CONSUMED_WITHOUT_REPLY, isAllRead && isSeen, text, List.of(),
				"see what the listener makes of such a request, and to which topic and cluster it answers"));
		return findings;
	}

	private static String by(Picture.Step step, Predicate<String> groups) {
		List<String> listeners = new ArrayList<>();
		ConsumptionLook look = step.consumption().last();
		look.committed().keySet().stream().filter(groups).forEach((group) -> {
			String names = look.listeners()
				.stream()
				.filter((listener) -> listener.group().equals(group))
				.map((listener) -> "<" + Excerpt.of(listener.listener()) + ">")
				.distinct()
				.collect(Collectors.joining(", "));
			listeners.add((names.isEmpty() ? "" : "listener " + names + " of ") + "group <" + Excerpt.of(group) + ">");
		});
		return listeners.isEmpty() ? "" : " by " + String.join(", ", listeners);
	}

	/**
	 * A commit alone does not say that a listener has got the record.
	 */
	private static String consumed(Picture.Step step) {
		List<String> parts = new ArrayList<>();
		String seen = by(step, step.consumption().last()::isSeen);
		if (!seen.isEmpty()) {
			parts.add("the request was consumed" + seen);
		}
		List<String> committed = step.consumption()
			.last()
			.committed()
			.keySet()
			.stream()
			.filter((group) -> !step.consumption().last().isSeen(group))
			.map((group) -> "<" + Excerpt.of(group) + ">")
			.toList();
		if (!committed.isEmpty()) {
			parts.add(((committed.size() == 1) ? "group " : "groups ") + String.join(", ", committed)
					+ ((committed.size() == 1) ? " has" : " have") + " committed past "
					+ (parts.isEmpty() ? "the request" : "it"));
		}
		return String.join(", and ", parts);
	}

	private static boolean isSeen(Picture.Step step) {
		ConsumptionLook look = step.consumption().last();
		return look.committed().keySet().stream().allMatch(look::isSeen);
	}

	private static String then(Picture picture) {
		List<String> places = picture.steps()
			.stream()
			.skip(1)
			.filter(Picture.Step::isConsumed)
			.map((step) -> step.place() + by(step, step.consumption().last()::isSeen))
			.toList();
		return places.isEmpty() ? "" : ", what followed from it at " + String.join(", at ", places) + " too";
	}

	/**
	 * Two listeners of one group that read the topic: each gets a part of its records.
	 */
	private static List<Finding> shared(Picture picture) {
		List<Finding> findings = new ArrayList<>();
		TopicPartition partition = picture.steps().get(0).place().partition();
		List<ListenerContainer> readers = picture.readers().of(partition.topic());
		for (ListenerContainer reader : readers) {
			TreeSet<String> others = new TreeSet<>();
			readers.stream()
				.filter((other) -> other.container() != reader.container() && other.isOfGroupOf(reader)
						&& !has(other, partition))
				.forEach((other) -> others.add(other.name()));
			if (has(reader, partition) && !others.isEmpty()) {
				findings.add(Finding.likely(Cause.LISTENERS_SHARE_GROUP,
						"listener <" + Excerpt.of(reader.name()) + "> got the request, and listener <"
								+ Excerpt.of(others.first()) + ">, which is in the same group, did not: each record "
								+ "goes to one member of a group",
						"give each listener a group of its own"));
			}
		}
		return findings;
	}

	private static boolean has(ListenerContainer container, TopicPartition partition) {
		return container.assigned() != null && container.assigned().contains(partition);
	}

	/**
	 * Several groups read the request: what keeps one of them from consuming it need not
	 * be what is missing, for another one consumed it, and published nothing.
	 */
	static List<Finding> ofOtherGroups(Picture picture) {
		String id = picture.question().id();
		boolean hasStep = !picture.steps().isEmpty() && picture.steps().get(0).place().equals(picture.request());
		if (id == null || !hasStep || hasAnswer(id, picture)) {
			return List.of();
		}
		Picture.Step step = picture.steps().get(0);
		ConsumptionLook look = step.consumption().last();
		List<String> groups = look.outcomes().keySet().stream().filter((group) -> hasConsumed(look, group)).toList();
		if (groups.isEmpty() || step.findings().all().isEmpty()) {
			return List.of();
		}
		return List.of(Finding.likely(Cause.CONSUMED_WITHOUT_REPLY,
				"the request was consumed" + by(step, groups::contains)
						+ ", and nothing with its id was published where it was expected",
				"see what the listener makes of such a request, and to which topic and cluster it answers"));
	}

	private static boolean hasConsumed(ConsumptionLook look, String group) {
		Outcome outcome = look.outcomes().get(group);
		return look.isPast(group) && outcome != null && outcome.state() == State.CONSUMED;
	}

	private static boolean hasAnswer(String id, Picture picture) {
		return !picture.question().expected().counted().isEmpty() || picture.appearances()
			.found()
			.stream()
			.anyMatch((each) -> picture.isExpected(each) && !each.place().equals(picture.request())
					&& each.tapped().isSince(picture.appearances().since()) && each.isSure(id));
	}

}
