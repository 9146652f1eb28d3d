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

import java.util.Objects;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.PendingReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Waits on a Kafka that takes connections and answers nothing any more.
 */
@SpringBootTest(classes = EchoApplication.class,
		properties = { FaultMatrix.REPLY_TIMEOUT, "kafka.test.security-protocol=PLAINTEXT",
				"logging.level.org.apache.kafka=OFF", "logging.level.org.springframework.kafka=OFF" })
@KafkaTest
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that suspends a process")
class FrozenKafkaIntegrationTests {

	private static @Nullable KafkaProcess kafka;

	@Autowired
	private ApplicationContext context;

	private FaultMatrix matrix;

	private String mute;

	@DynamicPropertySource
	static void startKafka(DynamicPropertyRegistry registry) {
		registry.add("kafka.test.bootstrap-servers", () -> kafka().bootstrapServers());
	}

	private static synchronized KafkaProcess kafka() {
		KafkaProcess running = (kafka != null) ? kafka : KafkaProcess.start();
		kafka = running;
		return running;
	}

	@AfterAll
	static void stopKafka() {
		Objects.requireNonNull(kafka).stop();
	}

	@BeforeEach
	void prepare() {
		this.matrix = new FaultMatrix(this.context);
		this.mute = kafka().bootstrapServers() + "> took the connection but did not answer (no answer within 1500ms)";
	}

	@AfterEach
	void thaw() throws Exception {
		kafka().thaw();
	}

	@Test
	void frozenDuringTheFirstSend() throws Exception {
		this.matrix.forgetProducers();
		PendingReply pending = this.matrix.send();
		kafka().freeze();
		this.matrix.assertEachWaitEnds(this.mute, () -> pending);
		this.matrix.assertClosesSoon();
	}

	@Test
	void frozenAfterTheFirstSend() throws Exception {
		kafka().freeze();
		this.matrix.assertEachWaitEnds(this.mute);
	}

}
