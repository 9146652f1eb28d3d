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

import org.springframework.kafka.core.KafkaOperations;

/**
 * {@link Exchange} between topics.
 *
 * @param requestTopic where requests go
 * @param replyTopics where replies come
 * @param errorTopic where failures are told
 * @param awaiter registers and sends
 * @param writer turns events into requests
 */
record DefaultExchange(String requestTopic, List<String> replyTopics, Optional<String> errorTopic,
		DefaultReplyAwaiter awaiter, RequestWriter writer) implements Exchange {

	@Override
	public String replyTopic() {
		return this.replyTopics.get(0);
	}

	@Override
	public Exchange withErrorTopic(String topic) {
		DefaultExchange exchange = this.awaiter.newExchange(this.requestTopic, this.replyTopics,
				Optional.of(this.awaiter.resolve(topic)));
		return exchange.with(this.writer);
	}

	@Override
	public Exchange via(KafkaOperations<?, ?> template) {
		return with(this.awaiter.writer(template));
	}

	private DefaultExchange with(RequestWriter other) {
		return new DefaultExchange(this.requestTopic, this.replyTopics, this.errorTopic, this.awaiter, other);
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
	public PendingReply send(ProducerRecord<?, ?> record) {
		String topic = this.awaiter.resolve(record.topic());
		if (!topic.equals(this.requestTopic)) {
			throw new IllegalArgumentException("The record is for topic <" + Excerpt.of(record.topic())
					+ ">, but requests of this exchange go to <" + this.requestTopic + ">");
		}
		return this.awaiter.send(this.writer.write(record, this.requestTopic), this.requestTopic,
				ReplyTopics.of(this.replyTopics, this.errorTopic));
	}

}
