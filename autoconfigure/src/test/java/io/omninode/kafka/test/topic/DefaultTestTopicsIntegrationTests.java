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

package io.omninode.kafka.test.topic;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.omninode.kafka.test.broker.OwnBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DefaultTestTopics} with a broker.
 */
@Tag(KafkaTags.KAFKA)
class DefaultTestTopicsIntegrationTests {

	@RegisterExtension
	private static final OwnBroker BROKER = new OwnBroker();

	private final TestTopics topics = TestTopics.of(TopicNames.codegen(), BROKER::admin, 2, (short) 1);

	@Test
	void aTopicIsCreatedByItsNameWithTheDefaults() throws Exception {
		this.topics.create("by-name");
		assertThat(describe("by-name").partitions()).hasSize(2);
		assertThat(describe("by-name").partitions()).allSatisfy((each) -> assertThat(each.replicas()).hasSize(1));
	}

	@Test
	void manyTopicsAreCreatedInOneCall() throws Exception {
		this.topics.create(new NewTopic("many-1", 1, (short) 1), new NewTopic("many-2", 3, (short) 1),
				new NewTopic("many-3", 2, (short) 1).configs(Map.of("cleanup.policy", "compact")));
		assertThat(describe("many-1").partitions()).hasSize(1);
		assertThat(describe("many-2").partitions()).hasSize(3);
		assertThat(describe("many-3").partitions()).hasSize(2);
	}

	@Test
	void everyPartitionHasALeaderOnReturn() throws Exception {
		for (int i = 0; i < 10; i++) {
			String topic = "leaders-" + i;
			this.topics.create(new NewTopic(topic, 10, (short) 1));
			assertThat(describe(topic).partitions()).hasSize(10)
				.extracting(TopicPartitionInfo::leader)
				.doesNotContainNull();
		}
	}

	@Test
	void aTopicThatIsThereIsLeftAsItIs() throws Exception {
		this.topics.create(new NewTopic("existing", 3, (short) 1).configs(Map.of("retention.ms", "12345")));
		this.topics.create("existing", "existing-and-new");
		this.topics.create(new NewTopic("existing", 2, (short) 1).configs(Map.of("retention.ms", "54321")));
		assertThat(describe("existing").partitions()).hasSize(3);
		assertThat(describe("existing-and-new").partitions()).hasSize(2);
		assertThat(retention("existing")).isEqualTo("12345");
	}

	@Test
	void aTopicThatIsThereWithFewerPartitionsThanTheDefaultIsLeftAsItIsWhenNamed() throws Exception {
		this.topics.create(new NewTopic("small", 1, (short) 1));
		this.topics.create("small");
		assertThat(describe("small").partitions()).hasSize(1);
	}

	@Test
	void whenATopicIsThereWithFewerPartitionsTheMessageSaysSo() {
		this.topics.create(new NewTopic("narrow", 1, (short) 1));
		assertThatExceptionOfType(TopicCreationException.class)
			.isThrownBy(() -> this.topics.create(new NewTopic("narrow", 4, (short) 1)))
			.withMessage("Topic <narrow> is there with 1 partitions, not with the 4 asked for: use another name, or "
					+ "declare it with that number where it is created first.");
	}

	@Test
	void whenTheReplicationFactorIsTooHighTheMessageSaysSo() {
		assertThatExceptionOfType(TopicCreationException.class)
			.isThrownBy(() -> this.topics.create(new NewTopic("replicated", 1, (short) 3)))
			.withMessage(
					"Topic <replicated> cannot be created: Unable to replicate the partition 3 time(s): The target "
							+ "replication factor of 3 cannot be reached because only 1 broker(s) are registered.")
			.withCauseInstanceOf(InvalidReplicationFactorException.class);
	}

	@Test
	void whenANameIsInvalidTheMessageSaysWhatATopicMayBeCalled() {
		assertThatExceptionOfType(TopicCreationException.class).isThrownBy(() -> this.topics.create("not a name"))
			.withMessage("Topic <not a name> cannot be created: Topic name is invalid: 'not a name' contains one or "
					+ "more characters other than ASCII alphanumerics, '.', '_' and '-'")
			.withCauseInstanceOf(InvalidTopicException.class);
	}

	@Test
	void whenANameIsEmptyTheMessageSaysSo() {
		assertThatExceptionOfType(TopicCreationException.class).isThrownBy(() -> this.topics.create(""))
			.withMessage("Topic <> cannot be created: The given topic name '' cannot be represented in a request.")
			.withCauseInstanceOf(InvalidTopicException.class);
	}

