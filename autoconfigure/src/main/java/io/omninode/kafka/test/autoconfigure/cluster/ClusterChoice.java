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

import java.util.List;

import io.omninode.kafka.test.autoconfigure.environment.Addresses;
import io.omninode.kafka.test.autoconfigure.environment.ApplicationSources;
import io.omninode.kafka.test.autoconfigure.environment.TestPropertySources;
import io.omninode.kafka.test.broker.BrokerMode;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * The choice of the cluster that the tests of a context use.
 *
 * @param mode where its broker comes from
 * @param servers its addresses, if a property defines them
 * @param reason the reason for the choice, part of a sentence
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ClusterChoice(BrokerMode mode, @Nullable String servers, String reason) {

	static final String DEFAULT_EXTERNAL_SERVERS = "localhost:19092";

	private static final String MALFORMED = "Remove it to use the embedded broker, or write it like localhost:9092, "
			+ "several separated by commas.";

	private static final String UNRESOLVED = "Remove it to use the embedded broker, or set what it refers to.";

	/**
	 * Choose a cluster for a test that does not define one as a bean.
	 */
	public static ClusterChoice of(ClusterSettings settings, ConfigurableEnvironment environment,
			TestPropertySources test) {
		if (settings.mode() == BrokerMode.EMBEDDED) {
			return embedded("kafka.test.broker=embedded");
		}
		String ofTest = test.get(environment, ApplicationSources.APPLICATION_SERVERS);
		if (ofTest != null) {
			return external(ofTest, "the test itself sets " + ApplicationSources.APPLICATION_SERVERS);
		}
		if (!settings.servers().isEmpty()) {
			return external(String.join(",", settings.servers()), "kafka.test.bootstrap-servers is set");
		}
		return (settings.mode() == BrokerMode.EXTERNAL)
				? external(DEFAULT_EXTERNAL_SERVERS,
						"kafka.test.broker=external, kafka.test.bootstrap-servers is not set")
				: embedded("no cluster is named for tests");
	}

	static ClusterChoice provided(String by) {
		return new ClusterChoice(BrokerMode.PROVIDED, null, "the test brings it as " + by);
	}

	/**
	 * Return whether the addresses are known, without placeholders that the environment
	 * cannot resolve, or not yet.
	 */
	public boolean isResolved() {
		return this.servers == null || !this.servers.contains("${");
	}

	/**
	 * Return what is wrong with the addresses, or {@code null} if they are valid. The
	 * properties of the starter were checked before, so invalid addresses can only come
	 * from the test itself.
	 */
	public @Nullable InvalidAddressException problem(ConfigurableEnvironment environment, TestPropertySources test) {
		List<String> servers = List.of(StringUtils.commaDelimitedListToStringArray(this.servers));
		return servers.stream()
			.filter((server) -> !Addresses.hasHostAndPort(server))
			.findFirst()
			.map((server) -> new InvalidAddressException(
					"The test itself sets "
							+ ApplicationSources.of(environment)
								.describe(ApplicationSources.APPLICATION_SERVERS, servers,
										(source) -> test.names().contains(source.getName()))
							+ ", and <" + server + "> is not " + (isResolved() ? "host:port." : "resolved."),
					isResolved() ? MALFORMED : UNRESOLVED))
			.orElse(null);
	}

	private static ClusterChoice external(String servers, String reason) {
		return new ClusterChoice(BrokerMode.EXTERNAL, servers, reason);
	}

	private static ClusterChoice embedded(String reason) {
		return new ClusterChoice(BrokerMode.EMBEDDED, null, reason);
	}

}
