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

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;

import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.metrics.MetricConfigs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The Kafka servers of one node, from their start to their end, assembled as
 * {@code KafkaRaftServer} does, with two differences: the sockets are opened beforehand,
 * and a fatal fault is logged instead of ending the JVM.
 */
final class KRaftServers {

	private static final Logger logger = LoggerFactory.getLogger(KRaftServers.class);

	static final String LIFECYCLE_MANAGER = "lifecycleManager";

	static final String BEGIN_SHUTDOWN = "beginShutdown";

	private final NodePlan plan;

	private @Nullable ControllerServer controller;

	private @Nullable BrokerServer broker;

	private @Nullable Metrics metrics;

	private boolean started;

	KRaftServers(NodePlan plan) {
		this.plan = plan;
	}

	void start(Map<String, String> properties, ServerSocketFactory sockets) throws Exception {
		KafkaConfig config = new KafkaConfig(properties, false);
		requireClasses(config.getList(MetricConfigs.METRIC_REPORTER_CLASSES_CONFIG));
		Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage = KafkaRaftServer.initializeLogDirs(config, logger,
				"");
		SharedServer shared = createShared(config, storage._1(), sockets);
		if (this.plan.controller()) {
			this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
			this.controller.startup();
		}
		if (this.plan.broker()) {
			this.broker = new BrokerServer(shared);
			this.broker.startup();
			this.started = true;
		}
	}

	/**
	 * Load the classes first: if one of them is missing, the broker fails when it is half
	 * started, and Kafka cannot stop it any more.
	 */
	private void requireClasses(List<String> names) throws ClassNotFoundException {
		for (String name : names) {
			ClassUtils.forName(name, null);
		}
	}

	private SharedServer createShared(KafkaConfig config, MetaPropertiesEnsemble storage, ServerSocketFactory sockets) {
		Metrics created = Server.initializeMetrics(config, Time.SYSTEM, storage.clusterId().orElseThrow());
		this.metrics = created;
		QuorumConfig quorum = config.quorumConfig();
		return new KRaftSharedServer(config, storage, created, QuorumConfig.parseVoterConnections(quorum.voters()),
				QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()), sockets);
	}

	/**
	 * Let the controller forget a stopped broker. Otherwise the controller believes that
	 * the broker is alive until its session expires, and takes the restarted one for a
	 * second broker with the same id. It is fine if the controller has already forgotten
	 * it.
	 */
	void unregister(int broker) throws Exception {
		ControllerServer known = this.controller;
		if (known != null) {
			ControllerRequestContext context = new ControllerRequestContext(new RequestHeaderData(),
					KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
			try {
				known.controller().unregisterBroker(context, broker).get();
			}
			catch (ExecutionException ex) {
				if (!(ex.getCause() instanceof BrokerIdNotRegisteredException)) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Stop in good order: the controller finds other leaders first.
	 */
	void stop() {
		if (this.broker != null) {
			this.broker.shutdown();
			if (!this.started) {
				endCoordinators(this.broker);
			}
			this.broker = null;
		}
		if (this.controller != null) {
			close(this.controller);
			this.controller = null;
		}
		Utils.closeQuietly(this.metrics, "metrics");
	}

	/**
	 * End the threads of coordinators that the broker has not started yet: until they are
	 * started, they ignore their shutdown.
	 */
	private static void endCoordinators(BrokerServer broker) {
		if (broker.groupCoordinator() != null) {
			broker.groupCoordinator().startup(() -> 1);
			broker.groupCoordinator().shutdown();
		}
		if (broker.shareCoordinator() != null) {
			broker.shareCoordinator().startup(() -> 1);
			broker.shareCoordinator().shutdown();
		}
	}

	/**
	 * Stop as a crash would. A broker that is its own controller has no other controller
	 * to hide it from.
	 */
	void kill() {
		breakConnections();
		if (this.controller == null) {
			skipHandover();
		}
		stop();
	}

	/**
	 * Stop for good, with nothing handed over.
	 */
	void discard() {
		skipHandover();
		stop();
	}

	private void breakConnections() {
		if (this.broker != null && this.broker.socketServer() != null) {
			this.broker.socketServer().stopProcessingRequests();
		}
	}

	/**
	 * Keep the broker from handing anything over. Its lifecycle manager is called by
	 * reflection: Kafka 4.3 has moved it to another package, which changes the signature
	 * of the method that returns it.
	 */
	private void skipHandover() {
		Object manager = (this.broker != null) ? call(this.broker, LIFECYCLE_MANAGER) : null;
		if (manager != null) {
			call(manager, BEGIN_SHUTDOWN);
		}
	}

	/**
	 * Call a method if this version of Kafka has it. Without it, the broker only stops
	 * later.
	 */
	private static @Nullable Object call(Object target, String name) {
		Method method = ReflectionUtils.findMethod(target.getClass(), name);
		if (method == null) {
			logger.debug("{} has no {}()", target.getClass().getName(), name);
			return null;
		}
		ReflectionUtils.makeAccessible(method);
		return ReflectionUtils.invokeMethod(method, target);
	}

	/**
	 * Close a controller. Its registration manager closes the registration channel, and
	 * Kafka logs a warning when it closes that channel a second time, so the channel is
	 * hidden from it.
	 */
	private static void close(ControllerServer controller) {
		controller.registrationChannelManager_$eq(null);
		controller.shutdown();
	}

}
