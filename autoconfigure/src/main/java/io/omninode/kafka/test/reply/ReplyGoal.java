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
import org.jspecify.annotations.Nullable;

/**
 * What a wait wants: replies, or an error event.
 */
sealed interface ReplyGoal {

	/**
	 * Return what is wanted, or nothing as long as it is not all there.
	 */
	List<Reply> pick(List<Reply> found, ReplySlot request);

	/**
	 * Return whether nothing that is wanted can come any more.
	 */
	default boolean isOver(ReplySlot request) {
		return request.failure() != null || instead(request) != null;
	}

	/**
	 * Return what came in place of what is wanted, if anything did.
	 */
	default @Nullable Reply instead(ReplySlot request) {
		return request.error();
	}

	/**
	 * Return the topics on which it is wanted.
	 */
	default List<String> topics(ReplySlot request) {
		return request.topics().replies();
	}

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
		public List<Reply> pick(List<Reply> found, ReplySlot request) {
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
		public List<Reply> pick(List<Reply> found, ReplySlot request) {
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

	/**
	 * The event on an error topic.
	 */
	record ErrorEvent() implements ReplyGoal {

		static ErrorEvent of(ReplySlot request) {
			if (request.topics().errors().isEmpty()) {
				throw new IllegalStateException("No error topic is known for <" + Excerpt.of(request.correlationId())
						+ ">: declare kafka.test.topics.<name>-error, or use withErrorTopic(topic)");
			}
			return new ErrorEvent();
		}

		@Override
		public List<String> topics(ReplySlot request) {
			return request.topics().errors();
		}

		@Override
		public List<Reply> pick(List<Reply> found, ReplySlot request) {
			Reply error = request.error();
			return (error != null) ? List.of(error) : List.of();
		}

		@Override
		public @Nullable Reply instead(ReplySlot request) {
			List<Reply> replies = request.replies(0);
			long answered = replies.stream().map(Reply::topic).distinct().count();
			return (answered >= request.topics().answering()) ? replies.get(0) : null;
		}

		@Override
		public String missing(List<Reply> found, ReplySlot request) {
			return "No error event for <" + Excerpt.of(request.correlationId()) + "> on "
					+ text(request.topics().errors());
		}

	}

}
