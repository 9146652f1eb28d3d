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

import java.util.Set;

/**
 * Refuses broker configuration that an embedded cluster cannot have.
 *
 * @param specification the specification to check
 */
record BrokerRules(BrokerSpecification specification) {

	private static final Set<String> RESERVED = Set.of("process.roles", "node.id", "broker.id", "listeners",
			"advertised.listeners", "listener.security.protocol.map", "inter.broker.listener.name",
			"security.inter.broker.protocol", "controller.listener.names", "controller.quorum.voters",
			"controller.quorum.bootstrap.servers", "log.dir", "log.dirs", "metadata.log.dir");

	private static final Set<String> REPLICAS = Set.of("default.replication.factor", "min.insync.replicas",
			"offsets.topic.replication.factor", "transaction.state.log.replication.factor",
			"transaction.state.log.min.isr", "share.coordinator.state.topic.replication.factor",
			"share.coordinator.state.topic.min.isr");

	void check() {
		this.specification.properties().forEach((name, value) -> {
			if (RESERVED.contains(name)) {
				throw refused(name, value, "the embedded broker chooses its own address, role and directory.",
						"Remove it, or run a cluster of your own and name it with kafka.test.bootstrap-servers.");
			}
			if (REPLICAS.contains(name) && isMoreThanBrokers(value)) {
				throw refused(name, value,
						"the embedded cluster has " + this.specification.brokers()
								+ ((this.specification.brokers() == 1) ? " broker." : " brokers."),
						"Lower it, or raise kafka.test.embedded.brokers.");
			}
		});
	}

	private boolean isMoreThanBrokers(String value) {
		try {
			return Integer.parseInt(value.trim()) > this.specification.brokers();
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	private static BrokerStartException refused(String name, String value, String reason, String remedy) {
		return new BrokerStartException(
				"kafka.test.embedded.properties." + name + "=" + value + " cannot be set: " + reason, remedy,
				new IllegalArgumentException(name));
	}

}
