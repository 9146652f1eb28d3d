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

package io.omninode.kafka.test.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.fixture.KafkaProcess;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.SentRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.MissingReplyError;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * On a cluster whose user may do little, the verdict is as good as its rights allow, and
 * the text says which one is missing.
 */
@SpringBootTest(classes = FewRightsIntegrationTests.Application.class,
		properties = "spring.kafka.consumer.auto-offset-reset=earliest")
@KafkaTest
@Tag(KafkaTags.INTEGRATION)
class FewRightsIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(500);

	private static KafkaProcess kafka;

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestRecords records;

	@DynamicPropertySource
	static void cluster(DynamicPropertyRegistry registry) throws Exception {
		kafka = KafkaProcess.startWithRights();
		prepare();
		registry.add("kafka.test.bootstrap-servers", kafka::saslBootstrapServers);
		registry.add("kafka.test.security-protocol", () -> "SASL_PLAINTEXT");
		registry.add("spring.kafka.properties.sasl.jaas.config",
				() -> KafkaProcess.jaasConfig(KafkaProcess.GUEST, KafkaProcess.PASSWORD));
	}

	private static void prepare() throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
			List<AclBinding> rights = new ArrayList<>();
			for (String topic : List.of("rights.orders", "rights.replies", "rights.unread")) {
				rights.add(allow(ResourceType.TOPIC, topic, AclOperation.READ));
				rights.add(allow(ResourceType.TOPIC, topic, AclOperation.WRITE));
			}
			rights.add(allow(ResourceType.TOPIC, "rights.audit", AclOperation.WRITE));
			rights.add(allow(ResourceType.GROUP, "rights", AclOperation.READ));
			admin.createAcls(rights).all().get();
			admin
				.createTopics(List.of("rights.orders", "rights.replies", "rights.unread", "rights.audit")
					.stream()
					.map((topic) -> new NewTopic(topic, 1, (short) 1))
					.toList())
				.all()
				.get();
		}
	}

	private static AclBinding allow(ResourceType type, String name, AclOperation operation) {
		return new AclBinding(new ResourcePattern(type, name, PatternType.LITERAL),
				new AccessControlEntry("User:" + KafkaProcess.GUEST, "*", operation, AclPermissionType.ALLOW));
	}

	@AfterAll
	static void stopKafka() {
		kafka.stop();
	}

	@Test
	void aTopicThatMayNotBeReadIsNamedAndTheOthersAreReadAllTheSame() {
		PendingReply reply = this.replies.between("rights.orders", "rights.replies").send(Map.of("order", 1));
		this.records.on("rights.replies").await();
		MissingReplyError error = catchThrowableOfType(MissingReplyError.class, () -> reply.await(SHORT));
		assertThat(error.diagnosis().verdict().cause()).isEqualTo(Cause.OTHER_ID);
		assertThat(error).hasMessageContaining("READ on topic <rights.audit> is not allowed for <User:alice>\n")
			.hasMessageContaining("the reply has another id, <another> instead of <" + reply.correlationId() + ">");
	}

	@Test
	void groupsThatMayNotBeSeenMakeAGuessOfWhatIsSaidOfThem() {
		try (KafkaConsumer<String, String> hidden = hiddenService()) {
			hidden.subscribe(List.of("rights.unread"));
			Awaitility.await().until(() -> {
				hidden.poll(Duration.ofMillis(100));
				return !hidden.assignment().isEmpty();
			});
			PendingReply reply = this.replies.between("rights.unread", "rights.replies").send(Map.of("order", 2));
			MissingReplyError error = catchThrowableOfType(MissingReplyError.class, () -> reply.await(SHORT));
			assertThat(error.diagnosis().verdict()).matches((verdict) -> !verdict.isCertain())
				.returns(Cause.NO_CONSUMER_GROUP, Finding::cause);
			assertThat(error)
				.hasMessageContaining(
						"\nCause:    likely: none of the consumer groups that can be seen reads <rights.unread>\n")
				.hasMessageContaining("not known: which other groups there are "
						+ "(DESCRIBE on the cluster is not allowed for <User:alice>)");
		}
	}

	@Test
	void whatAListenerOfItsOwnConsumesIsSeen() {
		SentRecord sent = this.records.send("rights.orders", Map.of("order", 3));
		sent.awaitConsumedBy("rights");
	}

	private static KafkaConsumer<String, String> hiddenService() {
		return new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
						ConsumerConfig.GROUP_ID_CONFIG, "hidden-service"),
				new StringDeserializer(), new StringDeserializer());
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Autowired
		private KafkaTemplate<String, String> template;

		@KafkaListener(topics = "rights.orders", groupId = "rights")
		void on(String order) {
			this.template.send("rights.audit", order).join();
			this.template.send("rights.replies", "{\"correlation_id\":\"another\"}").join();
		}

	}

}
