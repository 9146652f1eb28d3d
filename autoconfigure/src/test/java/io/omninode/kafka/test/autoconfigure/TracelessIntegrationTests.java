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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the library must not do to the application under test. The broker is not shared
 * with other tests.
 */
@SpringBootTest(classes = ScriptedApplication.class,
		properties = { "kafka.test.embedded.properties.num.partitions=1",
				"kafka.test.embedded.properties.log.cleaner.threads=1" })
@KafkaTest
class TracelessIntegrationTests {

	private static final String EVENT = "{ \"correlation_id\" : \"own\",  \"number\" : 1.50 }";

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private FlowTracker flows;

	@Autowired
	private TestRecords records;

	@Autowired
	private TestBroker broker;

	@Autowired
	@Qualifier("kafkaTestAdmin")
	private Admin admin;

	@Test
	void noReaderOfOursJoinsAGroupOrCommits() throws Exception {
		Reply reply = use();
		this.flows.track(reply.correlationId(), ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES);
		this.records.on(ScriptedApplication.REPLIES).await();
		assertThat(this.admin.listGroups().all().get(1, TimeUnit.MINUTES)).extracting(GroupListing::groupId)
			.containsExactly("scripted");
	}

	@Test
	void theRecordUnderTestIsNotChanged() {
		ProducerRecord<String, String> request = new ProducerRecord<>(ScriptedApplication.REQUESTS, 0, 1_234L, "key",
				EVENT);
		request.headers().add("own", new byte[] { 1, 2 });
		this.replies.between(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES).send(request).await();
		ReceivedRecord sent = this.records.on(ScriptedApplication.REQUESTS).await();
		assertThat(new String(sent.record().value(), StandardCharsets.UTF_8)).isEqualTo(EVENT);
		assertThat(sent.key()).isEqualTo("key");
		assertThat(sent.timestamp()).isEqualTo(1_234L);
		assertThat(sent.record().headers().toArray()).singleElement()
			.satisfies((header) -> assertThat(header.key()).isEqualTo("own"))
			.satisfies((header) -> assertThat(header.value()).containsExactly(1, 2));
	}

	@Test
	void everyThreadOfOursSaysSo() {
		use();
		assertThat(Thread.getAllStackTraces()).allSatisfy((thread, stack) -> {
			if (isOurs(thread, stack)) {
				assertThat(thread.getName()).startsWith("kafka-test-");
			}
		});
		assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).contains("kafka-test-tap");
	}

	private static boolean isOurs(Thread thread, StackTraceElement[] stack) {
		boolean runsTest = Arrays.stream(stack).anyMatch((frame) -> frame.getClassName().startsWith("org.junit."));
		return !runsTest
				&& Arrays.stream(stack).anyMatch((frame) -> frame.getClassName().startsWith("io.omninode.kafka.test."))
				&& !thread.getName().contains("ntainer#");
	}

	@Test
	void theBrokerIsNoPartOfTheLifecycleOfAContext() {
		assertThat(this.broker).isNotInstanceOf(Lifecycle.class);
	}

	private Reply use() {
		return this.replies.between(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES)
			.send(Map.of("a", 1))
			.await(Duration.ofSeconds(30));
	}

}
