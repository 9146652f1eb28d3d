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

package io.omninode.kafka.test.record;

import java.time.Duration;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.MissingReplyError;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a test does in good faith leaves no warning of Kafka's in the log.
 */
@SpringBootTest(classes = QuietLogIntegrationTests.Application.class,
		properties = { "logging.level.org.apache.kafka.clients=warn", "kafka.test.codegen-topics=false" })
@KafkaTest
@ExtendWith(OutputCaptureExtension.class)
class QuietLogIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	private static final String WARNING = " WARN ";

	@Autowired
	private TestRecords records;

	@Autowired
	private ReplyAwaiter replies;

	@Test
	void theFirstRecordOnATopicThatNobodyHasDeclared(CapturedOutput output) {
		assertThat(this.records.send("quiet.undeclared", "value").offset()).isZero();
		assertThat(this.records.on("quiet.undeclared").await().as(String.class)).isEqualTo("value");
		assertThatWarningsAreSeen(output);
	}

	@Test
	void theFirstRequestOnATopicThatNobodyHasDeclared(CapturedOutput output) {
		this.replies.between("quiet.requests", "quiet.requests").send("{}").await();
		assertThatWarningsAreSeen(output);
	}

	@Test
	void aFailureForWhichAllTopicsAreLookedAt(CapturedOutput output) {
		this.records.send("quiet.elsewhere", "value");
		PendingReply pending = this.replies.pending("nobody's");
		assertThatExceptionOfType(MissingReplyError.class).isThrownBy(() -> pending.await(SHORT));
		assertThatWarningsAreSeen(output);
	}

	/**
	 * There is none yet, and the one that is made here is there.
	 */
	private static void assertThatWarningsAreSeen(CapturedOutput output) {
		assertThat(output.toString()).doesNotContain(WARNING);
		LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient").warn("seen");
		assertThat(output.toString()).contains(WARNING);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
