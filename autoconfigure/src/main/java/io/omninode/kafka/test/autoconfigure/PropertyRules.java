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

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.omninode.kafka.test.autoconfigure.environment.Addresses;
import io.omninode.kafka.test.autoconfigure.environment.ApplicationSources;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Binds {@link KafkaTestProperties} and rejects values that cannot work. Boot's failure
 * analyzers report the value, where it is set, and the reason given here.
 */
final class PropertyRules {

	private static final String PREFIX = "kafka.test.";

	private static final String SERVERS = PREFIX + "bootstrap-servers";

	private static final Set<String> ACKS = Set.of("all", "-1", "0", "1");

	private static final int MAX_BROKERS = 9;

	private final KafkaTestProperties properties;

	private final ApplicationSources sources;

	private PropertyRules(KafkaTestProperties properties, ApplicationSources sources) {
		this.properties = properties;
		this.sources = sources;
	}

	/**
	 * Bind the properties without the property source of the starter, because they may
	 * refer to the application's cluster with a placeholder.
	 */
	static KafkaTestProperties bind(ConfigurableEnvironment environment) {
		ApplicationSources sources = ApplicationSources.of(environment);
		KafkaTestProperties properties = sources.binder().bindOrCreate("kafka.test", KafkaTestProperties.class);
		new PropertyRules(properties, sources).check();
		return properties;
	}

	private void check() {
		checkBroker();
		checkServers();
		checkTopics();
		checkClients();
		checkWaits();
		checkConnectivity();
	}

	private void checkBroker() {
		List<String> servers = servers();
		if (this.properties.broker() == KafkaTestProperties.Broker.EMBEDDED && servers != null) {
			throw invalid("broker", "embedded",
					"It contradicts " + this.sources.describe(SERVERS, servers, (source) -> true)
							+ ", which names an external cluster. Remove one of the two.");
		}
		int brokers = this.properties.embedded().brokers();
		require(brokers >= 1 && brokers <= MAX_BROKERS, "embedded.brokers", brokers,
				"The embedded cluster has 1 to " + MAX_BROKERS + " brokers: all of them run in the JVM of the tests.");
	}

	/**
	 * Check that an embedded cluster can hold the replicas of the declared topics.
	 */
	static void checkReplication(KafkaTestProperties properties) {
		int brokers = properties.embedded().brokers();
		short replicas = properties.topic().replicationFactor();
		require(replicas <= brokers, "topic.replication-factor", replicas, "The embedded cluster has " + brokers
				+ ((brokers == 1) ? " broker" : " brokers") + ". Raise kafka.test.embedded.brokers, or lower it.");
	}

	private @Nullable List<String> servers() {
		List<String> servers = this.properties.bootstrapServers();
		return (servers == null || servers.isEmpty()) ? null : servers;
	}

	private void checkServers() {
		List<String> servers = servers();
		if (servers != null) {
			servers.forEach((server) -> require(isAddress(server), "bootstrap-servers", String.join(",", servers),
					"<" + server + "> is not host:port. Write it like localhost:9092, several separated by commas, "
							+ "without a scheme, or remove it to use the embedded broker."));
		}
		String registry = this.properties.schemaRegistryUrl();
		require(registry == null || registry.isEmpty()
				|| Arrays.stream(registry.split(",")).allMatch(PropertyRules::isUrl), "schema-registry-url", registry,
				"It is not a URL. Write it like http://localhost:8081.");
	}

	private static boolean isAddress(String server) {
		return Addresses.hasHostAndPort(server) && !server.contains("/");
	}

	private static boolean isUrl(String text) {
		try {
			URI uri = new URI(text.trim());
			return uri.getAuthority() != null
					&& Set.of("http", "https", "mock").contains(String.valueOf(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private void checkTopics() {
		requirePositive(this.properties.topic().partitions(), "topic.partitions");
		requirePositive(this.properties.topic().replicationFactor(), "topic.replication-factor");
		this.properties.topics().forEach((key, name) -> {
			try {
				Topic.validate(name);
			}
			catch (InvalidTopicException ex) {
				throw invalid("topics." + key, name, ex.getMessage() + ".");
			}
		});
	}

	private void checkClients() {
		require(!this.properties.consumerGroupPrefix().isBlank(), "consumer-group-prefix",
				this.properties.consumerGroupPrefix(), "It must not be empty.");
		KafkaTestProperties.Consumer consumer = this.properties.consumer();
		requirePositive(consumer.maxPollRecords(), "consumer.max-poll-records");
		requirePositive(consumer.sessionTimeout(), "consumer.session-timeout");
		requirePositive(consumer.heartbeatInterval(), "consumer.heartbeat-interval");
		require(consumer.heartbeatInterval().compareTo(consumer.sessionTimeout()) < 0, "consumer.heartbeat-interval",
				consumer.heartbeatInterval(), "It must be shorter than kafka.test.consumer.session-timeout.");
		KafkaTestProperties.Producer producer = this.properties.producer();
		require(ACKS.contains(producer.acks()), "producer.acks", producer.acks(), "It must be all, -1, 0 or 1.");
		require(producer.retries() >= 0, "producer.retries", producer.retries(), "It must not be negative.");
		requirePositive(producer.maxInFlightRequests(), "producer.max-in-flight-requests");
	}

	private void checkWaits() {
		requirePositive(this.properties.reply().timeout(), "reply.timeout");
		requirePositive(this.properties.flow().timeout(), "flow.timeout");
		requirePositive(this.properties.readyTimeout(), "ready-timeout");
		KafkaTestProperties.Tap tap = this.properties.tap();
		requirePositive(tap.maxRecords(), "tap.max-records");
		requirePositive(tap.maxBytes().toBytes(), "tap.max-bytes");
		requirePositive(tap.maxAge(), "tap.max-age");
		require(!new CorrelationPlaces(this.properties.correlation()).inOrder().isEmpty(), "correlation.header",
				this.properties.correlation().header(),
				"It must not be empty where kafka.test.correlation.field is empty too, and "
						+ "kafka.test.correlation.spring-header and kafka.test.correlation.key are false: "
						+ "without any of them no reply can be told from another.");
	}

	private void checkConnectivity() {
		KafkaTestProperties.Connectivity connectivity = this.properties.connectivity();
		requirePositive(connectivity.maxRetries(), "connectivity.max-retries");
		requirePositive(connectivity.initialDelay(), "connectivity.initial-delay");
		requirePositive(connectivity.timeout(), "connectivity.timeout");
		require(connectivity.multiplier() >= 1, "connectivity.multiplier", connectivity.multiplier(),
				"It must be 1 or more.");
	}

	private static void requirePositive(long value, String name) {
		require(value > 0, name, value, "It must be 1 or more.");
	}

	private static void requirePositive(Duration value, String name) {
		require(!value.isNegative() && !value.isZero(), name, value, "It must be longer than zero.");
	}

	private static void require(boolean valid, String name, @Nullable Object value, String reason) {
		if (!valid) {
			throw invalid(name, value, reason);
		}
	}

	private static InvalidConfigurationPropertyValueException invalid(String name, @Nullable Object value,
			String reason) {
		return new InvalidConfigurationPropertyValueException(PREFIX + name, value, reason);
	}

}
