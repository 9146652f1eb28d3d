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

import io.omninode.kafka.test.junit.KafkaTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replies that the application sends the moment its context is up, before anybody waits
 * for them, while somebody begins to, and after.
 */
@Tag(KafkaTags.KAFKA)
class RepliesAtOnceIntegrationTests {

	private static final int REPLIES = 100_000;

	private static final String TOPIC = "at-once.replies";

	@Test
	void noneIsMissed() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("kafka.test.topics.at-once-request=at-once.requests",
					"kafka.test.topics.at-once-response=" + TOPIC, "kafka.test.tap.max-records=" + REPLIES,
					"kafka.test.tap.max-bytes=512MB")
			.run()) {
			ReplyAwaiter replies = context.getBean(ReplyAwaiter.class);
			List<PendingReply> pending = new ArrayList<>();
			for (int index = 0; index < REPLIES; index++) {
				pending.add(replies.pending("reply-" + index));
			}
			for (int index = 0; index < REPLIES; index++) {
				Reply reply = pending.get(index).await(Duration.ofSeconds(60));
				assertThat(reply.offset()).isEqualTo(index);
			}
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EnableAsync
	static class Application {

		private final KafkaTemplate<String, String> template;

		Application(KafkaTemplate<String, String> template) {
			this.template = template;
		}

		@Async
		@EventListener(ApplicationReadyEvent.class)
		void reply() {
			for (int index = 0; index < REPLIES; index++) {
				this.template.send(TOPIC, "{\"correlation_id\":\"reply-" + index + "\"}");
			}
		}

	}

}
