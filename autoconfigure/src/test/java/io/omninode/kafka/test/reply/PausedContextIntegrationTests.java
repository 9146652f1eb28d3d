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
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.junit.KafkaTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Waits when their context is paused, restarted and closed. The awaiter is made when it
 * is first used, after the start of the context.
 */
@Tag(KafkaTags.KAFKA)
class PausedContextIntegrationTests {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	@Test
	void aPauseAndTheEndOfTheContextEndItsWaits() {
		try (ConfigurableApplicationContext context = context()) {
			assertEnds(silent(context), context::pause);
			context.restart();
			assertThat(exchange(context).send(Map.of("a", 1)).await().json().get("a").asInt()).isEqualTo(1);
			assertEnds(silent(context), context::stop);
			context.start();
			assertThat(exchange(context).send(Map.of("a", 2)).await().json().get("a").asInt()).isEqualTo(2);
			assertEnds(silent(context), context::close);
		}
	}

	private static ConfigurableApplicationContext context() {
		return new SpringApplicationBuilder(ScriptedApplication.class).web(WebApplicationType.NONE)
			.properties("kafka.test.reply.timeout=5m")
			.run();
	}

	private static Exchange exchange(ConfigurableApplicationContext context) {
		return context.getBean(ReplyAwaiter.class).between(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES);
	}

	private static CompletableFuture<Reply> silent(ConfigurableApplicationContext context) {
		return exchange(context).send(Map.of("script", "silent")).toFuture();
	}

	private static void assertEnds(CompletableFuture<Reply> future, Runnable end) {
		assertThat(future).isNotDone();
		end.run();
		assertThat(future).failsWithin(LIMIT)
			.withThrowableThat()
			.withMessageContaining("the application context was paused or closed while it was awaited");
	}

}
