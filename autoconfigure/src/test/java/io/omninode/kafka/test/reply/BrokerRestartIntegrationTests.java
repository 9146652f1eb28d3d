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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.broker.BrokerNode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTest;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replies whose broker goes away and comes back meanwhile. The broker is not shared with
 * other tests.
 */
@SpringBootTest(classes = ScriptedApplication.class,
		properties = { "kafka.test.embedded.properties.num.partitions=1", "logging.level.org.apache.kafka=ERROR" })
@KafkaTest
class BrokerRestartIntegrationTests {

	private static final int PAIRS = 1_000;

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestBroker broker;

	@RepeatedTest(2)
	void everyRequestThatWasTakenIsAnswered() throws Exception {
		Exchange exchange = this.replies.between(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES);
		BrokerNode node = this.broker.nodes().get(0);
		CompletableFuture<Void> restart = new CompletableFuture<>();
		List<PendingReply> pending = new ArrayList<>();
		for (int index = 0; index < PAIRS; index++) {
			if (index == PAIRS / 3) {
				restart = CompletableFuture.runAsync(() -> {
					node.stop();
					node.start();
				});
			}
			pending.add(exchange.send(Map.of("number", index)));
		}
		restart.get(1, TimeUnit.MINUTES);
		for (int index = 0; index < PAIRS; index++) {
			assertThat(pending.get(index).await(Duration.ofSeconds(60)).json().get("number").asInt()).isEqualTo(index);
		}
	}

}
