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

package io.omninode.kafka.test.flow;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.omninode.kafka.test.client.TestConsumers;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FlowTracker#awaitQuiet(Duration)} where the quiet comes.
 */
class QuietPointIntegrationTests extends AbstractQuietPointIntegrationTests {

	@Test
	void whenNothingWasSentTheApplicationIsQuiet() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			flows(context).awaitQuiet(LONG);
		}
	}

	@Test
	void whenListenersPublishToEachOtherAllOfThemAreAwaited() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			for (int i = 1; i <= 20; i++) {
				records(context).send(this.name + ".first", i);
				flows(context).awaitQuiet(LONG);
				assertThat(context.getBean(Chain.class).consumed).hasSize(i);
			}
			assertThat(records(context).on(this.name + ".third").awaitAll(20)).hasSize(20);
		}
	}

	@Test
	void whenTheTestSendsWithoutWaitingTheRecordIsAwaited() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			KafkaTemplate<String, Object> template = template(context);
			for (int i = 1; i <= 10; i++) {
				template.send(this.name + ".first", i);
				flows(context).awaitQuiet(LONG);
				assertThat(context.getBean(Chain.class).consumed).hasSize(i);
			}
		}
	}

	@Test
	void whenTheGroupsHaveTheNewProtocolAllOfThemAreAwaited() {
		try (ConfigurableApplicationContext context = run(Chain.class,
				"spring.kafka.consumer.properties.group.protocol=consumer")) {
			for (int i = 1; i <= 10; i++) {
				records(context).send(this.name + ".first", i);
				flows(context).awaitQuiet(LONG);
				assertThat(context.getBean(Chain.class).consumed).hasSize(i);
			}
		}
	}

	@Test
	void whenAListenerIsReleasedMeanwhileTheWaitEnds() throws Exception {
		try (ConfigurableApplicationContext context = run(Held.class)) {
			records(context).send(this.name, 1);
			Future<?> quiet = CompletableFuture.runAsync(() -> flows(context).awaitQuiet(LONG));
			Held held = context.getBean(Held.class);
			held.entered.await();
			assertThat(quiet).isNotDone();
			held.hold.countDown();
			quiet.get();
			assertThat(held.consumed).containsExactly("1");
		}
	}

	@Test
	void whenARecordWaitsInARetryTopicItIsAwaited() {
		try (ConfigurableApplicationContext context = run(Retrying.class)) {
			records(context).send(this.name, 1);
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Retrying.class).attempts).hasSize(3);
		}
	}

	@Test
	void whenARecordIsRetriedInPlaceItIsAwaited() {
		try (ConfigurableApplicationContext context = run(Failing.class, "attempts=3")) {
			records(context).send(this.name, 1);
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Failing.class).attempts).hasSize(4);
		}
	}

	@Test
	void aBatchIsAwaited() {
		try (ConfigurableApplicationContext context = run(Batches.class)) {
			for (int i = 0; i < 100; i++) {
				template(context).send(this.name, i);
			}
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Batches.class).consumed).hasSize(100);
		}
	}

	@Test
	void theMarksOfTransactionsAreNoRecords() {
		try (ConfigurableApplicationContext context = run(Chain.class,
				"spring.kafka.producer.transaction-id-prefix=" + this.name,
				"spring.kafka.consumer.isolation-level=read_committed")) {
			records(context).send(this.name + ".first", 1);
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Chain.class).consumed).containsExactly("1");
			records(context).on(this.name + ".third").await();
		}
	}

	@Test
	void ourOwnReadersDoNotCount() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			context.getBean(TestConsumers.class).consumer("ours", this.name + ".first");
			records(context).send(this.name + ".first", 1);
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Chain.class).consumed).containsExactly("1");
		}
	}

}
