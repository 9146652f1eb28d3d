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

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import kafka.server.KafkaConfig;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.ListenerInfo;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.LoggingFaultHandler;

/**
 * What a controller and a broker of one node share. Its faults are logged: Kafka's own
 * handlers would end the JVM, and with it the test run, on a fatal one. Its start is not
 * interrupted: Kafka takes one that was for not started, and then never ends the threads
 * that run already.
 */
final class KRaftSharedServer extends SharedServer {

	KRaftSharedServer(KafkaConfig config, MetaPropertiesEnsemble storage, Metrics metrics,
			Map<Integer, InetSocketAddress> voters, Collection<InetSocketAddress> bootstrapServers,
			ServerSocketFactory sockets) {
		super(config, storage, Time.SYSTEM, metrics, CompletableFuture.completedFuture(voters), bootstrapServers,
				(name, fatal, action) -> new LoggingFaultHandler(name, action), sockets);
	}

	@Override
	public void startForController(ListenerInfo listeners) {
		runUninterrupted(() -> super.startForController(listeners));
	}

	@Override
	public void startForBroker() {
		runUninterrupted(super::startForBroker);
	}

	/**
	 * Run it on a thread that nobody knows. An interrupt of the caller is kept for what
	 * it does next.
	 */
	private static void runUninterrupted(Runnable start) {
		try {
			CompletableFuture.runAsync(start, (task) -> new Thread(task, "kafka-test-broker-start-shared").start())
				.join();
		}
		catch (CompletionException ex) {
			rethrow((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	/**
	 * Throw what Kafka threw as it is, checked or not: Scala does not tell the two apart.
	 */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> void rethrow(Throwable ex) throws E {
		throw (E) ex;
	}

	/**
	 * Log under Kafka's name, for which users set levels.
	 */
	@Override
	public String loggerName() {
		return SharedServer.class.getName();
	}

}
