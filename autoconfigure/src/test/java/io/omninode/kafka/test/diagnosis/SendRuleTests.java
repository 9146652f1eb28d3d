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

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SendRuleTests {

	@Test
	void whatTheProducerThrowsIsTheCause() {
		assertThat(cause(new RecordTooLargeException("large"))).isEqualTo(Cause.SEND_TOO_LARGE);
		assertThat(cause(new RecordBatchTooLargeException("large"))).isEqualTo(Cause.SEND_TOO_LARGE);
		assertThat(cause(new TopicAuthorizationException("orders"))).isEqualTo(Cause.SEND_NOT_AUTHORIZED);
		assertThat(cause(new NotEnoughReplicasException("one"))).isEqualTo(Cause.SEND_NO_LEADER);
		assertThat(cause(new NotLeaderOrFollowerException("none"))).isEqualTo(Cause.SEND_NO_LEADER);
		assertThat(cause(new UnknownTopicOrPartitionException("orders"))).isEqualTo(Cause.SEND_UNKNOWN_TOPIC);
		assertThat(cause(new InvalidTopicException("or ders"))).isEqualTo(Cause.SEND_UNKNOWN_TOPIC);
		assertThat(cause(new SerializationException("no type"))).isEqualTo(Cause.SEND_NOT_SERIALIZABLE);
		assertThat(cause(new IllegalStateException("closed"))).isEqualTo(Cause.SEND_FAILED);
	}

	@Test
	void aTopicThatIsNotInTheMetadataIsUnknown() {
		assertThat(cause(new TimeoutException("Topic orders not present in metadata after 3000 ms.")))
			.isEqualTo(Cause.SEND_UNKNOWN_TOPIC);
		assertThat(cause(new TimeoutException(
				"Partition 7 of topic orders with partition count 1 is not present in " + "metadata after 3000 ms.")))
			.isEqualTo(Cause.SEND_UNKNOWN_TOPIC);
	}

	@Test
	void whatHasNotBeenAcknowledgedInTimeHasFailed() {
		assertThat(cause(new TimeoutException("Expiring 1 record(s) for orders-0:120000 ms has passed")))
			.isEqualTo(Cause.SEND_FAILED);
	}

	private static Cause cause(Exception failure) {
		return SendRule.of(new IllegalStateException("The request was not sent", failure)).judge().cause();
	}

}
