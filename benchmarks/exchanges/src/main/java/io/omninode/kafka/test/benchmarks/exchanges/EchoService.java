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

package io.omninode.kafka.test.benchmarks.exchanges;

import java.util.concurrent.CountDownLatch;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * The service under test: sends back what it gets, unless it is frozen.
 */
@SpringBootApplication
class EchoService {

	static final String REQUESTS = "echo.requests";

	static final String REPLIES = "echo.replies";

	private final KafkaTemplate<byte[], byte[]> template;

	private volatile CountDownLatch frozen = new CountDownLatch(0);

	EchoService(KafkaTemplate<byte[], byte[]> template) {
		this.template = template;
	}

	@KafkaListener(topics = REQUESTS, groupId = "echo")
	void on(ConsumerRecord<byte[], byte[]> request) throws InterruptedException {
		this.frozen.await();
		Header replyTopic = request.headers().lastHeader(KafkaHeaders.REPLY_TOPIC);
		String topic = (replyTopic != null) ? new String(replyTopic.value()) : REPLIES;
		this.template.send(new ProducerRecord<>(topic, null, request.key(), request.value(), request.headers()));
	}

	/**
	 * Answer nothing until the latch is counted down.
	 */
	CountDownLatch freeze() {
		CountDownLatch until = new CountDownLatch(1);
		this.frozen = until;
		return until;
	}

}
