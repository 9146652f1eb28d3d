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

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.omninode.kafka.test.junit.KafkaLoadTest;
import io.omninode.kafka.test.reply.Exchange;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many requests in flight at once: each gets its own reply.
 */
@SpringBootTest
@KafkaLoadTest
class LoadSmokeIntegrationTests {

	private static final int REQUESTS = 250;

	@Autowired
	private ReplyAwaiter replies;

	@ParameterizedTest
	@ValueSource(strings = { "validation", "analysis", "pattern", "mixin" })
	void everyRequestGetsItsOwnReply(String name) {
		Exchange exchange = this.replies.exchange(name);
		List<PendingReply> pending = IntStream.range(0, REQUESTS).mapToObj((each) -> send(exchange, each)).toList();
		List<Reply> received = pending.stream().map(PendingReply::await).toList();
		assertThat(received).extracting(Reply::correlationId)
			.doesNotHaveDuplicates()
			.containsExactlyElementsOf(pending.stream().map(PendingReply::correlationId).toList());
	}

	private static PendingReply send(Exchange exchange, int number) {
		return exchange.send("key-" + number, Map.of("payload", Map.of("code_content", "value_" + number + " = 1")));
	}

}
