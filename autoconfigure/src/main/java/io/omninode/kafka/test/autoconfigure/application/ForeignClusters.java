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

package io.omninode.kafka.test.autoconfigure.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.omninode.kafka.test.autoconfigure.cluster.ClusterSettings;
import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.autoconfigure.cluster.TestClusterConnectionDetails;
import io.omninode.kafka.test.autoconfigure.environment.Addresses;
import io.omninode.kafka.test.autoconfigure.environment.ClusterSetting;
import io.omninode.kafka.test.autoconfigure.environment.PropertyValue;
import io.omninode.kafka.test.autoconfigure.environment.SchemaRegistry;
import io.omninode.kafka.test.client.ClientSettings;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/**
 * Finds entries in the configuration of a client that lead to a cluster or a schema
 * registry other than that of the tests, and corrects them.
 *
 * @param cluster the cluster of the tests
 * @param connection returns the address and security for a client of that cluster; called
 * when something has to be corrected
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ForeignClusters(TestCluster cluster, Supplier<Map<String, Object>> connection) {

	private static final Logger logger = LoggerFactory.getLogger(ForeignClusters.class);

	private static final String SERVERS = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

	private static final String PLAINTEXT = "PLAINTEXT";

	private static final String PROTOCOL = CommonClientConfigs.SECURITY_PROTOCOL_CONFIG;

	/**
	 * Check the configuration of a client.
	 * @param bean the name of the bean that creates the client
	 * @param configuration the configuration, by Kafka's names
	 * @param correction corrects entries, or {@code null} if none can be corrected; not
	 * called if everything is correct
	 * @throws ForeignClusterException if an entry is not correct and cannot be corrected
	 */
	void check(String bean, Map<?, ?> configuration, @Nullable Consumer<Map<String, Object>> correction) {
		if (this.cluster.foreignBeans() == ClusterSettings.ForeignBeans.ALLOWED) {
			return;
		}
		Map<String, Object> corrections = new LinkedHashMap<>();
		configuration.forEach((key, value) -> {
			String correct = correct(key.toString(), value);
			if (correct != null) {
				corrections.put(key.toString(), correct);
				tell(new Entry(bean, key.toString(), value), correct, correction != null);
			}
		});
		if (corrections.keySet().stream().anyMatch((name) -> name.endsWith(SERVERS)) || isOtherProtocol(configuration)
				|| hasSecurityOfAnother(configuration)) {
			this.connection.get().forEach(corrections::putIfAbsent);
			if (configuration.containsKey(PROTOCOL)) {
				corrections.putIfAbsent(PROTOCOL, PLAINTEXT);
			}
		}
		corrections.putAll(registry().missing(configuration));
		if (!corrections.isEmpty() && correction != null) {
			correction.accept(corrections);
		}
	}

	/**
	 * Return an address supplier that checks the address each time it is requested.
	 */
	Supplier<String> checked(String bean, Supplier<String> supplier) {
		return () -> {
			String address = supplier.get();
			boolean allowed = this.cluster.foreignBeans() == ClusterSettings.ForeignBeans.ALLOWED;
			String correct = allowed ? null : correctServers(address);
			if (correct != null) {
				tell(new Entry(bean, SERVERS, address), correct, true);
			}
			return (correct != null) ? correct : address;
		};
	}

	/**
	 * Return the connection details of the tests if the given ones lead elsewhere.
	 * @throws ForeignClusterException if they do, and cannot be replaced
	 */
	KafkaConnectionDetails ofTests(String bean, KafkaConnectionDetails details) {
		if (this.cluster.isOfTests(bean, details)) {
			return details;
		}
		Entry entry = new Entry(bean, SERVERS, String.join(",", details.getBootstrapServers()));
		KafkaConnectionDetails ofTests = new TestClusterConnectionDetails(this.cluster);
		tell(entry, String.join(",", ofTests.getBootstrapServers()), true);
		return ofTests;
	}

	/**
	 * Report that nothing is known about the clients of a factory.
	 * @throws ForeignClusterException if foreign clusters are to fail the start
	 */
	void tellUnknown(String bean) {
		switch (this.cluster.foreignBeans()) {
			case REFUSED -> throw new ForeignClusterException(bean, "no configuration that says where it connects",
					List.of(), remedy(SERVERS));
			case REDIRECTED -> logger.warn(
					"Bean <{}> does not say where its clients connect, so they are not pointed at the "
							+ "cluster of the tests: return their configuration from getConfigurationProperties()",
					bean);
			case ALLOWED -> {
			}
		}
	}

	private SchemaRegistry registry() {
		return new SchemaRegistry(this.cluster.registry());
	}

	private @Nullable String correct(String name, @Nullable Object value) {
		if (name.endsWith(SERVERS)) {
			return correctServers(value);
		}
		boolean foreign = value != null && registry().isForeign(name, value.toString())
				&& !isSetByTest(value.toString()::equals);
		return foreign ? this.cluster.registry() : null;
	}

	private @Nullable String correctServers(@Nullable Object value) {
		Addresses addresses = Addresses.of(value);
		String servers = this.cluster.servers();
		boolean known = servers == null || addresses.hosts().isEmpty() || addresses.areAll(Addresses.of(servers))
				|| isSetByTest((text) -> addresses.areAll(Addresses.of(text)));
		return known ? null : servers;
	}

	private boolean isSetByTest(Predicate<String> condition) {
		return !this.cluster.named().setByTest(condition).isEmpty();
	}

	private void tell(Entry entry, String correct, boolean correctable) {
		List<PropertyValue> origins = origins(entry);
		if (this.cluster.foreignBeans() == ClusterSettings.ForeignBeans.REFUSED || !correctable
				|| !registry().isUnderstood(entry.name(), correct)) {
			throw new ForeignClusterException(entry.bean(), entry.told(origins), origins, remedy(entry.name()));
		}
		logger.info("Bean <{}> has {}{}, and uses {} instead: kafka.test.foreign-clusters=redirect", entry.bean(),
				entry.told(origins), origins.isEmpty() ? "" : ", which is " + origins.get(0), correct);
	}

	/**
	 * Return the properties that an entry comes from. A value that was already replaced
	 * is found by its name.
	 */
	private List<PropertyValue> origins(Entry entry) {
		if (!entry.text().equals(this.cluster.registry())) {
			return this.cluster.named().setByOthers(entry.text()::equals);
		}
		String name = ClusterSetting.plain(entry.name());
		return this.cluster.named()
			.others()
			.stream()
			.filter((property) -> ClusterSetting.plain(property.name()).endsWith(name))
			.toList();
	}

	private static String remedy(String name) {
		return name.endsWith(SERVERS) ? "${spring.kafka.bootstrap-servers}" : "${kafka.test.schema-registry-url}";
	}

	/**
	 * Return whether a client of the cluster of the tests would use another protocol than
	 * that cluster.
	 */
	private boolean isOtherProtocol(Map<?, ?> configuration) {
		String protocol = configuration.containsKey(SERVERS) ? this.cluster.securityProtocol() : null;
		Object own = configuration.get(PROTOCOL);
		return protocol != null && !protocol.equals((own != null) ? own.toString() : PLAINTEXT)
				&& Addresses.of(configuration.get(SERVERS)).areAll(Addresses.of(this.cluster.servers()));
	}

	/**
	 * Return whether a client of the cluster of the tests takes part of its security from
	 * the properties of another cluster whose address was replaced.
	 */
	private boolean hasSecurityOfAnother(Map<?, ?> configuration) {
		return configuration.containsKey(SERVERS)
				&& Addresses.of(configuration.get(SERVERS)).areAll(Addresses.of(this.cluster.servers()))
				&& configuration.entrySet()
					.stream()
					.anyMatch((entry) -> !PROTOCOL.equals(entry.getKey())
							&& ClientSettings.isSecurity(entry.getKey().toString()) && isOfAnother(entry.getValue()));
	}

	private boolean isOfAnother(@Nullable Object value) {
		List<PropertyValue> origins = (value instanceof String text) ? this.cluster.named().setByOthers(text::equals)
				: List.of();
		return !origins.isEmpty()
				&& origins.stream().allMatch((origin) -> this.cluster.named().isOfAnother(origin.name()));
	}

	/**
	 * An entry of the configuration of a client.
	 *
	 * @param bean the name of the bean
	 * @param name the name of the entry
	 * @param value its value
	 */
	private record Entry(String bean, String name, @Nullable Object value) {

		String text() {
			return String.valueOf(this.value);
		}

		String told(List<PropertyValue> origins) {
			String shown = origins.isEmpty() ? text() : origins.get(0).value();
			return this.name + " <" + PropertyValue.withoutUser(shown) + ">";
		}

	}

}
