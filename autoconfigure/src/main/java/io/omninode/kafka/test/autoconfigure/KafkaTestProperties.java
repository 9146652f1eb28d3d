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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.autoconfigure.application.ForeignClusters;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the Kafka that tests use.
 *
 * @param enabled whether to provide Kafka to tests
 * @param broker which broker to use
 * @param bootstrapServers addresses of an external cluster, as "host:port" pairs
 * separated by commas; the environment variable TEST_KAFKA_BOOTSTRAP_SERVERS sets them
 * too, and "localhost:19092" is the default if the broker is external
 * @param securityProtocol security protocol of an external cluster, in place of that of
 * the application, whose other security settings are kept
 * @param schemaRegistryUrl address of a schema registry; the environment variable
 * TEST_SCHEMA_REGISTRY_URL sets it too
 * @param foreignClusters what to do with a bean that would connect to a cluster other
 * than that of the tests, unless the test itself sets its address
 * @param whenUnavailable what to do with a test when an external broker cannot be reached
 * @param codegenTopics whether to add the topics of the codegen service to the topics; by
 * default they are, but not on a cluster that the test brings itself
 * @param topics topic names by logical name; a pair "x-request" and "x-response" makes an
 * exchange called "x"
 * @param topic topics that are created
 * @param consumerGroupPrefix prefix of the group ids of test consumers
 * @param consumer test consumers
 * @param producer test producers
 * @param correlation correlation ids
 * @param reply replies
 * @param flow flows
 * @param tap records that are kept after they were seen
 * @param diagnosis how failures are explained
 * @param readyTimeout maximum time to wait, before a request is sent, until the listeners
 * of the application have partitions
 * @param connectivity how to find out whether a broker answers
 * @param load loads
 * @param embedded the embedded broker
 * @since 0.1.0
 */
