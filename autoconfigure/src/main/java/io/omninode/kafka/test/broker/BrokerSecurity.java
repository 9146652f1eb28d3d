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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * How clients and the brokers of an embedded cluster authenticate to each other. With
 * {@code SSL} both ends show a certificate, with {@code SASL_PLAINTEXT} and
 * {@code SASL_SSL} clients log in as one user by the mechanism {@code PLAIN}. Keys and
 * passwords are generated for each cluster.
 *
 * @param ofBrokers the configuration of the brokers
 * @param ofClients the configuration of clients
 */
record BrokerSecurity(Map<String, String> ofBrokers, Map<String, String> ofClients) {

	private static final String USER = "kafka-test";

	private static final String MECHANISM = "PLAIN";

	private static final String LOGIN_MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";

	/**
	 * Create the keys and the user that the protocol needs.
	 * @param protocol the protocol
	 * @param directory for the keys
	 */
	static BrokerSecurity create(SecurityProtocol protocol, Path directory) {
		Map<String, String> brokers = new HashMap<>();
		Map<String, String> clients = new HashMap<>();
		brokers.put("listener.security.protocol.map",
				NodePlan.BROKER_LISTENER + ":" + protocol.name + "," + NodePlan.CONTROLLER_LISTENER + ":PLAINTEXT");
		clients.put("security.protocol", protocol.name);
		if (protocol == SecurityProtocol.SSL || protocol == SecurityProtocol.SASL_SSL) {
			Map<String, String> stores = SelfSignedStores.create(directory, UUID.randomUUID().toString()).properties();
			brokers.putAll(stores);
			brokers.put("ssl.client.auth", (protocol == SecurityProtocol.SSL) ? "required" : "none");
			clients.putAll(stores);
		}
		if (protocol == SecurityProtocol.SASL_PLAINTEXT || protocol == SecurityProtocol.SASL_SSL) {
			addUser(brokers, clients, UUID.randomUUID().toString());
		}
		return new BrokerSecurity(Map.copyOf(brokers), Map.copyOf(clients));
	}

	private static void addUser(Map<String, String> brokers, Map<String, String> clients, String password) {
		String login = LOGIN_MODULE + " required username=\"" + USER + "\" password=\"" + password + "\"";
		brokers.put("sasl.enabled.mechanisms", MECHANISM);
		brokers.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
		brokers.put("listener.name." + NodePlan.BROKER_LISTENER.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config",
				login + " user_" + USER + "=\"" + password + "\";");
		clients.put("sasl.mechanism", MECHANISM);
		clients.put("sasl.jaas.config", login + ";");
	}

	@Override
	public String toString() {
		return "BrokerSecurity[" + this.ofClients.get("security.protocol") + "]";
	}

}
