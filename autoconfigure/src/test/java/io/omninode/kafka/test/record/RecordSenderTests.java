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

import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordWriter;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.core.KafkaOperations;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RecordSender}.
 */
class RecordSenderTests {

	@SuppressWarnings("unchecked")
	private final KafkaOperations<byte[], byte[]> operations = mock(KafkaOperations.class);

	private final RecordWriter writer = RecordWriter.of(ApplicationFormats.none(), JsonFormat.standard());

	@Test
	void aTopicThatIsKnownIsNotAskedFor() {
		new RecordSender(this.writer, this.operations, (topic) -> true).introduce("orders");
		then(this.operations).shouldHaveNoInteractions();
	}

	@Test
	void aTopicThatTheProducerHasWaitedForIsNotWaitedForAgain() {
		given(this.operations.partitionsFor("orders"))
			.willThrow(new TimeoutException("Topic orders not present in metadata after 4000 ms."));
		assertThatIllegalStateException().isThrownBy(() -> sender().introduce("orders"))
			.withMessage("The record for <orders> was not sent.\n\n"
					+ "Cause:    Topic orders not present in metadata after 4000 ms.\n"
					+ "Evidence: exception <org.apache.kafka.common.errors.TimeoutException>\n"
					+ "Remedy:   correct the name of the topic, or create it\n");
	}

	@Test
	void whatElseIsWrongWithATopicItsRecordTells() {
		given(this.operations.partitionsFor("orders")).willThrow(new InvalidTopicException("orders"));
		assertThatNoException().isThrownBy(() -> sender().introduce("orders"));
	}

	private RecordSender sender() {
		return new RecordSender(this.writer, this.operations, (topic) -> false);
	}

}
