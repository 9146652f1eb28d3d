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

package io.omninode.kafka.test.autoconfigure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;

/**
 * Puts the address and the security protocol of the {@link TestCluster} in the place of
 * the application's own, for everything that reads them from the environment: Boot's
 * beans, factories built by hand from {@code KafkaProperties}, {@code @Value}.
 * <p>
 * Besides the common address it answers only for names that the application has set. What
 * the test itself sets is left as it is.
 */
final class TestClusterPropertySource extends EnumerablePropertySource<TestCluster> {

	static final String NAME = "kafkaTest";

	private static final String PREFIX = "spring.kafka.";

	private static final List<String> CLIENTS = Stream.of("", "consumer.", "producer.", "admin.", "streams.")
		.map(PREFIX::concat)
		.toList();

	private static final String SERVERS = "bootstrap-servers";

	private static final String PROTOCOL = "security.protocol";

	private static final String RAW_SERVERS = "properties.bootstrap.servers";

	private static final String RAW_PROTOCOL = "properties.security.protocol";

	private final Set<String> servers = new LinkedHashSet<>();

	private final Set<String> protocols = new LinkedHashSet<>();

	private final @Nullable SecurityProperties security;

	TestClusterPropertySource(TestCluster cluster, Environment environment) {
		super(NAME, cluster);
		this.servers.add(PREFIX + SERVERS);
		this.protocols.add(PREFIX + PROTOCOL);
		Binder binder = Binder.get(environment);
		CLIENTS.forEach((client) -> addIfSet(binder, client));
		this.security = cluster.isSecured() ? new SecurityProperties(binder, CLIENTS) : null;
	}

	private void addIfSet(Binder binder, String prefix) {
		if (binder.bind(prefix + SERVERS, Bindable.listOf(String.class)).isBound()) {
			this.servers.add(prefix + SERVERS);
		}
		if (binder.bind(prefix + PROTOCOL, String.class).isBound()) {
			this.protocols.add(prefix + PROTOCOL);
		}
		Map<String, String> raw = binder.bind(prefix + "properties", Bindable.mapOf(String.class, String.class))
			.orElse(Map.of());
		if (raw.containsKey("bootstrap.servers")) {
			this.servers.add(prefix + RAW_SERVERS);
		}
		if (raw.containsKey(PROTOCOL)) {
			this.protocols.add(prefix + RAW_PROTOCOL);
		}
	}

	@Override
	public @Nullable Object getProperty(String name) {
		if (this.servers.contains(name)) {
			String ofTest = getSource().setByTest(name);
			return (ofTest != null) ? ofTest : getSource().servers();
		}
		if (this.protocols.contains(name)) {
			String ofTest = getSource().setByTest(name);
			return (ofTest != null) ? ofTest : getSource().securityProtocol();
		}
		return name.startsWith("spring.") ? security().get(name) : null;
	}

	/**
	 * Return what the application's clients have to be told about the security of the
	 * cluster.
	 */
	private Map<String, String> security() {
		SecurityProperties properties = this.security;
		return (properties != null) ? properties.of(getSource().clientProperties()) : Map.of();
	}

	@Override
	public String[] getPropertyNames() {
		Set<String> names = new LinkedHashSet<>(this.servers);
		names.addAll(this.protocols);
		names.addAll(security().keySet());
		return names.toArray(String[]::new);
	}

	@Override
	public boolean containsProperty(String name) {
		return this.servers.contains(name) || this.protocols.contains(name) || security().containsKey(name);
	}

}
