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
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A node of the embedded cluster. It outlives its servers, which can be stopped and
 * started again.
 */
final class KRaftNode implements BrokerNode {

	private static final String CLEAN_SHUTDOWN_FILE = ".kafka_cleanshutdown";

	private final NodePlan plan;

	private final LoopbackSockets sockets;

	private final Path directory;

	private final Map<String, String> properties;

	private final BeforeRestart beforeRestart;

	private @Nullable KRaftServers servers;

	KRaftNode(NodePlan plan, LoopbackSockets sockets, Path directory, Map<String, String> properties,
			BeforeRestart beforeRestart) {
		this.plan = plan;
		this.sockets = sockets;
		this.directory = directory;
		this.properties = properties;
		this.beforeRestart = beforeRestart;
	}

	NodePlan plan() {
		return this.plan;
	}

	@Override
	public int id() {
		return this.plan.id();
	}

	@Override
	public String address() {
		return this.sockets.address(NodePlan.BROKER_LISTENER);
	}

	@Override
	public synchronized boolean isRunning() {
		return this.servers != null;
	}

	/**
	 * Prepare the directory of the node for its first start.
	 */
	void format(String clusterId) throws Exception {
		try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
			new Formatter().setClusterId(clusterId)
				.setNodeId(this.plan.id())
				.setControllerListenerName(NodePlan.CONTROLLER_LISTENER)
				.setDirectories(List.of(this.directory.toString()))
				.setPrintStream(silent)
				.run();
		}
	}

	synchronized void startServers() throws Exception {
		if (this.servers == null) {
			KRaftServers started = new KRaftServers(this.plan);
			this.servers = started;
			started.start(this.properties, this.sockets);
		}
	}

	@Override
	public synchronized void start() {
		try {
			if (this.servers == null) {
				this.beforeRestart.prepare(id());
				startServers();
			}
		}
		catch (Exception | Error ex) {
			kill();
			throw new StartFailure(Map.of(), this.directory).explain(
					"Broker <" + id() + "> at <" + address() + "> of the embedded cluster did not start again", ex);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.servers != null) {
			this.servers.stop();
			rest();
		}
	}

	@Override
	public synchronized void kill() {
		if (this.servers != null) {
			this.servers.kill();
			forgetCleanShutdown();
			rest();
		}
	}

	private void rest() {
		this.servers = null;
		this.sockets.reserve();
	}

	/**
	 * Delete the file that tells the next start that the log was closed cleanly.
	 */
	private void forgetCleanShutdown() {
		try {
			Files.deleteIfExists(this.directory.resolve(CLEAN_SHUTDOWN_FILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Stop for good, without saving anything: the data is not needed any more.
	 */
	synchronized void close() {
		try {
			if (this.servers != null) {
				this.servers.discard();
				this.servers = null;
			}
		}
		finally {
			this.sockets.close();
		}
	}

	/**
	 * Let this controller forget a stopped broker.
	 */
	synchronized void unregister(int broker) throws Exception {
		if (this.servers != null) {
			this.servers.unregister(broker);
		}
	}

	@Override
	public String toString() {
		return "broker " + id() + " at " + address();
	}

	/**
	 * An action to run before a broker is started again.
	 */
	@FunctionalInterface
	interface BeforeRestart {

		/**
		 * Prepare the restart of a broker.
		 * @param broker the id of the broker
		 */
		void prepare(int broker) throws Exception;

	}

}
