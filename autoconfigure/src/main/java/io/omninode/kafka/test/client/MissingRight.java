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

package io.omninode.kafka.test.client;

import java.util.Set;
import java.util.TreeSet;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A right that the user of the tests does not have on the cluster.
 *
 * @param operation the operation that is not allowed
 * @param resource on what it is not allowed
 * @param user the user, as the cluster calls it where that is known
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record MissingRight(AclOperation operation, String resource, String user) {

	/**
	 * Return the right to see all groups and brokers.
	 * @param user the user
	 * @return the right
	 */
	public static MissingRight toDescribeTheCluster(String user) {
		return new MissingRight(AclOperation.DESCRIBE, "the cluster", user);
	}

	/**
	 * Return the right that is missing.
	 * @param failure what a client failed with
	 * @param ofTopic what the client wanted to do, where it is a topic that is refused
	 * @param user the user
	 * @return the right, or {@code null} if something else is the reason
	 */
	public static @Nullable MissingRight of(Throwable failure, AclOperation ofTopic, String user) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof AuthorizationException) {
				return of((AuthorizationException) cause, ofTopic, user);
			}
		}
		return null;
	}

	private static @Nullable MissingRight of(AuthorizationException refused, AclOperation ofTopic, String user) {
		if (refused instanceof TopicAuthorizationException topics) {
			return new MissingRight(ofTopic, topics(topics.unauthorizedTopics()), user);
		}
		if (refused instanceof GroupAuthorizationException group && group.groupId() != null) {
			return new MissingRight(AclOperation.DESCRIBE, "group <" + Excerpt.of(group.groupId()) + ">", user);
		}
		return (refused instanceof ClusterAuthorizationException) ? toDescribeTheCluster(user) : null;
	}

	private static String topics(Set<String> names) {
		return ((names.size() == 1) ? "topic <" : "topics <")
				+ String.join(">, <", new TreeSet<>(names).stream().map(Excerpt::of).toList()) + ">";
	}

	@Override
	public String toString() {
		return this.operation + " on " + this.resource + " is not allowed for <" + Excerpt.of(this.user) + ">";
	}

}
