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

import io.omninode.kafka.test.fixture.KafkaProcess;
import io.omninode.kafka.test.fixture.OnOneJdk;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.reply.PendingReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Waits on a Kafka that takes connections and answers nothing any more.
 */
@Tag(KafkaTags.KAFKA)
@Tag(KafkaTags.INTEGRATION)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that suspends a process")
@OnOneJdk
class FrozenKafkaIntegrationTests {

	private static KafkaProcess kafka;

	private static ConfigurableApplicationContext context;

	private FaultMatrix matrix;

	private String mute;

	@BeforeAll
	static void start() {
		kafka = KafkaProcess.start();
		context = new SpringApplicationBuilder(EchoApplication.class).web(WebApplicationType.NONE)
			.run("--kafka.test.bootstrap-servers=" + kafka.bootstrapServers(), "--" + FaultMatrix.REPLY_TIMEOUT,
					"--kafka.test.security-protocol=PLAINTEXT", "--logging.level.org.apache.kafka=OFF",
					"--logging.level.org.springframework.kafka=OFF");
	}

	@AfterAll
	static void stop() {
		context.close();
		kafka.stop();
	}

	@BeforeEach
	void prepare() {
		this.matrix = new FaultMatrix(context);
		this.mute = kafka.bootstrapServers() + "> took the connection but did not answer (no answer within 1s500ms)";
	}

	@AfterEach
	void thaw() throws Exception {
		kafka.thaw();
	}

	@Test
	void frozenDuringTheFirstSend() throws Exception {
		this.matrix.forgetProducers();
		PendingReply pending = this.matrix.send();
		kafka.freeze();
		this.matrix.assertEachWaitEnds(this.mute, () -> pending);
		this.matrix.assertClosesSoon();
	}

	@Test
	void frozenAfterTheFirstSend() throws Exception {
		kafka.freeze();
		this.matrix.assertEachWaitEnds(this.mute);
	}

}
