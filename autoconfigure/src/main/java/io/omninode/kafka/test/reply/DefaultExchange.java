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
import io.omninode.kafka.test.record.UnwritableRecordException;
import io.omninode.kafka.test.topic.ExchangeTopics;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.springframework.kafka.core.KafkaOperations;

/**
 * {@link Exchange} between topics.
 *
 * @param topics the topics of the exchange
 * @param awaiter registers and sends
 * @param writer turns events into requests
 */
record DefaultExchange(ExchangeTopics topics, DefaultReplyAwaiter awaiter, RequestWriter writer) implements Exchange {

	@Override
	public String requestTopic() {
		return this.topics.request();
	}

	@Override
	public String replyTopic() {
		return this.topics.reply();
	}

	@Override
	public List<String> replyTopics() {
		return this.topics.replies();
	}

	@Override
	public Optional<String> errorTopic() {
		return Optional.ofNullable(this.topics.error());
	}

	@Override
	public Exchange withErrorTopic(String topic) {
		return this.awaiter.newExchange(this.topics.withError(this.awaiter.resolve(topic))).with(this.writer);
	}

	@Override
	public Exchange via(KafkaOperations<?, ?> template) {
		return with(this.awaiter.writer(template));
	}

	private DefaultExchange with(RequestWriter other) {
		return new DefaultExchange(this.topics, this.awaiter, other);
	}

	@Override
	public PendingReply send(Object event) {
		return send(new ProducerRecord<>(this.topics.request(), event));
	}

	@Override
	public PendingReply send(String key, Object event) {
		return send(new ProducerRecord<>(this.topics.request(), key, event));
	}

	@Override
	public PendingReply send(ProducerRecord<?, ?> record) {
		String topic = this.awaiter.resolve(record.topic());
		if (!topic.equals(this.topics.request())) {
			throw new IllegalArgumentException("The record is for topic <" + Excerpt.of(record.topic())
					+ ">, but requests of this exchange go to <" + this.topics.request() + ">");
		}
		RequestWriter.Request request = UnwritableRecordException.write("request", topic,
				() -> this.writer.write(record, topic));
		return this.awaiter.send(request, topic, ReplyTopics.of(this.topics));
	}

}