@ConfigurationProperties("kafka.test")
public record KafkaTestProperties(@DefaultValue("true") boolean enabled, @DefaultValue("auto") Broker broker,
		@Nullable List<String> bootstrapServers, @Nullable SecurityProtocol securityProtocol,
		@Nullable String schemaRegistryUrl, @DefaultValue("redirect") ForeignClusters foreignClusters,
		@DefaultValue("skip") WhenUnavailable whenUnavailable, @Nullable Boolean codegenTopics,
		@DefaultValue Map<String, String> topics, @DefaultValue Topic topic,
		@DefaultValue("archon-intelligence-test") String consumerGroupPrefix, @DefaultValue Consumer consumer,
		@DefaultValue Producer producer, @DefaultValue Correlation correlation, @DefaultValue Reply reply,
		@DefaultValue Flow flow, @DefaultValue Tap tap, @DefaultValue Diagnosis diagnosis,
		@DefaultValue("30s") Duration readyTimeout, @DefaultValue Connectivity connectivity, @DefaultValue Load load,
		@DefaultValue Embedded embedded) {

	/**
	 * Which broker tests use.
	 */
	public enum Broker {

		/**
		 * The cluster of the test itself, otherwise the external cluster if one is
		 * configured, otherwise the embedded broker.
		 */
		AUTO,

		/**
		 * The embedded broker.
		 */
		EMBEDDED,

		/**
		 * An external cluster.
		 */
		EXTERNAL

	}

	/**
	 * What happens to a test whose broker cannot be reached.
	 */
	public enum WhenUnavailable {

		/**
		 * The test is skipped.
		 */
		SKIP,

		/**
		 * The test fails.
		 */
		FAIL

	}

	/**
	 * What happens to a bean that would connect to another cluster.
	 */
	public enum ForeignClusters {

		/**
		 * The bean uses the cluster of the tests.
		 */
		REDIRECT,

		/**
		 * The context does not start.
		 */
		FAIL,

		/**
		 * The bean uses the other cluster. Clients configured by Spring Boot and Spring
		 * Cloud Stream still use that of the tests.
		 */
		ALLOW

	}

	/**
	 * Topics that are created.
	 *
	 * @param partitions number of partitions
	 * @param replicationFactor number of replicas
	 */
	public record Topic(@DefaultValue("1") int partitions, @DefaultValue("1") short replicationFactor) {

	}

	/**
	 * Test consumers.
	 *
	 * @param autoOffsetReset where to begin when the group has committed nothing
	 * @param enableAutoCommit whether to commit offsets in the background
	 * @param maxPollRecords maximum number of records that one poll returns
	 * @param sessionTimeout time after which the group gives up on a silent consumer
	 * @param heartbeatInterval time between two heartbeats to the group
	 * @param properties further configuration, by Kafka's own names
	 */
	public record Consumer(@DefaultValue("earliest") String autoOffsetReset,
			@DefaultValue("true") boolean enableAutoCommit, @DefaultValue("100") int maxPollRecords,
			@DefaultValue("30s") Duration sessionTimeout, @DefaultValue("10s") Duration heartbeatInterval,
			@DefaultValue Map<String, String> properties) {

		/**
		 * Return the values, but only the names of the further configuration, which may
		 * contain secrets.
		 * @return the values
		 */
		@Override
		public String toString() {
			return "Consumer[autoOffsetReset=" + this.autoOffsetReset + ", enableAutoCommit=" + this.enableAutoCommit
					+ ", maxPollRecords=" + this.maxPollRecords + ", sessionTimeout=" + this.sessionTimeout
					+ ", heartbeatInterval=" + this.heartbeatInterval + ", properties=" + this.properties.keySet()
					+ "]";
		}

	}

	/**
	 * Test producers.
	 *
	 * @param acks acknowledgements to wait for
	 * @param retries number of times a failed send is retried
	 * @param maxInFlightRequests maximum number of requests without an answer on one
	 * connection
	 * @param properties further configuration, by Kafka's own names
	 */
	public record Producer(@DefaultValue("all") String acks, @DefaultValue("3") int retries,
			@DefaultValue("1") int maxInFlightRequests, @DefaultValue Map<String, String> properties) {

		/**
		 * Return the values, but only the names of the further configuration, which may
		 * contain secrets.
		 * @return the values
		 */
		@Override
		public String toString() {
			return "Producer[acks=" + this.acks + ", retries=" + this.retries + ", maxInFlightRequests="
					+ this.maxInFlightRequests + ", properties=" + this.properties.keySet() + "]";
		}

	}

	/**
	 * Correlation ids.
	 *
	 * @param field field of the JSON value that holds the id, a name or a JSON Pointer;
	 * empty for none
	 * @param header header that holds the id as text; empty for none
	 * @param springHeader whether the header "kafka_correlationId" holds the id, as text
	 * or as the 16 bytes of a UUID
	 * @param key whether the key of the record is the id
	 * @param order which of these places are read and written first; the others follow in
	 * the order field, header, spring-header, key
	 */
	public record Correlation(@DefaultValue("correlation_id") String field,
			@DefaultValue("correlation_id") String header, @DefaultValue("false") boolean springHeader,
			@DefaultValue("false") boolean key, @DefaultValue List<Place> order) {

		/**
		 * Where an id can stand.
		 */
		public enum Place {

			/**
			 * A field of the JSON value.
			 */
			FIELD,

			/**
			 * A header, as text.
			 */
			HEADER,

			/**
			 * The header of Spring.
			 */
			SPRING_HEADER,

			/**
			 * The key.
			 */
			KEY

		}

	}

	/**
	 * Replies.
	 *
	 * @param timeout maximum time to wait for a reply after its request was acknowledged
	 * @param failFast whether a wait ends at once when no listener can answer any more
	 */
	public record Reply(@DefaultValue("10s") Duration timeout, @DefaultValue("true") boolean failFast) {

	}

	/**
	 * Flows.
	 *
	 * @param timeout maximum time to wait for a flow to be complete
	 */
	public record Flow(@DefaultValue("30s") Duration timeout) {

	}

	/**
	 * The records that are kept after they were seen, for replies, flows and reports of
	 * failures. The oldest records are dropped first.
	 *
	 * @param maxRecords maximum number of records
	 * @param maxBytes maximum size of the records
	 * @param maxAge maximum time since a record arrived
	 */
	public record Tap(@DefaultValue("10000") int maxRecords, @DefaultValue("64MB") DataSize maxBytes,
			@DefaultValue("10m") Duration maxAge) {
	}

	/**
	 * How failures are explained.
	 *
	 * @param enabled whether to observe how listeners and producers of the application
	 * process records
	 * @param masked parts of the names of headers and JSON fields whose values are hidden
	 * in texts, besides "authorization", "password", "token", "secret" and "api-key";
	 * case, hyphens and underscores do not matter
	 */
	public record Diagnosis(@DefaultValue("true") boolean enabled, @DefaultValue List<String> masked) {

	}

	/**
	 * How to find out whether a broker answers.
	 *
	 * @param maxRetries number of further attempts after the first
	 * @param initialDelay time before the first of them
	 * @param multiplier how many times as long each later one waits
	 * @param timeout maximum time for one attempt
	 */
	public record Connectivity(@DefaultValue("10") int maxRetries, @DefaultValue("2s") Duration initialDelay,
			@DefaultValue("1.5") double multiplier, @DefaultValue("1s") Duration timeout) {

	}

	/**
	 * Loads.
	 *
	 * @param directory directory of the reports; empty to keep none
	 */
	public record Load(@DefaultValue("target/kafka-test/load") String directory) {

	}

	/**
	 * The embedded broker.
	 *
	 * @param brokers number of brokers in the cluster
	 * @param securityProtocol security protocol of the broker
	 * @param isolated whether the context gets a cluster of its own, which is stopped
	 * when the context is closed
	 * @param properties further broker configuration, by Kafka's own names
	 */
	public record Embedded(@DefaultValue("1") int brokers, @DefaultValue("PLAINTEXT") SecurityProtocol securityProtocol,
			@DefaultValue("false") boolean isolated, @DefaultValue Map<String, String> properties) {

	}

}
