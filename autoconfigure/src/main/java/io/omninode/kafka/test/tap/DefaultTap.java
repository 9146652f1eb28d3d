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

package io.omninode.kafka.test.tap;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * {@link Tap} with a thread of its own, which is started when the first topic is watched.
 * It pauses with the context and goes on where it stopped.
 */
class DefaultTap implements Tap, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DefaultTap.class);

	private static final Duration WATCH_TIMEOUT = Duration.ofSeconds(30);

	private static final int MAX_RECORDS = 10_000;

	private static final long MAX_BYTES = 64L * 1024 * 1024;

	private final TestClients clients;

	private final TestTopics topics;

	private final LookBack lookBack = new LookBack(MAX_RECORDS, MAX_BYTES);

	private final List<Consumer<? super TappedRecord>> subscribers = new CopyOnWriteArrayList<>();

	private final Set<String> watched = ConcurrentHashMap.newKeySet();

	private Map<TopicPartition, Long> positions = Map.of();

	private Map<TopicPartition, Long> liveFrom = Map.of();

	private @Nullable TapThread thread;

	private @Nullable Reading reading;

	private volatile boolean running;

	DefaultTap(TestClients clients, TestTopics topics) {
		this.clients = clients;
		this.topics = topics;
	}

	@Override
	public void watch(Collection<String> topics, Instant since) {
		if (!this.watched.containsAll(topics)) {
			watchMore(topics, since);
		}
	}

	private synchronized void watchMore(Collection<String> topics, Instant since) {
		List<String> added = topics.stream().filter((topic) -> !this.watched.contains(topic)).distinct().toList();
		this.topics.create(added.toArray(String[]::new));
		CompletableFuture<?> positioned = thread().submit((target) -> {
			added.forEach((topic) -> target.add(topic, since));
			return added;
		});
		String failure = "Topics " + added + " cannot be read";
		if (!await(positioned, failure, WATCH_TIMEOUT)) {
			throw new TapException(failure + " within " + WATCH_TIMEOUT.toSeconds() + "s", null);
		}
		this.watched.addAll(added);
	}

	private TapThread thread() {
		if (!this.running) {
			throw new TapException("The tap is stopped, because its application context is paused or closed", null);
		}
		TapThread current = this.thread;
		return (current != null) ? current : startThread();
	}

	private TapThread startThread() {
		Reading next = new Reading(this.clients.recorder(), this.positions, this.liveFrom);
		TapThread started = new TapThread(next, this::accept);
		started.start();
		this.reading = next;
		this.thread = started;
		return started;
	}

	private void accept(TappedRecord record) {
		this.lookBack.add(record);
		for (Consumer<? super TappedRecord> subscriber : this.subscribers) {
			try {
				subscriber.accept(record);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.error("A subscriber of the tap failed", ex);
			}
		}
	}

	@Override
	public Runnable subscribe(Consumer<? super TappedRecord> subscriber) {
		this.subscribers.add(subscriber);
		return () -> this.subscribers.remove(subscriber);
	}

	@Override
	public List<TappedRecord> seen(Predicate<? super TappedRecord> filter) {
		return this.lookBack.find(filter);
	}

	@Override
	public boolean awaitCaughtUp(Duration timeout) {
		CompletableFuture<Void> caughtUp;
		synchronized (this) {
			if (this.watched.isEmpty()) {
				return true;
			}
			caughtUp = thread().caughtUp();
		}
		return await(caughtUp, "The topics cannot be read to their end", timeout);
	}

	/**
	 * Wait for a future, and return whether it completed in time.
	 */
	private static boolean await(CompletableFuture<?> future, String failure, Duration timeout) {
		try {
			future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (ExecutionException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new TapException(failure + ": " + cause.getMessage(), cause);
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private static TapException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new TapException("Interrupted while waiting for the tap", ex);
	}

	@Override
	public synchronized void start() {
		this.running = true;
		if (!this.positions.isEmpty()) {
			startThread().submit((target) -> {
				target.addNewPartitions(this.watched);
				return target;
			});
		}
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		TapThread current = this.thread;
		if (current != null && this.reading != null) {
			try {
				this.positions = current.close();
				this.liveFrom = this.reading.liveFrom();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.thread = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0;
	}

}
