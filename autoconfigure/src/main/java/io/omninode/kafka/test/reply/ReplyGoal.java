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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;

/**
 * Which replies a wait wants.
 */
sealed interface ReplyGoal {

	/**
	 * Return the replies that are wanted, or none as long as they are not all there.
	 */
	List<Reply> pick(List<Reply> found);

	/**
	 * Say what is missing, and where.
	 */
	String missing(List<Reply> found, ReplySlot request);

	/**
	 * Show topics as failure texts do.
	 */
	static String text(List<String> topics) {
		return topics.stream().map(Excerpt::of).collect(Collectors.joining(">, <", "<", ">"));
	}

	/**
	 * The first replies.
	 *
	 * @param count how many
	 */
	record First(int count) implements ReplyGoal {

		@Override
		public List<Reply> pick(List<Reply> found) {
			return (found.size() < this.count) ? List.of() : List.copyOf(found.subList(0, this.count));
		}

		@Override
		public String missing(List<Reply> found, ReplySlot request) {
			String missing = (this.count == 1) ? "No reply" : found.size() + " of " + this.count + " replies";
			return missing + " to <" + Excerpt.of(request.correlationId()) + "> on " + text(request.topics().replies());
		}

	}

	/**
	 * The first reply of each topic.
	 *
	 * @param topics the topics
	 */
	record OfEach(List<String> topics) implements ReplyGoal {

		@Override
		public List<Reply> pick(List<Reply> found) {
			List<Reply> picked = new ArrayList<>();
			for (String topic : this.topics) {
				found.stream().filter((reply) -> reply.topic().equals(topic)).findFirst().ifPresent(picked::add);
			}
			return (picked.size() < this.topics.size()) ? List.of() : picked;
		}

		@Override
		public String missing(List<Reply> found, ReplySlot request) {
			List<String> answered = new ArrayList<>(this.topics);
			answered.retainAll(found.stream().map(Reply::topic).toList());
			List<String> silent = new ArrayList<>(this.topics);
			silent.removeAll(answered);
			return "No reply to <" + Excerpt.of(request.correlationId()) + "> on " + text(silent)
					+ (answered.isEmpty() ? "" : ", while " + text(answered) + " answered,");
		}

	}

}
