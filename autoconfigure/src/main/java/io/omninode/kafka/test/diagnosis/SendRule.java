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

package io.omninode.kafka.test.diagnosis;

import java.util.List;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.json.UnwritableValueException;
import io.omninode.kafka.test.topic.MissingTopicException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not sent.
 *
 * @param failure what the send failed with
 * @param text what to say of it, {@code null} to say what the cause does
 */
record SendRule(Throwable failure, @Nullable String text) {

	private static final int MAX_REASON = 1_000;

	static SendRule of(Throwable failure) {
		return new SendRule(failure, null);
	}

	Finding judge() {
		Throwable last = this.failure;
		for (Throwable cause = this.failure; cause != null; cause = cause.getCause()) {
			Finding finding = known(cause);
			if (finding != null) {
				return finding;
			}
			last = cause;
		}
		return finding(Cause.SEND_FAILED, last, "see the exception");
	}

	private @Nullable Finding ofCause(Throwable cause) {
		if (cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException) {
			boolean isByProducer = String.valueOf(cause.getMessage()).contains(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
			return finding(Cause.SEND_TOO_LARGE, cause,
					"send less, or raise " + (isByProducer ? "kafka.test.producer.properties.max.request.size"
							: "max.message.bytes of the topic, or kafka.test.embedded.properties.message.max.bytes"));
		}
		if (cause instanceof AuthorizationException) {
			return finding(Cause.SEND_NOT_AUTHORIZED, cause,
					"give the user of the test the right to write to the topic");
		}
		if (cause instanceof NotEnoughReplicasException || cause instanceof LeaderNotAvailableException
				|| cause instanceof NotLeaderOrFollowerException) {
			return finding(Cause.SEND_NO_LEADER, cause,
					"see whether all brokers run, and whether the topic has more replicas than there are brokers");
		}
		if (cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException
				|| isUnknown(cause)) {
			return finding(Cause.SEND_UNKNOWN_TOPIC, cause, "correct the name of the topic, or create it");
		}
		return (cause instanceof SerializationException)
				? finding(Cause.SEND_NOT_SERIALIZABLE, cause, "send what the serializer of the producer can write")
				: null;
	}

	private @Nullable Finding known(Throwable cause) {
		if (cause instanceof MissingTopicException missing) {
			return new Finding(Cause.SEND_UNKNOWN_TOPIC, true, missing.reason(), List.of(missing.nearest()),
					missing.remedy());
		}
		if (cause instanceof UnwritableValueException unwritable) {
			return Finding.certain(Cause.SEND_NOT_SERIALIZABLE, unwritable.reason(), unwritable.remedy());
		}
		return ofCause(cause);
	}

	/**
	 * The producer waits for a topic to appear, and has no exception of its own for one
	 * that does not.
	 */
	private static boolean isUnknown(Throwable cause) {
		return cause instanceof TimeoutException && String.valueOf(cause.getMessage()).contains("present in metadata");
	}

	private Finding finding(Cause cause, Throwable thrown, String remedy) {
		String said = (this.text != null) ? this.text : Excerpt.of(thrown.getMessage(), MAX_REASON);
		boolean isOwn = this.text != null || thrown.getCause() != null;
		List<String> evidence = isOwn ? List.of() : List.of("exception <" + thrown.getClass().getName() + ">");
		return new Finding(cause, true, said, evidence, remedy);
	}

}
