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

package io.omninode.kafka.samples.codegen;

import java.time.Duration;
import java.util.Map;

import io.omninode.kafka.test.flow.Flow;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.Exchange;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each of the four exchanges: a request, its reply, and the flow of both.
 */
@SpringBootTest
@KafkaTest
class ExchangesIntegrationTests {

	private static final String ROW = "%-10s  %-36s  %-37s  %-36s  %7s%n";

	private static final StringBuilder table = new StringBuilder();

	private static final String NODE = """
			import httpx

			class NodeUserEffect:
			    \"""Fetches users.\"""

			    async def execute(self, user_id: str) -> dict:
			        \"""Return a user.\"""
			        if not user_id:
			            raise ValueError("no id")
			        return httpx.get(f"https://users.test/{user_id}").json()
			""";

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private FlowTracker flows;

	@Test
	void aValidNodeIsScored() {
		JsonNode result = exchange("validation", "validate");
		assertThat(result.get("is_valid").asBoolean()).isTrue();
		assertThat(result.get("quality_score").asDouble()).isGreaterThan(0.8);
	}

	@Test
	void theStructureOfANodeIsMeasured() {
		JsonNode result = exchange("analysis", "analyze");
		assertThat(result.get("classes").asInt()).isEqualTo(1);
		assertThat(result.get("methods").asInt()).isEqualTo(1);
		assertThat(result.get("max_complexity").asInt()).isEqualTo(2);
	}

	@Test
	void thePatternsOfANodeAreMatched() {
		assertThat(exchange("pattern", "pattern").get("patterns").isArray()).isTrue();
	}

	@Test
	void mixinsAreSuggestedForANode() {
		JsonNode mixins = exchange("mixin", "mixin").get("mixins");
		assertThat(mixins.valueStream().map((mixin) -> mixin.get("name").asString())).contains("MixinRetry");
	}

	@Test
	void aRequestWithoutCodeIsAnsweredWithTheReason() {
		Reply reply = this.replies.exchange("validation")
			.send(Map.of("event_type", "codegen.request.validate", "payload", Map.of()))
			.await();
		assertThat(reply.json().get("error").asString()).isEqualTo("code_content is missing or blank in the payload");
	}

	@AfterAll
	static void printTable() {
		System.out.printf("%n" + ROW + "%s", "exchange", "request topic", "reply topic", "correlation id", "latency",
				table);
	}

	private JsonNode exchange(String name, String verb) {
		Exchange exchange = this.replies.exchange(name);
		Reply reply = exchange.send(Map.of("event_type", "codegen.request." + verb, "payload",
				Map.of("code_content", NODE, "node_type", "effect")))
			.await();
		table.append(ROW.formatted(name, exchange.requestTopic(), exchange.replyTopic(), reply.correlationId(),
				reply.latency().toMillis() + " ms"));
		assertThat(reply).isOn(exchange.replyTopic())
			.hasJson("/correlation_id", reply.correlationId())
			.arrivedWithin(Duration.ofMinutes(1));
		Flow flow = this.flows.track(reply.correlationId());
		assertThat(flow).isComplete().completedWithin(Duration.ofMinutes(1));
		assertThat(flow).visited(name + "-request", name + "-response").inOrder().hasHops(2).hasNoDeadLetters();
		return reply.json();
	}

}
