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
import java.util.Optional;
import java.util.Set;

import io.omninode.kafka.test.application.GroupMember;
import io.omninode.kafka.test.application.ObservedGroup;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.topic.EditDistance;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Nobody has got the request: nothing reads its topic, or what reads it has not got its
 * partition.
 */
final class ReaderRule implements Rule {

	@Override
	public List<Finding> judge(Picture picture) {
		Origins.Place request = picture.request();
		Long end = picture.readers().end();
		boolean isGone = request != null && end != null && end <= request.offset();
		if (request == null || isGone || picture.steps().isEmpty()) {
			return List.of();
		}
		Picture.Step step = picture.steps().get(0);
		if (!step.isRead()) {
			return List.of(unread(request.partition(), picture.readers()));
		}
		List<Finding> findings = new ArrayList<>();
		for (ListenerContainer container : picture.readers().of(request.partition().topic())) {
			Set<TopicPartition> assigned = container.assigned();
			if (container.isConsuming() && assigned != null && !assigned.contains(request.partition())
					&& (step.findings().all().isEmpty() || picture.readers().group(container.group()) != null)) {
				without(container, assigned.isEmpty(), request.partition(), picture.readers()).ifPresent(findings::add);
			}
		}
		boolean isOpen = findings.isEmpty() && step.findings().all().isEmpty();
		step.consumption().last().committed().forEach((group, next) -> {
			if (isOpen && next <= request.offset()) {
				findings.add(notCommitted(group, step.consumption().last()));
			}
		});
		return findings;
	}

	/**
	 * A commit that is missing says nothing of what a member has done, unless it is a
	 * listener of the context.
	 */
	private static Finding notCommitted(String group, ConsumptionLook look) {
		Outcome outcome = look.outcomes().get(group);
		if (outcome != null && outcome.state() == Outcome.State.CONSUMED) {
			return Finding.certain(Cause.NOT_ACKNOWLEDGED,
					"the listener of group <" + Excerpt.of(group)
							+ "> has returned from it, and the group has not committed past it",
					"see whether the listener acknowledges it, and when its ack mode commits");
		}
		return Finding.likely(Cause.NOT_CONSUMED_YET, "group <" + Excerpt.of(group) + "> has not committed past it",
				"wait longer, or see what its members do");
	}

	private static Finding unread(TopicPartition partition, Readers readers) {
		if (!readers.committed().isEmpty()) {
			String group = readers.committed().keySet().iterator().next();
			return Finding
				.certain(Cause.GROUP_WITHOUT_MEMBER,
						"group <" + Excerpt.of(group) + "> has no running member on <" + partition.topic() + ">",
						"start the service that reads it")
				.with(List.of("group <" + Excerpt.of(group) + ">: empty, committed " + readers.committed().get(group)));
		}
		String topic = Excerpt.of(partition.topic());
		Set<String> topics = readers.topics();
		String others = EditDistance.list(partition.topic(), topics, "topics that are read");
		if (readers.unseen() != null) {
			return Finding.likely(Cause.NO_CONSUMER_GROUP,
					"none of the consumer groups that can be seen reads <" + topic + ">",
					"start the service that is to read it, or correct the topic; to be sure, allow the tests to see "
							+ "all groups")
				.with(List.of("not known: which other groups there are (" + readers.unseen() + ")", others));
		}
		return EditDistance.isNear(partition.topic(), topics)
				? Finding.certain(Cause.UNREAD_TOPIC, "nothing reads <" + topic + ">; " + others,
						"correct the name of the request topic")
				: Finding
					.certain(Cause.NO_CONSUMER_GROUP, "no consumer group reads <" + topic + ">",
							"start the service that is to read it, or correct the topic")
					.with(List.of(others));
	}

	/**
	 * A listener that has other partitions of the topic shares the work: only who is not
	 * of this context keeps it from the request.
	 */
	private static Optional<Finding> without(ListenerContainer container, boolean isIdle, TopicPartition partition,
			Readers readers) {
		String listener = "listener <" + Excerpt.of(container.name()) + "> of group <" + Excerpt.of(container.group())
				+ "> has " + (isIdle ? "no partition" : "other partitions") + ": ";
		ObservedGroup group = readers.group(container.group());
		if (isIdle && group != null && !group.isStable()) {
			return Optional.of(Finding
				.certain(Cause.GROUP_REBALANCING, listener + "its group has not agreed on who reads what",
						"see which member does not answer: it is awaited until its max.poll.interval.ms is over")
				.with(group.members().stream().map((member) -> "member " + member).sorted().toList()));
		}
		ListenerContainer other = readers.holder(container, partition);
		GroupMember member = (group != null && other == null) ? group.holder(partition) : null;
		if (member != null) {
			return Optional.of(Finding.certain(Cause.PARTITION_OF_OTHER_PROCESS,
					listener + partition + " is read by a consumer that is not of this application context, " + member,
					"end the application that has it, or give the tests a group id of their own"));
		}
		return isIdle ? Optional.of(idle(listener, group, partition, other)) : Optional.empty();
	}

	private static Finding idle(String listener, @Nullable ObservedGroup group, TopicPartition partition,
			@Nullable ListenerContainer other) {
		if (group == null) {
			return Finding.likely(Cause.LISTENER_WITHOUT_PARTITION, listener + "it has not joined its group yet",
					"wait until it has one, or see the log for what keeps it from joining");
		}
		return (other != null)
				? Finding.certain(Cause.LISTENERS_SHARE_GROUP,
						listener + "listener <" + Excerpt.of(other.name()) + "> is in the same group, "
								+ "and gets the records of " + partition,
						"give each listener a group of its own")
				: Finding
					.certain(Cause.LISTENER_WITHOUT_PARTITION,
							listener + "no member of its group has " + partition + ", and the group is stable",
							"see the assignor of the group (partition.assignment.strategy), and which topics its "
									+ "members subscribe to")
					.with(group.members().stream().map((member) -> "member " + member).sorted().toList());
	}

}
