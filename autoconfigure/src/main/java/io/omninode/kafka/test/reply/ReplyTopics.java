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

package io.omninode.kafka.test.reply;

import java.util.List;
import java.util.stream.Stream;

import io.omninode.kafka.test.topic.ExchangeTopics;

/**
 * Where the answers to a request come.
 *
 * @param replies the topics of replies
 * @param errors the topics on which a failure is told
 * @param answering how many of the reply topics answer one request
 */
record ReplyTopics(List<String> replies, List<String> errors, int answering) {

	static ReplyTopics of(ExchangeTopics topics) {
		String error = topics.error();
		return new ReplyTopics(topics.replies(), (error != null) ? List.of(error) : List.of(), topics.replies().size());
	}

	/**
	 * Return the topics of several exchanges, of which one is answered.
	 */
	static ReplyTopics anyOf(List<String> replies, List<String> errors) {
		return new ReplyTopics(replies, errors, 1);
	}

	List<String> all() {
		return Stream.concat(this.replies.stream(), this.errors.stream()).distinct().toList();
	}

}
