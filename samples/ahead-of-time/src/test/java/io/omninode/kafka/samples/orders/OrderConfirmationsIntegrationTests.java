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

package io.omninode.kafka.samples.orders;

import java.util.Map;

import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The context of these tests is the one that was processed ahead of time.
 */
@SpringBootTest
@ActiveProfiles("test")
@KafkaTest
class OrderConfirmationsIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	TestBroker broker;

	@Test
	void anOrderIsConfirmed() {
		assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
		assertThat(this.broker.mode()).isEqualTo(BrokerMode.EMBEDDED);
		Reply reply = this.replies.exchange("orders").send(Map.of("order", 42, "state", "placed")).await();
		assertThat(reply.json().get("state").asString()).isEqualTo("confirmed");
	}

}
