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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.CommonClientConfigs;

/**
 * {@link TestBroker} backed by the embedded cluster.
 *
 * @param broker the cluster
 * @param atEndOfTest accepts actions to run when the test has ended
 */
record EmbeddedTestBroker(RunningBroker broker, Consumer<Runnable> atEndOfTest) implements TestBroker {

	@Override
	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	@Override
	public BrokerMode mode() {
		return BrokerMode.EMBEDDED;
	}

	@Override
	public Map<String, Object> clientProperties() {
		Map<String, Object> properties = new HashMap<>(this.broker.clientProperties());
		properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
		return properties;
	}

	@Override
	public List<BrokerNode> nodes() {
		return this.broker.nodes().stream().<BrokerNode>map(Borrowed::new).toList();
	}

	@Override
	public String toString() {
		return "embedded Kafka at " + bootstrapServers();
	}

	/**
	 * A broker that is started again for the next test.
	 */
	private final class Borrowed implements BrokerNode {

		private final BrokerNode node;

		Borrowed(BrokerNode node) {
			this.node = node;
		}

		@Override
		public int id() {
			return this.node.id();
		}

		@Override
		public String address() {
			return this.node.address();
		}

		@Override
		public boolean isRunning() {
			return this.node.isRunning();
		}

		@Override
		public void stop() {
			EmbeddedTestBroker.this.atEndOfTest.accept(this.node::start);
			this.node.stop();
		}

		@Override
		public void kill() {
			EmbeddedTestBroker.this.atEndOfTest.accept(this.node::start);
			this.node.kill();
		}

		@Override
		public void start() {
			this.node.start();
		}

		@Override
		public String toString() {
			return this.node.toString();
		}

	}

}
