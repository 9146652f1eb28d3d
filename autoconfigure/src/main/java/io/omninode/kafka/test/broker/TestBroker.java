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

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The broker that the tests of one application context use.
 * <p>
 * Every context has a bean of this type. Inject it to build a client by hand:
 *
 * <pre class="code">
 * &#064;Autowired
 * TestBroker broker;
 *
 * Map&lt;String, Object&gt; properties = Map.of("bootstrap.servers", this.broker.bootstrapServers());
 * </pre>
 * <p>
 * Instances are immutable and safe for use by several threads. The broker behind an
 * instance outlives the context: it is shared by all contexts of the JVM, unless
 * {@code kafka.test.embedded.isolated} gives the context one of its own.
 *
 * @since 0.1.0
 */
public interface TestBroker {

	/**
	 * Return the addresses of the broker, as {@code host:port} pairs separated by commas.
	 * @return the addresses, ready for {@code bootstrap.servers}
	 */
	String bootstrapServers();

	/**
	 * Return where the broker comes from.
	 * @return the mode
	 */
	BrokerMode mode();

	/**
	 * Return the configuration that a client needs to connect, by Kafka's own names. Use
	 * it for a client that is created by hand or runs in another process: those of the
	 * application and of this library are configured automatically.
	 * @return the address, and for the embedded cluster its security; the application has
	 * to know the security of any other cluster
	 */
	default Map<String, Object> clientProperties() {
		return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
	}

	/**
	 * Return the brokers of the embedded cluster, each of which a test can stop and start
	 * again.
	 * @return the brokers, none if the cluster is not embedded
	 */
	default List<BrokerNode> nodes() {
		return List.of();
	}

	/**
	 * Return one of the brokers of the embedded cluster.
	 * @param id its number, from 1
	 * @return the broker
	 * @throws IllegalStateException if the cluster is not embedded
	 * @throws IllegalArgumentException if there is no such broker
	 */
	default BrokerNode node(int id) {
		List<BrokerNode> nodes = nodes();
		if (nodes.isEmpty()) {
			throw new IllegalStateException("The brokers at <" + bootstrapServers()
					+ "> are not ours to stop and start: only those of the embedded cluster are.");
		}
		return nodes.stream()
			.filter((node) -> node.id() == id)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No broker <" + id + ">: the embedded cluster has "
					+ nodes.stream().map((node) -> "<" + node.id() + ">").collect(Collectors.joining(", "))
					+ "; kafka.test.embedded.brokers sets how many."));
	}

	/**
	 * Create an instance with the given values.
	 * @param bootstrapServers the addresses
	 * @param mode where the broker comes from
	 * @return the instance
	 */
	@API(status = Status.INTERNAL)
	static TestBroker of(String bootstrapServers, BrokerMode mode) {
		record KnownBroker(String bootstrapServers, BrokerMode mode) implements TestBroker {

		}
		return new KnownBroker(bootstrapServers, mode);
	}

	/**
	 * Create an instance for an embedded cluster.
	 * @param broker the cluster
	 * @param atEndOfTest called with an action that starts a stopped broker again, to run
	 * when the test has ended
	 * @return the instance
	 */
	@API(status = Status.INTERNAL)
	static TestBroker of(RunningBroker broker, Consumer<Runnable> atEndOfTest) {
		return new EmbeddedTestBroker(broker, atEndOfTest);
	}

}
