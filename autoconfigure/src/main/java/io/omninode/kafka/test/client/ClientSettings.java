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

package io.omninode.kafka.test.client;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.utils.Utils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.util.StringUtils;

/**
 * The configuration of the clients of the tests: address and security of the cluster in
 * use, then the defaults, then the properties of the user.
 *
 * @param consumer the configuration of consumers
 * @param producer the configuration of producers
 * @param admin the configuration of admin clients
 * @param groupPrefix the prefix of the group ids of test consumers
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ClientSettings(Map<String, Object> consumer, Map<String, Object> producer, Map<String, Object> admin,
		String groupPrefix) {

	private static final Pattern USER_NAME = Pattern.compile("\\busername\\s*=\\s*\"([^\"]*)\"");

	public ClientSettings {
		consumer = Map.copyOf(consumer);
		producer = Map.copyOf(producer);
		admin = Map.copyOf(admin);
	}

	/**
	 * Return the consumer configuration with other values on top.
	 * @param overrides the values that win
	 * @return a new map
	 */
	public Map<String, Object> consumerWith(Map<String, Object> overrides) {
		Map<String, Object> properties = new HashMap<>(this.consumer);
		properties.putAll(overrides);
		return properties;
	}

	/**
	 * Return the group id of a test consumer.
	 * @param group the name a test gives
	 * @return the id, {@code <prefix>-<group>}
	 */
	public String groupId(String group) {
		return this.groupPrefix + "-" + group;
	}

	/**
	 * Return the part of the consumer configuration that leads to the cluster: its
	 * address and its security.
	 * @return a new map
	 */
	public Map<String, Object> consumerConnection() {
		Map<String, Object> connection = new HashMap<>(this.consumer);
		connection.keySet().removeIf((name) -> !isConnection(name));
		return connection;
	}

	/**
	 * Return the watch that ends waits for this cluster when it is gone.
	 */
	ClusterWatch watch() {
		Object servers = this.admin.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
		String all = (servers instanceof List<?> list) ? StringUtils.collectionToCommaDelimitedString(list)
				: servers.toString();
		String protocol = String.valueOf(this.admin.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG));
		return ClusterWatch.of(Arrays.stream(StringUtils.tokenizeToStringArray(all, ","))
			.filter((server) -> Utils.getPort(server) != null)
			.toList(), protocol.endsWith("SSL"));
	}

	/**
	 * Return the user that the cluster knows the clients by.
	 * @return the name, as in the rules of the cluster where that is known
	 */
	public String user() {
		Object protocol = this.admin.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
		if (protocol == null || protocol.toString().equals("PLAINTEXT")) {
			return "User:ANONYMOUS";
		}
		Matcher name = USER_NAME.matcher(String.valueOf(this.admin.get(SaslConfigs.SASL_JAAS_CONFIG)));
		return (protocol.toString().startsWith("SASL") && name.find()) ? "User:" + name.group(1)
				: "the user of the tests";
	}

	/**
	 * Return the names of the configured properties without their values, because some
	 * are secret.
	 * @return the names
	 */
	@Override
	public String toString() {
		return "ClientSettings[consumer=" + this.consumer.keySet() + ", producer=" + this.producer.keySet() + ", admin="
				+ this.admin.keySet() + ", groupPrefix=" + this.groupPrefix + "]";
	}

	/**
	 * Return whether a configuration name belongs to the connection to the cluster.
	 * @param name the name of a client configuration
	 * @return whether it is the address or part of the security
	 */
	public static boolean isConnection(String name) {
		return name.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) || isSecurity(name);
	}

	/**
	 * Return whether a configuration name is part of the security.
	 * @param name the name of a client configuration
	 * @return whether it is
	 */
	public static boolean isSecurity(String name) {
		return name.startsWith("security.") || name.startsWith("sasl.") || name.startsWith("ssl.")
				|| name.equals("org.springframework.boot.ssl.SslBundle");
	}

}
