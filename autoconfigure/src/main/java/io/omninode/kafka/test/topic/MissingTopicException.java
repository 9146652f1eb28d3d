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

import java.util.Collection;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.util.StringUtils;

/**
 * Thrown when a topic is needed that is not there, on a cluster that does not create it.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@SuppressWarnings("serial")
public final class MissingTopicException extends IllegalStateException {

	private static final String REASON = "there is no such topic, and the cluster does not create it "
			+ "(auto.create.topics.enable=false)";

	private static final String REMEDY = "correct the name, or create the topic first, with TestTopics.create for "
			+ "example";

	private final String nearest;

	MissingTopicException(String topic, Collection<String> known) {
		super("There is no topic <" + Excerpt.of(topic) + ">: " + REASON + "; "
				+ EditDistance.list(topic, known, "topics") + ". " + StringUtils.capitalize(REMEDY) + ".");
		this.nearest = EditDistance.list(topic, known, "topics");
	}

	/**
	 * Return why the topic is not there.
	 * @return the reason
	 */
	public String reason() {
		return REASON;
	}

	/**
	 * Return what the name may have been meant to be.
	 * @return the nearest names
	 */
	public String nearest() {
		return this.nearest;
	}

	/**
	 * Return what to do.
	 * @return the remedy
	 */
	public String remedy() {
		return REMEDY;
	}

}
