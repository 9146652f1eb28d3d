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

package io.omninode.kafka.test.topic;

import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Creates a topic before the first record is sent to it, if the cluster would create it
 * for that record, so that its readers can get ready first.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@FunctionalInterface
public interface TopicIntroduction {

	/**
	 * Create a topic if it is missing, and return when it exists.
	 * @param topic the name of the topic
	 * @return whether it exists; {@code false} if that is not known
	 * @throws IllegalStateException if it does not exist and the cluster does not create
	 * topics automatically; the message lists the nearest names
	 */
	boolean introduce(String topic);

	/**
	 * Create an instance.
	 * @param names the logical names of topics
	 * @param admin returns the admin client, which the caller closes; called at the first
	 * use
	 * @return the instance
	 */
	static TopicIntroduction of(TopicNames names, Supplier<Admin> admin) {
		return new DefaultTopicIntroduction(TestTopics.of(names, admin, 1, (short) 1), admin);
	}

}
