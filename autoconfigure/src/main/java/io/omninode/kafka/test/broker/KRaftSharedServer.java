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
 * The parts that the controller and the broker of one node share. Faults are logged,
 * because Kafka's own handlers would end the JVM, and with it the test run, on a fatal
 * one. The start is not interrupted, because Kafka then assumes that the server was not
 * started, and never ends the threads that already run.
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
	 * Run the start on a thread of its own, which no other code can interrupt. If the
	 * caller is interrupted, its interrupt status is restored afterwards.
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
	 * Rethrow the exception of Kafka as it is, checked or not: Scala does not distinguish
	 * the two.
	 */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> void rethrow(Throwable ex) throws E {
		throw (E) ex;
	}

	/**
	 * Use Kafka's logger name, for which users set levels.
	 */
	@Override
	public String loggerName() {
		return SharedServer.class.getName();
	}

}