	@Test
	void whenSomeOfSeveralTopicsFailTheOthersAreThere() throws Exception {
		assertThatExceptionOfType(TopicCreationException.class)
			.isThrownBy(() -> this.topics.create(new NewTopic("fails", 1, (short) 3),
					new NewTopic("works", 1, (short) 1), new NewTopic("fails-too", 1, (short) 3)))
			.withMessageStartingWith("Topic <fails> cannot be created: ")
			.satisfies((ex) -> assertThat(ex.getSuppressed()).singleElement(as(InstanceOfAssertFactories.THROWABLE))
				.hasMessageStartingWith("Topic <fails-too> cannot be created: "));
		assertThat(describe("works").partitions()).hasSize(1);
	}

	@Test
	void whenTheWaitForTheOthersFailsTooTheFailureToCreateIsNotLost() {
		Admin silent = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1", "request.timeout.ms", "100",
				"default.api.timeout.ms", "100"));
		Iterator<Admin> admins = List.of(BROKER.admin(), BROKER.admin(), silent).iterator();
		TestTopics cutOff = TestTopics.of(TopicNames.codegen(), admins::next, 1, (short) 1);
		try {
			assertThatExceptionOfType(TopicCreationException.class)
				.isThrownBy(() -> cutOff.create(new NewTopic("too-many", 1, (short) 3),
						new NewTopic("not-described", 1, (short) 1)))
				.withMessageStartingWith("Topic <not-described> cannot be described: ")
				.satisfies((ex) -> assertThat(ex.getSuppressed()).singleElement(as(InstanceOfAssertFactories.THROWABLE))
					.hasMessageStartingWith("Topic <too-many> cannot be created: "));
		}
		finally {
			silent.close(Duration.ZERO);
		}
	}

	@Test
	void topicsAreListedInOrderWithoutInternalOnes() throws Exception {
		this.topics.create("list-b", "list-c", "list-a");
		BROKER.admin()
			.alterConsumerGroupOffsets("committer", Map.of(new TopicPartition("list-a", 0), new OffsetAndMetadata(0)))
			.all()
			.get();
		assertThat(allTopics()).contains("__consumer_offsets");
		assertThat(List.copyOf(this.topics.list())).isSorted()
			.contains("list-a", "list-b", "list-c")
			.noneMatch((name) -> name.startsWith("__"));
	}

	@Test
	void theSameTopicsCanBeCreatedByManyThreadsAtOnce() throws Exception {
		int threads = 8;
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			CyclicBarrier start = new CyclicBarrier(threads);
			List<Future<Void>> results = executor.invokeAll(Collections.nCopies(threads, () -> {
				start.await(1, TimeUnit.MINUTES);
				this.topics.create("together-1", "together-2", "together-3");
				return null;
			}));
			for (Future<Void> result : results) {
				result.get(1, TimeUnit.MINUTES);
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(this.topics.list()).contains("together-1", "together-2", "together-3");
		assertThat(describe("together-3").partitions()).hasSize(2);
	}

	@Test
	void theAdminIsMadeAtTheFirstUse() {
		AtomicInteger made = new AtomicInteger();
		TestTopics lazy = TestTopics.of(TopicNames.codegen(), () -> {
			made.incrementAndGet();
			return BROKER.admin();
		}, 1, (short) 1);
		assertThat(lazy.name("mixin-request")).isEqualTo("omninode.codegen.request.mixin.v1");
		assertThat(lazy.asMap()).hasSize(8);
		lazy.create(new String[0]);
		assertThat(made).hasValue(0);
		lazy.list();
		assertThat(made).hasValue(1);
	}

	@Test
	void whenTheThreadIsInterruptedItStaysInterrupted() {
		Admin silent = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
		TestTopics waiting = TestTopics.of(TopicNames.codegen(), () -> silent, 1, (short) 1);
		Thread.currentThread().interrupt();
		try {
			assertThatExceptionOfType(TopicCreationException.class).isThrownBy(() -> waiting.create("interrupted"))
				.withMessage("Topic <interrupted> cannot be described: Interrupted while waiting for the cluster")
				.withRootCauseInstanceOf(InterruptedException.class);
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
			silent.close(Duration.ZERO);
		}
	}

	private static TopicDescription describe(String topic) throws Exception {
		return BROKER.admin().describeTopics(List.of(topic)).allTopicNames().get(1, TimeUnit.MINUTES).get(topic);
	}

	private static String retention(String topic) throws Exception {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
		return BROKER.admin().describeConfigs(List.of(resource)).all().get().get(resource).get("retention.ms").value();
	}

	private static Set<String> allTopics() throws Exception {
		return BROKER.admin().listTopics(new ListTopicsOptions().listInternal(true)).names().get();
	}

}
