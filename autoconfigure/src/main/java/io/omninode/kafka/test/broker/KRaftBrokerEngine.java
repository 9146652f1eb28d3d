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
import java.nio.file.Path;

import org.springframework.util.ClassUtils;

/**
 * {@link BrokerEngine} that runs a KRaft broker, with its controller, inside this JVM.
 */
record KRaftBrokerEngine() implements BrokerEngine {

	private static final String SERVER_CLASS = "kafka.server.BrokerServer";

	@Override
	public RunningBroker start(BrokerSpecification specification) {
		requireServer();
		new BrokerRules(specification).check();
		try {
			return startChecked(specification);
		}
		catch (LinkageError ex) {
			throw new StartFailure(specification.properties(), temporaryDirectory()).explain(ex);
		}
	}

	private RunningBroker startChecked(BrokerSpecification specification) {
		ClusterSockets sockets = openSockets(specification);
		try {
			return start(specification, sockets);
		}
		catch (RuntimeException | Error ex) {
			sockets.close();
			throw ex;
		}
	}

	private RunningBroker start(BrokerSpecification specification, ClusterSockets sockets) {
		Path parent = temporaryDirectory();
		BrokerDirectory directory = createDirectory(parent);
		KRaftCluster cluster = createCluster(specification, sockets, directory);
		return StartingBroker.start(cluster, cluster::start,
				new StartFailure(specification.properties(), parent)::explain,
				() -> BrokerDirectory.removeAbandoned(parent));
	}

	private KRaftCluster createCluster(BrokerSpecification specification, ClusterSockets sockets,
			BrokerDirectory directory) {
		try {
			return KRaftCluster.create(specification, sockets, directory,
					BrokerSecurity.create(specification.securityProtocol(), directory.path()));
		}
		catch (RuntimeException | Error ex) {
			directory.close();
			throw ex;
		}
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

	private static Path temporaryDirectory() {
		return Path.of(System.getProperty("java.io.tmpdir"));
	}

	private BrokerDirectory createDirectory(Path parent) {
		try {
			return BrokerDirectory.create(parent);
		}
		catch (IOException ex) {
			throw new BrokerStartException("No directory could be created in <" + parent + ">: " + ex,
					"Free some space there, make it writable, or set -Djava.io.tmpdir to another directory.", ex);
		}
	}

}
