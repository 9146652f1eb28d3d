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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.common.config.SslConfigs;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * The security of a secured embedded cluster, as properties of the application.
 * Properties by Kafka's own names are for clients that are created by hand, and the SSL
 * bundle is for those that Boot configures. They replace what the application has set for
 * another cluster.
 */
final class SecurityProperties {

	static final String BUNDLE = "kafka-test";

	private static final String BUNDLE_PREFIX = "spring.ssl.bundle.jks." + BUNDLE + ".";

	/**
	 * The properties that Boot does not allow in combination with a bundle.
	 */
	private static final Set<String> STORES = Set.of("key-store-key", "key-store-location", "trust-store-certificates",
			"trust-store-location");

	private final List<String> clients;

	private final Map<String, Set<String>> properties = new HashMap<>();

	private final Map<String, Set<String>> stores = new HashMap<>();

	private final List<String> withSsl;

	/**
	 * Create an instance.
	 * @param binder binds the properties of the application, which happens immediately
	 * @param clients the prefixes of the properties of clients
	 */
	SecurityProperties(Binder binder, List<String> clients) {
		this.clients = clients;
		for (String client : clients) {
			this.properties.put(client, keys(binder, client + "properties"));
			Set<String> stores = new HashSet<>(STORES);
			stores.removeIf((name) -> !binder.bind(client + "ssl." + name, String.class).isBound());
			this.stores.put(client, stores);
		}
		this.withSsl = clients.stream().filter((client) -> !keys(binder, client + "ssl").isEmpty()).toList();
	}

	private static Set<String> keys(Binder binder, String prefix) {
		return binder.bind(prefix, Bindable.mapOf(String.class, String.class)).orElse(Map.of()).keySet();
	}

	/**
	 * Return the properties of the application.
	 * @param security the security configuration of clients, by Kafka's own names
	 */
	Map<String, String> of(Map<String, String> security) {
		Map<String, String> answers = new LinkedHashMap<>();
		String common = this.clients.get(0);
		security.forEach((name, value) -> answers.put(common + "properties." + name, value));
		this.properties.forEach((client, names) -> names.stream()
			.filter(security::containsKey)
			.forEach((name) -> answers.put(client + "properties." + name, security.get(name))));
		if (security.containsKey(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG)) {
			addBundle(answers, security);
			answers.put(common + "ssl.bundle", BUNDLE);
			this.withSsl.forEach((client) -> answers.put(client + "ssl.bundle", BUNDLE));
			this.stores.forEach((client, names) -> names.forEach((name) -> answers.put(client + "ssl." + name, "")));
		}
		return answers;
	}

	private static void addBundle(Map<String, String> properties, Map<String, String> security) {
		for (String store : new String[] { "keystore", "truststore" }) {
			for (String part : new String[] { "location", "type", "password" }) {
				properties.put(BUNDLE_PREFIX + store + "." + part, security.get("ssl." + store + "." + part));
			}
		}
	}

}
