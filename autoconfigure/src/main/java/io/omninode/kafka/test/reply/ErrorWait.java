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

import java.time.Duration;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.waiting.Durations;

/**
 * A wait for an event on the error topic.
 *
 * @param request what is known of the request
 * @param report writes the failure
 */
record ErrorWait(ReplySlot request, MissingReplyReport report) {

	Reply await(Duration timeout, Runnable readToEnd) {
		if (this.request.topics().errors().isEmpty()) {
			throw new IllegalStateException("No error topic is known for <" + Excerpt.of(this.request.correlationId())
					+ ">: declare kafka.test.topics.<name>-error, or use withErrorTopic(topic)");
		}
		Durations.requirePositive(timeout);
		this.request.await(this::isSettled, System.nanoTime(), timeout);
		if (!isSettled()) {
			readToEnd.run();
		}
		Reply error = this.request.error();
		if (error == null) {
			throw missing(timeout);
		}
		return error;
	}

	private boolean isSettled() {
		return this.request.error() != null || this.request.failure() != null || isAnswered();
	}

	private boolean isAnswered() {
		return this.request.replies(0).stream().map(Reply::topic).distinct().count() >= this.request.topics()
			.answering();
	}

	private MissingReplyError missing(Duration timeout) {
		String expected = "No error event for <" + Excerpt.of(this.request.correlationId()) + "> on "
				+ ReplyGoal.text(this.request.topics().errors());
		if (isAnswered()) {
			return new MissingReplyError(this.report.answered(expected, this.request.replies(0).get(0)), null, null);
		}
		Throwable failure = this.request.failure();
		String message = (failure != null) ? this.report.failed(expected, failure)
				: this.report.missing(expected, timeout);
		return new MissingReplyError(message, failure, null);
	}

}
