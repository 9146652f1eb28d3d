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

package io.omninode.kafka.test.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import io.omninode.kafka.test.listener.ListenerContainer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;

/**
 * The members of groups that are not consumers of this context. They belong to another
 * application or JVM, or to a JVM that was killed, which the cluster has not noticed yet.
 *
 * @param byGroup the members of each group that has any
 */
record OtherMembers(Map<String, List<MemberDescription>> byGroup) {

	private static final int TIMEOUT = 2_000;

	private static final String REMEDY = """
			Remedy:   end the application that has that client. If its JVM was killed, its partitions are free
			          when its session is over: set kafka.test.ready-timeout to more than its
			          session.timeout.ms (45s by default), or give the tests a group id of their own
			""";

	/**
	 * Find the other members of the groups of some containers.
	 * @param admin asks the cluster
	 * @param waiting the containers
	 * @param running all containers of the context that run
	 */
	static OtherMembers find(Admin admin, Collection<ListenerContainer> waiting, List<ListenerContainer> running) {
		Set<String> groups = waiting.stream()
			.map(ListenerContainer::group)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Map<String, List<MemberDescription>> others = new TreeMap<>();
		if (groups.isEmpty()) {
			return new OtherMembers(others);
		}
		describe(admin, groups).forEach((group) -> {
			List<MemberDescription> members = others(group, running);
			if (!members.isEmpty()) {
				others.put(group.groupId(), members);
			}
		});
		return new OtherMembers(others);
	}

	/**
	 * Describe groups, and ignore failures, because this only adds evidence.
	 */
	private static List<ConsumerGroupDescription> describe(Admin admin, Set<String> groups) {
		List<ConsumerGroupDescription> described = new ArrayList<>();
		admin.describeConsumerGroups(groups, new DescribeConsumerGroupsOptions().timeoutMs(TIMEOUT))
			.describedGroups()
			.values()
			.forEach((group) -> {
				try {
					described.add(group.get());
				}
				catch (ExecutionException ex) {
					// A group that cannot be described is left out.
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
		return described;
	}

	/**
	 * Return the members that do not belong to this context. Members are identified by
	 * their client id. Because two JVMs may use the same client id, all members with it
	 * are returned if there are more of them than in this context.
	 */
	private static List<MemberDescription> others(ConsumerGroupDescription group, List<ListenerContainer> running) {
		Map<String, Long> own = running.stream()
			.filter((container) -> group.groupId().equals(container.group()))
			.flatMap((container) -> container.consumers().keySet().stream())
			.collect(Collectors.groupingBy((client) -> client, Collectors.counting()));
		Map<String, Long> all = group.members()
			.stream()
			.collect(Collectors.groupingBy(MemberDescription::clientId, Collectors.counting()));
		return group.members()
			.stream()
			.filter((member) -> all.getOrDefault(member.clientId(), 0L) > own.getOrDefault(member.clientId(), 0L))
			.toList();
	}

	/**
	 * Return what this means for containers without a partition, or an empty text if
	 * there are no other members.
	 * @param before the other members some time ago
	 * @param waited how long ago that was
	 */
	String toText(OtherMembers before, Duration waited) {
		if (this.byGroup.isEmpty()) {
			return "";
		}
		StringBuilder text = new StringBuilder("\n\nCause:    ").append(names())
			.append(" with members that are not of this context: their partitions are not free\n");
		String label = "Evidence: ";
		for (Map.Entry<String, List<MemberDescription>> entry : this.byGroup.entrySet()) {
			for (MemberDescription member : entry.getValue()) {
				text.append(label)
					.append("group <" + entry.getKey() + "> has client id <" + member.clientId() + "> at <"
							+ member.host() + ">")
					.append(before.has(member) ? ", there for at least " + waited.toSeconds() + "s\n" : "\n");
				label = "          ";
			}
		}
		return text.append(REMEDY).toString();
	}

	private String names() {
		return this.byGroup.keySet().stream().map((group) -> "group <" + group + ">").collect(Collectors.joining(", "));
	}

	private boolean has(MemberDescription member) {
		Set<String> ids = new HashSet<>();
		this.byGroup.values().forEach((members) -> members.forEach((each) -> ids.add(each.consumerId())));
		return ids.contains(member.consumerId());
	}

}
