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

package io.omninode.kafka.samples.failures;

import java.time.Duration;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootTest(properties = "spring.kafka.listener.auto-startup=false")
@KafkaTest
class PausedContextIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Autowired
	ConfigurableApplicationContext context;

	@Test
	void theContextIsPaused() {
		PendingReply reply = this.replies.between("suspended-orders", "suspended-replies")
			.send(Failure.order("suspended"));
		reply.awaitNone(Duration.ofMillis(1));
		this.context.pause();
		Failure failure = Failure.of(reply::await);
		this.context.restart();
		failure.tells(Cause.CONTEXT_PAUSED, "The application context is paused");
	}

}
