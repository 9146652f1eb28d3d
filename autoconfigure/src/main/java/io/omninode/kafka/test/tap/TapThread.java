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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that reads. Only this thread uses the consumer; other threads submit tasks
 * to it.
 */
final class TapThread extends Thread {

	private static final Logger logger = LoggerFactory.getLogger(TapThread.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration NEW_PARTITIONS = Duration.ofSeconds(1);

	private static final Duration RETRY = Duration.ofMillis(100);

	private final TapConsumer reading;

	private final Collection<String> topics;

	private final Consumer<List<TappedRecord>> sink;

	private final BlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();

	private final List<CaughtUp> waits = new ArrayList<>();

	private long newPartitionsNanos = System.nanoTime();

	private volatile boolean stopped;

	private volatile @Nullable Throwable failure;

	/**
	 * Create a thread.
	 * @param reading the consumer that reads
	 * @param topics the watched topics, which may change at any time
	 * @param sink gets the records
	 */
	TapThread(TapConsumer reading, Collection<String> topics, Consumer<List<TappedRecord>> sink) {
		super("kafka-test-tap");
		setDaemon(true);
		this.reading = reading;
		this.topics = topics;
		this.sink = sink;
	}

	/**
	 * Submit a task to this thread.
	 */
	<T> CompletableFuture<T> submit(Function<TapConsumer, T> work) {
		Task<T> task = add(work);
		if (this.stopped && this.tasks.remove(task)) {
			task.result().completeExceptionally(stoppedException());
		}
		return task.result();
	}

	private <T> Task<T> add(Function<TapConsumer, T> work) {
		Task<T> task = new Task<>(work, new CompletableFuture<>());
		this.tasks.add(task);
		this.reading.wakeUp();
		return task;
	}

	/**
	 * Return a future that completes when all records up to the given ends have been
	 * read.
	 * @param replaced the topics to read from their beginning
	 */
	CompletableFuture<Void> caughtUp(Map<TopicPartition, Long> ends, Set<String> replaced) {
		CompletableFuture<Void> result = new CompletableFuture<>();
		submit((reading) -> {
			reading.addNew(ends.keySet());
			reading.restart(replaced);
			return this.waits.add(new CaughtUp(ends, result));
		}).exceptionally((ex) -> result.completeExceptionally(ex));
		return result;
	}

	/**
	 * Return whether the thread still reads records. A failure ends it.
	 */
	boolean isReading() {
		return !this.stopped;
	}

	@Override
	public void run() {
		try {
			while (!this.stopped) {
				readOnce();
			}
		}
		catch (InterruptedException ex) {
			logger.debug("Interrupted", ex);
		}
		catch (RuntimeException | Error ex) {
			this.failure = ex;
			logger.error("The tap cannot go on reading", ex);
		}
		finally {
			this.stopped = true;
			failTasks();
			this.waits.forEach((wait) -> wait.result().completeExceptionally(stoppedException()));
			closeReading();
		}
	}

	/**
	 * Close the consumer, with the interrupt cleared: it does not close properly on an
	 * interrupted thread.
	 */
	private void closeReading() {
		interrupted();
		try {
			this.reading.close();
		}
		catch (RuntimeException | Error ex) {
			logger.warn("The consumer of the tap cannot be closed", ex);
		}
	}

	private void readOnce() throws InterruptedException {
		try {
			runTasks();
			completeWaits();
			if (!this.stopped && this.reading.hasPartitions()) {
				poll();
				addNewPartitions();
			}
		}
		catch (WakeupException ex) {
			logger.trace("Woken up", ex);
		}
		catch (RetriableException ex) {
			logger.debug("The tap tries again", ex);
			run(this.tasks.poll(RETRY.toMillis(), TimeUnit.MILLISECONDS));
		}
	}

	private void poll() {
		List<TappedRecord> arrived = this.reading.poll(POLL);
		if (!arrived.isEmpty()) {
			this.sink.accept(arrived);
		}
	}

	private void addNewPartitions() {
		if (System.nanoTime() - this.newPartitionsNanos > NEW_PARTITIONS.toNanos()) {
			this.newPartitionsNanos = System.nanoTime();
			this.reading.addNewPartitions(this.topics);
		}
	}

	private void runTasks() throws InterruptedException {
		run(this.reading.hasPartitions() ? this.tasks.poll() : this.tasks.take());
	}

	private void run(@Nullable Task<?> first) {
		Task<?> task = first;
		while (task != null && !this.stopped) {
			task.run(this.reading, () -> this.stopped);
			task = task.result().isDone() ? this.tasks.poll() : task;
		}
		if (task != null) {
			this.tasks.add(task);
		}
	}

	private void completeWaits() {
		for (Iterator<CaughtUp> iterator = this.waits.iterator(); iterator.hasNext();) {
			CaughtUp wait = iterator.next();
			if (this.reading.hasReached(wait.ends())) {
				iterator.remove();
				wait.result().complete(null);
			}
		}
	}

	private void failTasks() {
		for (Task<?> task = this.tasks.poll(); task != null; task = this.tasks.poll()) {
			task.result().completeExceptionally(stoppedException());
		}
	}

	private TapException stoppedException() {
		Throwable cause = this.failure;
		return (cause != null) ? new TapException("The tap stopped reading: " + TapException.text(cause), cause)
				: new TapException("The tap is stopped, because its application context is paused or closed", null);
	}

	/**
	 * Stop reading, and wait until that is done. An interrupt does not end the wait; the
	 * interrupt status is restored afterwards. The wait is limited, because user code
	 * runs on this thread and may never return.
	 */
	void close(Duration limit) {
		this.stopped = true;
		add(TapConsumer::hasPartitions);
		if (!awaitEnd(limit)) {
			Throwable place = new TapException("It is here", null);
			place.setStackTrace(getStackTrace());
			logger.error("The thread '{}' did not end within {} ms: does a correlation strategy not return?"
					+ " It ends once that has", getName(), limit.toMillis(), place);
		}
	}

	private boolean awaitEnd(Duration limit) {
		boolean interrupted = interrupted();
		long end = System.nanoTime() + limit.toNanos();
		while (isAlive() && System.nanoTime() < end) {
			try {
				TimeUnit.NANOSECONDS.timedJoin(this, end - System.nanoTime());
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			currentThread().interrupt();
		}
		return !isAlive();
	}

	/**
	 * A task for this thread. The wake-up that announces a task may hit another task that
	 * waits for the broker, which is then repeated from its beginning.
	 *
	 * @param work the work to do
	 * @param result completed with its result or exception
	 * @param <T> the type of the result
	 */
	private record Task<T>(Function<TapConsumer, T> work, CompletableFuture<T> result) {

		/**
		 * Run the task, unless the thread is stopped before it is done.
		 */
		void run(TapConsumer reading, BooleanSupplier stopped) {
			while (!this.result.isDone() && !stopped.getAsBoolean()) {
				try {
					this.result.complete(this.work.apply(reading));
				}
				catch (WakeupException ex) {
					continue;
				}
				catch (RuntimeException | Error ex) {
					this.result.completeExceptionally(ex);
				}
			}
		}

	}

	private record CaughtUp(Map<TopicPartition, Long> ends, CompletableFuture<Void> result) {

	}

}
