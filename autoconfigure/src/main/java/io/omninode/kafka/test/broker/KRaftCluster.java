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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.common.Uuid;

/**
 * The nodes of an embedded cluster in this JVM.
 */
final class KRaftCluster implements RunningBroker {

	private final BrokerDirectory directory;

	private final BrokerSecurity security;

	private final List<KRaftNode> nodes;

	private KRaftCluster(BrokerDirectory directory, BrokerSecurity security, List<KRaftNode> nodes) {
		this.directory = directory;
		this.security = security;
		this.nodes = nodes;
	}

	/**
	 * Create a cluster that is not started yet.
	 */
	static KRaftCluster create(BrokerSpecification specification, ClusterSockets sockets, BrokerDirectory directory,
			BrokerSecurity security) {
		BrokerProperties properties = new BrokerProperties(specification, security.ofBrokers(), sockets.voters());
		List<KRaftNode> nodes = new ArrayList<>();
		sockets.forEach((plan, own) -> {
			Path home = directory.path().resolve("node-" + plan.id());
			nodes.add(new KRaftNode(plan, own, home, properties.of(plan, own, home), beforeRestart(plan, nodes)));
		});
		return new KRaftCluster(directory, security, List.copyOf(nodes));
	}

	private static KRaftNode.BeforeRestart beforeRestart(NodePlan plan, List<KRaftNode> nodes) {
		return plan.controller() ? (broker) -> {
		} : (broker) -> nodes.get(0).unregister(broker);
	}

	/**
	 * Start the nodes, and return when all of them accept requests.
	 */
	void start() throws Exception {
		String clusterId = Uuid.randomUuid().toString();
		for (KRaftNode node : this.nodes) {
			node.format(clusterId);
		}
		for (List<KRaftNode> stage : List.of(controllers(), pureBrokers())) {
			ParallelNodes.run(stage, "kafka-test-broker-start-", KRaftNode::startServers);
		}
	}

	private List<KRaftNode> controllers() {
		return this.nodes.stream().filter((node) -> node.plan().controller()).toList();
	}

	private List<KRaftNode> pureBrokers() {
		return this.nodes.stream().filter((node) -> !node.plan().controller()).toList();
	}

	private Stream<KRaftNode> brokers() {
		return this.nodes.stream().filter((node) -> node.plan().broker());
	}

	@Override
	public String bootstrapServers() {
		return brokers().map(KRaftNode::address).collect(Collectors.joining(","));
	}

	@Override
	public Map<String, String> clientProperties() {
		return this.security.ofClients();
	}

	@Override
	public List<BrokerNode> nodes() {
		return brokers().<BrokerNode>map((node) -> node).toList();
	}

	/**
	 * Stop the brokers in parallel, then the controller, which they need until then, and
	 * remove their data.
	 */
	@Override
	public synchronized void close() {
		try {
			closeTogether(pureBrokers());
			closeTogether(controllers());
		}
		finally {
			this.directory.close();
		}
	}

	private static void closeTogether(List<KRaftNode> nodes) {
		try {
			ParallelNodes.run(nodes, "kafka-test-broker-stop-", KRaftNode::close);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("The embedded cluster did not stop in good order", ex);
		}
	}

}
