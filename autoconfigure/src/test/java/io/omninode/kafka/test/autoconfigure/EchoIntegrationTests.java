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

package io.omninode.kafka.test.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.connectivity.KafkaConnectivity;
import io.omninode.kafka.test.flow.Flow;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = EchoApplication.class)
@KafkaTest
class EchoIntegrationTests {

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private TestBroker broker;

	@Autowired
	private KafkaConnectivity connectivity;

	@Test
	void aRequestGetsItsReplyAndIsAFlow() {
		Reply reply = this.replies.exchange("validation").send(Map.of("a", 1)).await();
		assertThat(reply.json().get("a").asInt()).isEqualTo(1);
		assertThat(reply.json().get("correlation_id").asString()).isEqualTo(reply.correlationId());
		Flow flow = this.flows.track(reply.correlationId());
		assertThat(flow).isComplete().completedWithin(Duration.ofMinutes(1));
		assertThat(this.broker.mode()).isEqualTo(BrokerMode.EMBEDDED);
		assertThat(this.connectivity.verify()).isTrue();
	}

}
