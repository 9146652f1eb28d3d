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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker that starts on a thread of its own while the context continues. If the start
 * fails, the broker is closed, so that nothing is left behind and no client waits for an
 * answer.
 */
final class StartingBroker implements RunningBroker {

	private static final Logger logger = LoggerFactory.getLogger(StartingBroker.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final RunningBroker broker;

	private final FutureTask<Void> start;

	private final Function<Throwable, BrokerStartException> failure;

	private final Thread thread;

	private final Duration patience;

	private volatile boolean failed;

	private StartingBroker(RunningBroker broker, Start start, Function<Throwable, BrokerStartException> failure,
			Runnable afterwards, Duration patience) {
		this.broker = broker;
		this.patience = patience;
		this.failure = failure;
		this.start = new FutureTask<>(() -> {
			run(start);
			return null;
		});
		this.thread = new Thread(() -> run(afterwards), "kafka-test-broker-start");
		this.thread.setDaemon(true);
	}

	/**
	 * Start a broker.
	 * @param afterwards an action to run when the broker is up, without keeping others
	 * waiting; it ends when its thread is interrupted
	 */
	static StartingBroker start(RunningBroker broker, Start start, Function<Throwable, BrokerStartException> failure,
			Runnable afterwards) {
		return start(broker, start, failure, afterwards, PATIENCE);
	}

	/**
	 * Start a broker.
	 * @param patience how long a start may continue after the broker is closed
	 */
	static StartingBroker start(RunningBroker broker, Start start, Function<Throwable, BrokerStartException> failure,
			Runnable afterwards, Duration patience) {
		StartingBroker starting = new StartingBroker(broker, start, failure, afterwards, patience);
		starting.thread.start();
		return starting;
	}

	private void run(Runnable afterwards) {
		this.start.run();
		if (!this.failed) {
			afterwards.run();
		}
	}

	private void run(Start start) throws Exception {
		try {
			start.run();
		}
		catch (Throwable ex) {
			this.failed = true;
			Thread.interrupted();
			closeAfter(ex);
			throw ex;
		}
	}

	private void closeAfter(Throwable failure) {
		try {
			this.broker.close();
		}
		catch (RuntimeException | Error ex) {
			failure.addSuppressed(ex);
		}
	}

	@Override
	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	@Override
	public Map<String, String> clientProperties() {
		return this.broker.clientProperties();
	}

	@Override
	public List<BrokerNode> nodes() {
		return this.broker.nodes();
	}

	@Override
	public boolean isStarted() {
		return this.start.isDone();
	}

	@Override
	public void awaitStarted() {
		try {
			this.start.get();
		}
		catch (ExecutionException ex) {
			throw this.failure.apply((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.failure.apply(ex);
		}
	}

	@Override
	public boolean hasFailed() {
		return this.failed;
	}

	/**
	 * Close the broker. If it is still starting, wait for the start first, because Kafka
	 * does not clean up after an interrupted one. Only a start that takes too long is
	 * interrupted.
	 */
	@Override
	public void close() {
		awaitEndOfStart();
		this.thread.interrupt();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.broker.close();
	}

	private void awaitEndOfStart() {
		try {
			this.start.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			logger.trace("The start is over, or is to end", ex);
		}
	}

	/**
	 * What starts a broker.
	 */
	@FunctionalInterface
	interface Start {

		/**
		 * Start the broker, and return when it accepts requests.
		 */
		void run() throws Exception;

	}

}
