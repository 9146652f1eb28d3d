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

import io.omninode.kafka.test.diagnosis.FinalOutcome;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.Tap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Ends a wait for replies to a request of the test itself when nothing can come any more.
 * <p>
 * For one thread.
 */
final class EarlyEnd {

	private final ReplySlot request;

	private final Tap tap;

	private @Nullable FinalOutcome outcome;

	EarlyEnd(ReplySlot request, Tap tap) {
		this.request = request;
		this.tap = tap;
	}

	boolean isReached() {
		if (!this.request.settings().limits().failsFast()) {
			return false;
		}
		if (this.outcome == null) {
			this.outcome = outcome();
		}
		return this.outcome != null && this.outcome.isReached();
	}

	private @Nullable FinalOutcome outcome() {
		RecordMetadata sent = this.request.metadata();
		return (sent != null && this.request.isOwnRequest()) ? new FinalOutcome(this.request.correlationId(),
				new Origins.Place(new TopicPartition(sent.topic(), sent.partition()), sent.offset()),
				this.request.startNanos(), this.request.settings().sources(this.tap)) : null;
	}

}
