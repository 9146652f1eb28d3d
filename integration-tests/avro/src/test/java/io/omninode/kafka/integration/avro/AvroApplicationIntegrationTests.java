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

package io.omninode.kafka.integration.avro;

import java.util.Map;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The one-liners of the guide against an application that speaks Avro.
 */
@SpringBootTest
@KafkaTest
class AvroApplicationIntegrationTests {

	@Autowired
	private TestRecords records;

	@Autowired
	private ReplyAwaiter replies;

	@Test
	void aRecordOfAvroIsConsumedAndWhatComesOfItIsRead() {
		this.records.send("measurements", "door", new Measurement("door", 21)).awaitConsumed();
		ReceivedRecord event = this.records.on("doubles").await();
		assertThat(event.as(Measurement.class)).isEqualTo(new Measurement("door", 42));
		assertThat(event.as(GenericRecord.class).get("value")).isEqualTo(42L);
	}

	@Test
	void aRecordWithoutAClassIsWrittenByTheApplicationToo() {
		GenericData.Record record = new GenericRecordBuilder(Measurement.SCHEMA).set("sensor", "roof")
			.set("value", 1L)
			.build();
		this.records.send("measurements", record).awaitConsumed();
		assertThat(this.records.on("doubles").await().as(Measurement.class)).isEqualTo(new Measurement("roof", 2));
	}

	@Test
	void aReplyIsFoundByTheIdInItsHeader() {
		Reply reply = this.replies.between("measurements", "doubles").send(new Measurement("door", 4)).await();
		assertThat(reply.as(Measurement.class)).isEqualTo(new Measurement("door", 8));
		assertThat(reply.header("correlation_id")).isEqualTo(reply.correlationId());
	}

	@Test
	void whatIsNoTextIsShownInHexadecimalForm() {
		this.records.send("measurements", new Measurement("a", 1)).awaitConsumed();
		ReceivedRecord event = this.records.on("doubles").await();
		assertThatIllegalStateException().isThrownBy(event::json).withMessageContaining("00026104");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(event).hasKey("a"))
			.withMessageContaining("00026104");
	}

	@Test
	void whatTheApplicationCannotWriteIsRefusedWithItsReason() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.records.send("measurements", Map.of("value", 1)))
			.withMessageContaining("<AvroSerializer>: Unsupported Avro type")
			.withMessageContaining("choose a template with via(template), or send text or bytes");
	}

	@Test
	void aListenerOfTextGetsJson() {
		this.records.send("commands", Map.of("reset", true)).awaitConsumed();
		assertThat(this.records.on("doubles").await().as(Measurement.class).get(0)).isEqualTo("{\"reset\":true}");
	}

}
