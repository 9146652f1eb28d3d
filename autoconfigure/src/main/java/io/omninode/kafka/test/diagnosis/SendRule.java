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
 */
record SendRule(Throwable failure) {

	Finding judge() {
		for (Throwable cause = this.failure; cause != null; cause = cause.getCause()) {
			Finding finding = of(cause);
			if (finding != null) {
				return finding;
			}
		}
		return finding(Cause.SEND_FAILED, "see the exception");
	}

	private @Nullable Finding of(Throwable cause) {
		if (cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException) {
			return finding(Cause.SEND_TOO_LARGE,
					"send less, or raise kafka.test.producer.properties.max.request.size and max.message.bytes of the topic");
		}
		if (cause instanceof AuthorizationException) {
			return finding(Cause.SEND_NOT_AUTHORIZED, "give the user of the test the right to write to the topic");
		}
		if (cause instanceof NotEnoughReplicasException || cause instanceof LeaderNotAvailableException
				|| cause instanceof NotLeaderOrFollowerException) {
			return finding(Cause.SEND_NO_LEADER,
					"see whether all brokers run, and whether the topic has more replicas than there are brokers");
		}
		if (cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException
				|| isUnknown(cause)) {
			return finding(Cause.SEND_UNKNOWN_TOPIC, "correct the name of the topic, or create it");
		}
		return (cause instanceof SerializationException)
				? finding(Cause.SEND_NOT_SERIALIZABLE, "send what the serializer of the producer can write") : null;
	}

	/**
	 * The producer waits for a topic to appear, and has no exception of its own for one
	 * that does not.
	 */
	private static boolean isUnknown(Throwable cause) {
		return cause instanceof TimeoutException && String.valueOf(cause.getMessage()).contains("present in metadata");
	}

	private Finding finding(Cause cause, String remedy) {
		return new Finding(cause, true, String.valueOf(this.failure.getMessage()), List.of(), remedy);
	}

}
