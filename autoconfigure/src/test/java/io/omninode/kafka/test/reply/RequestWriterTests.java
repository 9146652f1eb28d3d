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

import java.nio.charset.StandardCharsets;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordWriter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RequestWriterTests {

	@Test
	void anIdIsWrittenToTheFirstPlaceThatCanTakeIt() {
		CorrelationStrategy keyOrField = CorrelationStrategy.key().or(CorrelationStrategy.field("id"));
		RequestWriter.Request withoutKey = write(keyOrField, new ProducerRecord<>("orders", "{}"));
		assertThat(withoutKey.record().key()).isEqualTo(bytes(withoutKey.correlationId()));
		assertThat(withoutKey.record().value()).isEqualTo(bytes("{}"));
		RequestWriter.Request withKey = write(keyOrField, new ProducerRecord<>("orders", "order-42", "{}"));
		assertThat(withKey.correlationId()).isEqualTo("order-42");
		assertThat(withKey.record().value()).isEqualTo(bytes("{}"));
	}

	@Test
	void anEventWithoutAPlaceForAnIdIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> write(CorrelationStrategy.field("id"), new ProducerRecord<>("orders", "[1]")))
			.withMessage("The event for topic <orders> has no correlation id, and none can be written to it: give it "
					+ "one, or switch on a place that every event has, kafka.test.correlation.header for example");
	}

	private static RequestWriter.Request write(CorrelationStrategy correlation, ProducerRecord<String, ?> event) {
		RecordWriter writer = RecordWriter.of(ApplicationFormats.none(), JsonFormat.of(JsonMapper.shared()));
		return new RequestWriter(writer, correlation).write(event, "orders");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
