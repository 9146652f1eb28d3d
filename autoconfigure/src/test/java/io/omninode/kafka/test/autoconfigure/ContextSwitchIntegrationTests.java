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

import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.tap.Tap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.Lifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two contexts in turn: while one is used, Spring's test framework pauses the other.
 */
@Tag(KafkaTags.KAFKA)
class ContextSwitchIntegrationTests {

	private @Nullable TestContextManager current;

	@Test
	void twoContextsShareABrokerAndEachGetsItsReplies() throws Exception {
		First first = prepare(new First());
		assertRepliesCome(first);
		Second second = prepare(new Second());
		assertThat(first.tap).matches((tap) -> !((Lifecycle) tap).isRunning());
		assertThat(second.broker.bootstrapServers()).isEqualTo(first.broker.bootstrapServers());
		assertRepliesCome(second);
		PendingReply whilePaused = second.replies.pending("while-paused");
		second.template.send(ScriptedApplication.REPLIES, Map.of("correlation_id", "while-paused"))
			.get(1, TimeUnit.MINUTES);
		whilePaused.await();
		First again = prepare(new First());
		assertThat(again.tap).isSameAs(first.tap).matches((tap) -> ((Lifecycle) tap).isRunning());
		assertThat(again.replies.pending("while-paused").await().correlationId()).isEqualTo("while-paused");
		assertRepliesCome(again);
	}

	@AfterEach
	void endTestClass() throws Exception {
		if (this.current != null) {
			this.current.afterTestClass();
		}
	}

	private static void assertRepliesCome(Base test) {
		assertThat(test.replies.between(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES)
			.send(Map.of("a", 1))
			.await()
			.json()
			.get("a")
			.asInt()).isEqualTo(1);
	}

	/**
	 * Begin a test class, after the one before has ended.
	 */
	private <T> T prepare(T instance) throws Exception {
		endTestClass();
		this.current = new TestContextManager(instance.getClass());
		this.current.beforeTestClass();
		this.current.prepareTestInstance(instance);
		return instance;
	}

	abstract static class Base {

		@Autowired
		ReplyAwaiter replies;

		@Autowired
		TestBroker broker;

		@Autowired
		Tap tap;

		@Autowired
		@Qualifier("kafkaTestTemplate")
		KafkaTemplate<String, Object> template;

	}

	@SpringBootTest(classes = ScriptedApplication.class, properties = "context=first")
	static class First extends Base {

	}

	@SpringBootTest(classes = ScriptedApplication.class, properties = "context=second")
	static class Second extends Base {

	}

}
