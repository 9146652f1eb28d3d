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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The configuration of an embedded broker.
 * <p>
 * The values make one broker behave like a small cluster: transactions, share groups and
 * consumer groups find their internal topics with one replica, and a group is formed at
 * once. Everything else is Kafka's default or saves time or memory.
 */
final class BrokerProperties {

	static final String BROKER_LISTENER = "BROKER";

	static final String CONTROLLER_LISTENER = "CONTROLLER";

	static final int NODE_ID = 1;

	private static final Set<String> RESERVED = Set.of("process.roles", "node.id", "broker.id", "listeners",
			"advertised.listeners", "listener.security.protocol.map", "inter.broker.listener.name",
			"security.inter.broker.protocol", "controller.listener.names", "controller.quorum.voters",
			"controller.quorum.bootstrap.servers", "log.dir", "log.dirs", "metadata.log.dir");

	private BrokerProperties() {
	}

	static void refuseReserved(Map<String, String> properties) {
		for (String name : properties.keySet()) {
			if (RESERVED.contains(name)) {
				throw new BrokerStartException(
						"kafka.test.embedded.properties." + name + "=" + properties.get(name)
								+ " cannot be set: the embedded broker chooses its own address, role and directory.",
						"Remove it, or run a cluster of your own and name it with kafka.test.bootstrap-servers.",
						new IllegalArgumentException(name));
			}
		}
	}

	static Map<String, String> of(BrokerSpecification specification, LoopbackSockets sockets, Path directory) {
		Map<String, String> properties = new HashMap<>();
		addDefaults(properties);
		addInternalTopics(properties);
		properties.putAll(specification.properties());
		addIdentity(properties, sockets, directory);
		return properties;
	}

	private static void addIdentity(Map<String, String> properties, LoopbackSockets sockets, Path directory) {
		String broker = sockets.address(BROKER_LISTENER);
		String controller = sockets.address(CONTROLLER_LISTENER);
		properties.put("process.roles", "broker,controller");
		properties.put("node.id", String.valueOf(NODE_ID));
		properties.put("listeners", BROKER_LISTENER + "://" + broker + "," + CONTROLLER_LISTENER + "://" + controller);
		properties.put("advertised.listeners", BROKER_LISTENER + "://" + broker);
		properties.put("listener.security.protocol.map",
				BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
		properties.put("inter.broker.listener.name", BROKER_LISTENER);
		properties.put("controller.listener.names", CONTROLLER_LISTENER);
		properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
		properties.put("log.dirs", directory.toString());
	}

	private static void addInternalTopics(Map<String, String> properties) {
		properties.put("offsets.topic.num.partitions", "1");
		properties.put("offsets.topic.replication.factor", "1");
		properties.put("transaction.state.log.num.partitions", "1");
		properties.put("transaction.state.log.replication.factor", "1");
		properties.put("transaction.state.log.min.isr", "1");
		properties.put("share.coordinator.state.topic.num.partitions", "1");
		properties.put("share.coordinator.state.topic.replication.factor", "1");
		properties.put("share.coordinator.state.topic.min.isr", "1");
	}

	private static void addDefaults(Map<String, String> properties) {
		properties.put("group.initial.rebalance.delay.ms", "0");
		for (String kind : new String[] { "consumer", "share" }) {
			properties.put("group." + kind + ".heartbeat.interval.ms", "100");
			properties.put("group." + kind + ".min.heartbeat.interval.ms", "100");
		}
		properties.put("log.cleaner.dedupe.buffer.size", "2097152");
		properties.put("num.network.threads", "2");
		properties.put("num.io.threads", "4");
		properties.put("background.threads", "2");
		properties.put("metric.reporters", "");
	}

}
