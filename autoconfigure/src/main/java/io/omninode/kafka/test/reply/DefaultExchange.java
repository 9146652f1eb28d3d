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
import java.util.Optional;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * {@link Exchange} between topics.
 *
 * @param requestTopic where requests go
 * @param replyTopics where replies come
 * @param errorTopic where failures are told
 * @param awaiter registers and sends
 */
record DefaultExchange(String requestTopic, List<String> replyTopics, Optional<String> errorTopic,
		DefaultReplyAwaiter awaiter) implements Exchange {

	@Override
	public String replyTopic() {
		return this.replyTopics.get(0);
	}

	@Override
	public Exchange withErrorTopic(String topic) {
		return this.awaiter.newExchange(this.requestTopic, this.replyTopics, Optional.of(this.awaiter.resolve(topic)));
	}

	@Override
	public PendingReply send(Object event) {
		return send(new ProducerRecord<>(this.requestTopic, event));
	}

	@Override
	public PendingReply send(String key, Object event) {
		return send(new ProducerRecord<>(this.requestTopic, key, event));
	}

	@Override
	public PendingReply send(ProducerRecord<String, ?> record) {
		String topic = this.awaiter.resolve(record.topic());
		if (!topic.equals(this.requestTopic)) {
			throw new IllegalArgumentException("The record is for topic <" + Excerpt.of(record.topic())
					+ ">, but requests of this exchange go to <" + this.requestTopic + ">");
		}
		return this.awaiter.send(record, this.requestTopic, ReplyTopics.of(this.replyTopics, this.errorTopic));
	}

}
