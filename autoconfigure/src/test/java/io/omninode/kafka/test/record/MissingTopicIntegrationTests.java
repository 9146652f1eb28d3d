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

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A cluster that does not create topics by itself.
 */
@SpringBootTest(classes = MissingTopicIntegrationTests.Application.class,
		properties = { "kafka.test.embedded.properties.auto.create.topics.enable=false",
				"kafka.test.producer.properties.max.block.ms=4000", "kafka.test.topics.orders=missing.orders",
				"kafka.test.codegen-topics=false" })
@KafkaTest
class MissingTopicIntegrationTests {

	private static final String REASON = "\n\nCause:    there is no such topic, and the cluster does not create it "
			+ "(auto.create.topics.enable=false)\nEvidence: topics, the nearest first: <missing.orders>\n"
			+ "Remedy:   correct the name, or create the topic first, with TestTopics.create for example\n";

	@Autowired
	private TestRecords records;

	@Autowired
	private ReplyAwaiter replies;

	@Test
	void aRecordForATopicThatIsNotThereIsRefusedSoonWithTheNearestNames() {
		long begin = System.nanoTime();
		assertThatExceptionOfType(UnsentRecordException.class)
			.isThrownBy(() -> this.records.send("missing.order", "value"))
			.withMessage("The record for <missing.order> was not sent." + REASON)
			.satisfies((ex) -> assertThat(ex.diagnosis().verdict().cause()).isEqualTo(Cause.SEND_UNKNOWN_TOPIC));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
	}

	@Test
	void soIsARequest() {
		assertThatExceptionOfType(UnsentRecordException.class)
			.isThrownBy(() -> this.replies.between("missing.order", "orders").send("{}"))
			.withMessage("The request for <missing.order> was not sent." + REASON)
			.satisfies((ex) -> assertThat(ex.diagnosis().verdict().cause()).isEqualTo(Cause.SEND_UNKNOWN_TOPIC));
	}

	@Test
	void aTopicThatIsThereIsSentTo() {
		assertThat(this.records.send("orders", "value").topic()).isEqualTo("missing.orders");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
