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

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The topics of an exchange.
 *
 * @param request the topic of the requests
 * @param replies the topics of the replies, at least one; if there are several, each one
 * gets a reply to each request
 * @param error the topic of errors, {@code null} if there is none @since 0.1.0
 */
public record ExchangeTopics(String request, List<String> replies, @Nullable String error) {

	/**
	 * Create the topics of an exchange.
	 * @param request the topic of the requests
	 * @param replies the topics of the replies
	 * @param error the topic of errors, {@code null} if there is none
	 * @throws IllegalArgumentException if the list of reply topics is empty
	 */
	public ExchangeTopics {
		replies = replies.stream().distinct().toList();
		if (replies.isEmpty()) {
			throw new IllegalArgumentException("An exchange needs a reply topic");
		}
	}

	/**
	 * Return the topic of the replies, or the first one if there are several.
	 * @return the topic
	 */
	public String reply() {
		return this.replies.get(0);
	}

	/**
	 * Return the topics of the replies, including the one for errors.
	 * @return the topics, without duplicates
	 */
	public Stream<String> answers() {
		return Stream.concat(this.replies.stream(), Stream.ofNullable(this.error)).distinct();
	}

	/**
	 * Return the same topics with another one for errors.
	 * @param topic the topic of errors
	 * @return the topics
	 */
	public ExchangeTopics withError(String topic) {
		return new ExchangeTopics(this.request, this.replies, topic);
	}

}
