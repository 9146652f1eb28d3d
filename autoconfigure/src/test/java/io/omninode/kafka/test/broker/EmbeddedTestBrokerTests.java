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

package io.omninode.kafka.test.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EmbeddedTestBroker}, and for what {@link TestBroker} says of others.
 */
class EmbeddedTestBrokerTests {

	private final Deque<Runnable> atEndOfTest = new ArrayDeque<>();

	private final FakeNode first = new FakeNode(1);

	private final FakeNode second = new FakeNode(2);

	private final TestBroker broker = TestBroker.of(new FakeCluster(List.of(this.first, this.second)),
			this.atEndOfTest::push);

	@Test
	void itHasTheAddressAndTheClientProperties() {
		assertThat(this.broker.mode()).isEqualTo(BrokerMode.EMBEDDED);
		assertThat(this.broker.clientProperties())
			.isEqualTo(Map.of("bootstrap.servers", "localhost:1,localhost:2", "security.protocol", "SASL_PLAINTEXT"));
	}

	@Test
	void whatIsStoppedIsStartedAgainAfterTheTest() {
		this.broker.node(1).stop();
		this.broker.node(2).kill();
		assertThat(this.first.isRunning() || this.second.isRunning()).isFalse();
		this.atEndOfTest.forEach(Runnable::run);
		assertThat(this.first.isRunning() && this.second.isRunning()).isTrue();
	}

	@Test
	void aNodeIsTheOneOfTheCluster() {
		BrokerNode node = this.broker.node(2);
		assertThat(node.id()).isEqualTo(2);
		assertThat(node.address()).isEqualTo("localhost:2");
		node.stop();
		assertThat(node.isRunning()).isFalse();
		node.start();
		assertThat(node.isRunning()).isTrue();
	}

	@Test
	void whenThereIsNoSuchBrokerTheOthersAreNamed() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> this.broker.node(3))
			.withMessage(
					"No broker <3>: the embedded cluster has <1>, <2>; kafka.test.embedded.brokers sets how many.");
	}

	@Test
	void theBrokersOfAnotherClusterCannotBeStopped() {
		TestBroker external = TestBroker.of("kafka:9092", BrokerMode.EXTERNAL);
		assertThat(external.nodes()).isEmpty();
		assertThat(external.clientProperties()).isEqualTo(Map.of("bootstrap.servers", "kafka:9092"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> external.node(1))
			.withMessage("The brokers at <kafka:9092> are not ours to stop and start: "
					+ "only those of the embedded cluster are.");
	}

	private record FakeCluster(List<BrokerNode> nodes) implements RunningBroker {

		@Override
		public String bootstrapServers() {
			return "localhost:1,localhost:2";
		}

		@Override
		public Map<String, String> clientProperties() {
			return Map.of("security.protocol", "SASL_PLAINTEXT");
		}

		@Override
		public void close() {
		}

	}

	private static final class FakeNode implements BrokerNode {

		private final int id;

		private boolean running = true;

		FakeNode(int id) {
			this.id = id;
		}

		@Override
		public int id() {
			return this.id;
		}

		@Override
		public String address() {
			return "localhost:" + this.id;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public void kill() {
			this.running = false;
		}

		@Override
		public void start() {
			this.running = true;
		}

	}

}
