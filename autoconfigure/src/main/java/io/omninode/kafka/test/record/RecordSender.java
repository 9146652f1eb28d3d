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

import java.util.List;

import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.topic.MissingTopicException;
import io.omninode.kafka.test.topic.TopicIntroduction;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.KafkaOperations;

/**
 * What a record of a test is sent with.
 *
 * @param writer turns it into bytes
 * @param operations sends the bytes
 * @param introduction creates missing topics
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record RecordSender(RecordWriter writer, KafkaOperations<byte[], byte[]> operations,
		TopicIntroduction introduction) {

	private static final Logger logger = LoggerFactory.getLogger(RecordSender.class);

	private static final int MAX_REASON = 1_000;

	/**
	 * Return why a record was not sent.
	 * @param cause what the producer has thrown
	 * @return the reason, a part of it if it is long
	 */
	public static String reason(Throwable cause) {
		return Excerpt.of(cause.getMessage(), MAX_REASON);
	}

	/**
	 * Return why a record was not acknowledged: of a partition without a leader the
	 * producer says only that it took too long.
	 */
	Throwable explained(String topic, Throwable cause) {
		if (!(cause instanceof TimeoutException) && !(cause instanceof NoAnswerException)) {
			return cause;
		}
		List<String> leaderless = leaderless(topic);
		return leaderless.isEmpty() ? cause
				: new LeaderNotAvailableException("no leader for " + String.join(", ", leaderless), cause);
	}

	private List<String> leaderless(String topic) {
		try {
			return this.operations.partitionsFor(topic)
				.stream()
				.filter((partition) -> partition.leader() == null)
				.map((partition) -> partition.topic() + "-" + partition.partition())
				.toList();
		}
		catch (KafkaException ex) {
			return List.of();
		}
	}

	/**
	 * Create a missing topic, as the first record would, so that its readers can get
	 * ready before that record is there.
	 * @param topic the name of the topic
	 * @throws UnsentRecordException if it does not appear; other faults show when the
	 * record is sent
	 * @throws MissingTopicException if it is missing and is not created
	 */
	public void introduce(String topic) {
		if (!this.introduction.introduce(topic)) {
			askFor(topic);
		}
	}

	/**
	 * The record would wait for the topic as long again.
	 */
	private void askFor(String topic) {
		try {
			this.operations.partitionsFor(topic);
		}
		catch (TimeoutException | InterruptException ex) {
			throw UnsentRecordException.of("record", topic, ex);
		}
		catch (KafkaException ex) {
			logger.debug("Topic <{}> cannot be introduced", topic, ex);
		}
	}

	/**
	 * Return a sender that writes as a template of the application does. The bytes are
	 * sent as before.
	 * @param template the template
	 * @return the sender
	 */
	public RecordSender via(KafkaOperations<?, ?> template) {
		return new RecordSender(this.writer.via(template), this.operations, this.introduction);
	}

}
