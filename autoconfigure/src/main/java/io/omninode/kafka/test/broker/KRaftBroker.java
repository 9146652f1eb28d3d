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

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.metrics.MetricConfigs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

import org.springframework.util.ClassUtils;

/**
 * A KRaft broker and its controller in this JVM, put together as {@code KafkaRaftServer}
 * does, with two differences: its sockets are there beforehand, and a fatal fault is
 * logged instead of ending the JVM.
 */
final class KRaftBroker implements RunningBroker {

	private static final Logger logger = LoggerFactory.getLogger(KRaftBroker.class);

	private final LoopbackSockets sockets;

	private final Path directory;

	private final String bootstrapServers;

	private @Nullable ControllerServer controller;

	private @Nullable BrokerServer broker;

	private @Nullable Metrics metrics;

	KRaftBroker(LoopbackSockets sockets, Path directory) {
		this.sockets = sockets;
		this.directory = directory;
		this.bootstrapServers = sockets.address(BrokerProperties.BROKER_LISTENER);
	}

	void start(Map<String, String> properties) throws Exception {
		format();
		KafkaConfig config = new KafkaConfig(properties, false);
		requireClasses(config.getList(MetricConfigs.METRIC_REPORTER_CLASSES_CONFIG));
		Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage = KafkaRaftServer.initializeLogDirs(config, logger,
				"");
		SharedServer shared = createShared(config, storage._1());
		this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
		this.broker = new BrokerServer(shared);
		this.controller.startup();
		this.broker.startup();
	}

	/**
	 * A broker that fails on these is half started, and Kafka cannot stop it any more.
	 */
	private void requireClasses(List<String> names) throws ClassNotFoundException {
		for (String name : names) {
			ClassUtils.forName(name, null);
		}
	}

	private void format() throws Exception {
		try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
			new Formatter().setClusterId(Uuid.randomUuid().toString())
				.setNodeId(BrokerProperties.NODE_ID)
				.setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
				.setDirectories(List.of(this.directory.toString()))
				.setPrintStream(silent)
				.run();
		}
	}

	private SharedServer createShared(KafkaConfig config, MetaPropertiesEnsemble storage) {
		Metrics created = Server.initializeMetrics(config, Time.SYSTEM, storage.clusterId().orElseThrow());
		this.metrics = created;
		QuorumConfig quorum = config.quorumConfig();
		return new SharedServer(config, storage, Time.SYSTEM, created,
				CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
				QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()), new LoggingFaultHandlers(),
				this.sockets);
	}

	@Override
	public String bootstrapServers() {
		return this.bootstrapServers;
	}

	@Override
	public synchronized void close() {
		if (this.broker != null) {
			this.broker.shutdown();
			this.broker = null;
		}
		if (this.controller != null) {
			close(this.controller);
			this.controller = null;
		}
		Utils.closeQuietly(this.metrics, "metrics");
		this.sockets.close();
		KRaftBrokerEngine.delete(this.directory);
	}

	/**
	 * Close a controller. Its registration manager closes the channel of the
	 * registration, and Kafka warns when it comes to close that channel a second time: so
	 * it is not shown it.
	 */
	private static void close(ControllerServer controller) {
		controller.registrationChannelManager_$eq(null);
		controller.shutdown();
	}

}
