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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * {@link BrokerEngine} that runs a KRaft broker, with its controller, inside this JVM.
 */
record KRaftBrokerEngine() implements BrokerEngine {

	private static final String SERVER_CLASS = "kafka.server.BrokerServer";

	@Override
	public RunningBroker start(BrokerSpecification specification) {
		requireServer();
		new BrokerRules(specification).check();
		ClusterSockets sockets = openSockets(specification);
		try {
			return start(specification, sockets);
		}
		catch (RuntimeException ex) {
			sockets.close();
			throw ex;
		}
	}

	private RunningBroker start(BrokerSpecification specification, ClusterSockets sockets) {
		Path directory = createDirectory();
		KRaftCluster cluster = KRaftCluster.create(specification, sockets, directory,
				createSecurity(specification, directory));
		return StartingBroker.start(cluster, cluster::start, (ex) -> failed(directory, ex));
	}

	private void requireServer() {
		if (!ClassUtils.isPresent(SERVER_CLASS, getClass().getClassLoader())) {
			throw new BrokerStartException("The class path holds no Kafka broker.",
					"Add org.apache.kafka:kafka_2.13 in test scope (kafka-test-spring-boot-starter brings it), "
							+ "or name a cluster with kafka.test.bootstrap-servers.",
					new ClassNotFoundException(SERVER_CLASS));
		}
	}

	private ClusterSockets openSockets(BrokerSpecification specification) {
		try {
			return ClusterSockets.open(NodePlan.cluster(specification.brokers()));
		}
		catch (IOException ex) {
			throw new BrokerStartException("No port of the loopback interface could be opened: " + ex.getMessage(),
					"Check the limits on ports and open files of this machine (ulimit -n), "
							+ "or name a cluster with kafka.test.bootstrap-servers.",
					ex);
		}
	}

	private Path createDirectory() {
		try {
			return Files.createTempDirectory("kafka-test-");
		}
		catch (IOException ex) {
			String parent = System.getProperty("java.io.tmpdir");
			throw new BrokerStartException("No directory could be created in <" + parent + ">: " + ex,
					"Free some space there, make it writable, or set -Djava.io.tmpdir to another directory.", ex);
		}
	}

	private BrokerSecurity createSecurity(BrokerSpecification specification, Path directory) {
		try {
			return BrokerSecurity.create(specification.securityProtocol(), directory);
		}
		catch (RuntimeException ex) {
			delete(directory);
			throw ex;
		}
	}

	private static BrokerStartException failed(Path directory, Throwable ex) {
		return new BrokerStartException("The embedded Kafka broker did not start: " + ex,
				"Check kafka.test.embedded.properties and the free space in <" + directory.getParent() + ">.", ex);
	}

	static void delete(Path directory) {
		try {
			FileSystemUtils.deleteRecursively(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not remove <" + directory + ">", ex);
		}
	}

}
