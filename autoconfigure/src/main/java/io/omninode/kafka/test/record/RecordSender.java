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

package io.omninode.kafka.test.record;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.serialization.RecordWriter;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.util.StringUtils;

/**
 * What a record of a test is sent with.
 *
 * @param writer turns it into bytes
 * @param operations sends the bytes
 * @since 0.1.0
 */
public record RecordSender(RecordWriter writer, KafkaOperations<byte[], byte[]> operations) {

	private static final int MAX_REASON = 1_000;

	/**
	 * Return why a record was not sent, and what to do about it where that is known.
	 * @param cause what the producer has thrown
	 * @return the reason, a part of it if it is long
	 */
	public static String reason(Throwable cause) {
		String reason = Excerpt.of(cause.getMessage(), MAX_REASON);
		if (!(cause instanceof RecordTooLargeException)) {
			return reason;
		}
		boolean byProducer = reason.contains(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
		return StringUtils.trimTrailingCharacter(reason, '.') + (byProducer
				? ". Raise kafka.test.producer.properties.max.request.size."
				: ". Raise max.message.bytes of the topic, or kafka.test.embedded.properties.message.max.bytes.");
	}

	/**
	 * Have the cluster create a topic that is not there, as the first record would, so
	 * that those who read it can get ready before that record is there. Where the cluster
	 * does not, the record will say so.
	 * @param topic the name of the topic
	 */
	public void introduce(String topic) {
		try {
			this.operations.partitionsFor(topic);
		}
		catch (KafkaException ex) {
			// What is wrong with a topic, its record says.
		}
	}

	/**
	 * Return a sender that writes as a template of the application does. The bytes are
	 * sent as before.
	 * @param template the template
	 * @return the sender
	 */
	public RecordSender via(KafkaOperations<?, ?> template) {
		return new RecordSender(this.writer.via(template), this.operations);
	}

}
