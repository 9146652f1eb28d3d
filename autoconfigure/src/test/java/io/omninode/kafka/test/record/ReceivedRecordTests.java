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

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ReceivedRecordTests {

	@Test
	void aRecordOfAnyConsumerCanBeAsserted() {
		ConsumerRecord<String, Map<String, Integer>> record = new ConsumerRecord<>("orders", 1, 5, "key-1",
				Map.of("count", 3));
		record.headers().add("a", "1".getBytes(StandardCharsets.UTF_8));
		assertThat(ReceivedRecord.of(record)).isOn("orders")
			.isInPartition(1)
			.hasToString("orders-1@5")
			.hasKey("key-1")
			.hasHeader("a", "1")
			.hasJson("/count", 3);
	}

	@Test
	void bytesAndTextAreTakenAsTheyAre() {
		assertThat(ReceivedRecord.of(new ConsumerRecord<>("a", 0, 0, new byte[] { 'k' }, "no JSON"))).hasKey("k")
			.hasText("no JSON");
		assertThat(ReceivedRecord.of(new ConsumerRecord<>("a", 0, 0, 42, Bytes.wrap(new byte[] { 'v' })))).hasKey("42")
			.hasText("v");
		assertThat(ReceivedRecord.of(new ConsumerRecord<>("a", 0, 0, null, JsonMapper.shared().readTree("[1]"))))
			.hasNoKey()
			.hasJson("/0", 1);
		assertThat(ReceivedRecord.of(new ConsumerRecord<>("a", 0, 0, null, null))).hasNoValue();
	}

	@Test
	void headersAreTextInTheirOrderTheLastOfEachName() {
		ConsumerRecord<String, String> record = new ConsumerRecord<>("a", 0, 0, "k", "v");
		record.headers()
			.add("one", "1".getBytes(StandardCharsets.UTF_8))
			.add("binary", new byte[] { -1 })
			.add("one", "2".getBytes(StandardCharsets.UTF_8));
		assertThat(ReceivedRecord.of(record).headers()).containsExactly(entry("one", "2"), entry("binary", null));
	}

}
