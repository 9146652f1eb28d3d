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

package io.omninode.kafka.integration.stream;

import java.nio.charset.StandardCharsets;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamApplication}.
 */
@SpringBootTest
@KafkaTest
class StreamApplicationIntegrationTests {

	@Autowired
	private TestRecords records;

	@Test
	void anOrderIsInvoiced() {
		this.records.send("orders", "1", "one".getBytes(StandardCharsets.UTF_8));
		assertThat(this.records.on("invoices").await().record().value()).asString(StandardCharsets.UTF_8)
			.isEqualTo("invoice for one");
	}

}
