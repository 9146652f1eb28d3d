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

/**
 * The configuration of the nodes of an embedded cluster: defaults for tests, then
 * security, then the properties of the user, then those that only the engine knows.
 *
 * @param specification the specification of the cluster
 * @param security the security configuration of the brokers
 * @param voters the controller, as {@code id@host:port}
 */
record BrokerProperties(BrokerSpecification specification, Map<String, String> security, String voters) {

	Map<String, String> of(NodePlan plan, LoopbackSockets sockets, Path directory) {
		Map<String, String> properties = new HashMap<>();
		addDefaults(properties);
		addReplication(properties);
		properties.putAll(this.security);
		properties.putAll(this.specification.properties());
		addIdentity(properties, plan, sockets);
		properties.put("log.dirs", directory.toString());
		return properties;
	}

	private void addIdentity(Map<String, String> properties, NodePlan plan, LoopbackSockets sockets) {
		properties.put("process.roles", plan.roles());
		properties.put("node.id", String.valueOf(plan.id()));
		StringBuilder listeners = new StringBuilder();
		for (String listener : plan.listeners()) {
			listeners.append(listeners.isEmpty() ? "" : ",")
				.append(listener)
				.append("://")
				.append(sockets.address(listener));
		}
		properties.put("listeners", listeners.toString());
		properties.put("inter.broker.listener.name", NodePlan.BROKER_LISTENER);
		properties.put("controller.listener.names", NodePlan.CONTROLLER_LISTENER);
		properties.put("controller.quorum.voters", this.voters);
	}

	/**
	 * Use as many replicas as in production if there are enough brokers, and require one
	 * less to be in sync, so that one broker can be stopped. Internal topics have one
	 * partition, so that transactions and groups start quickly.
	 */
	private void addReplication(Map<String, String> properties) {
		String replicas = String.valueOf(Math.min(3, this.specification.brokers()));
		String inSync = String.valueOf(Math.max(1, Math.min(3, this.specification.brokers()) - 1));
		properties.put("default.replication.factor", replicas);
		properties.put("min.insync.replicas", inSync);
		if (this.specification.brokers() > 1) {
			properties.put("broker.heartbeat.interval.ms", "300");
			properties.put("broker.session.timeout.ms", "3000");
		}
		properties.put("offsets.topic.num.partitions", "1");
		properties.put("offsets.topic.replication.factor", replicas);
		for (String topic : new String[] { "transaction.state.log", "share.coordinator.state.topic" }) {
			properties.put(topic + ".num.partitions", "1");
			properties.put(topic + ".replication.factor", replicas);
			properties.put(topic + ".min.isr", inSync);
		}
	}

	/**
	 * Disable what a broker in a test JVM does not need. The delay of the first rebalance
	 * is short, but not zero: otherwise listeners of one group that start one after the
	 * other would wait 3 s for the next heartbeat of the first. An idle controller writes
	 * nothing; by default it writes twice a second. Records do not expire, because a test
	 * may give them any timestamp. The retention is set in hours, because the other
	 * retention properties, and those of a topic, take precedence over it.
	 */
	private static void addDefaults(Map<String, String> properties) {
		properties.put("group.initial.rebalance.delay.ms", "50");
		for (String kind : new String[] { "consumer", "share", "streams" }) {
			properties.put("group." + kind + ".heartbeat.interval.ms", "100");
			properties.put("group." + kind + ".min.heartbeat.interval.ms", "100");
		}
		properties.put("group.streams.initial.rebalance.delay.ms", "50");
		properties.put("log.retention.hours", "-1");
		properties.put("log.cleaner.dedupe.buffer.size", "2097152");
		properties.put("num.network.threads", "2");
		properties.put("num.io.threads", "4");
		properties.put("listener.name.controller.num.network.threads", "1");
		properties.put("background.threads", "1");
		properties.put("group.coordinator.threads", "1");
		properties.put("controller.quorum.append.linger.ms", "0");
		properties.put("metadata.max.idle.interval.ms", "0");
		properties.put("metric.reporters", "");
		properties.put("metrics.jmx.exclude", ".*");
	}

}
