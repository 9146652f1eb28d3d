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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.omninode.kafka.test.client.MissingRight;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicCreationException;
import io.omninode.kafka.test.waiting.Answer;
import io.omninode.kafka.test.waiting.Durations;
import io.omninode.kafka.test.waiting.Rounds;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * {@link Tap} with a thread of its own, which is started when the first topic is watched.
 * It pauses with the context and continues where it stopped.
 */
class DefaultTap implements Tap, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DefaultTap.class);

	private static final String CANNOT_CATCH_UP = "The topics cannot be read to their end";

	private static final Duration WATCH_TIMEOUT = Duration.ofSeconds(30);

	private static final Duration END_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * The maximum time of a fetch. While there are no records, the broker is asked twice
	 * a second, which is often enough to notice that it is gone, and costs next to
	 * nothing.
	 */
	private static final Duration FETCH_WAIT = Duration.ofMillis(500);

	private static final int MAX_ELSEWHERE = 10_000;

	/**
	 * Of each partition: that many can be searched in a second.
	 */
	private static final long MAX_SEARCHED = 100_000;

	private final Rounds<Reading, Reading.Part> readings = new Rounds<>();

	private final TestClients clients;

	private final TestTopics topics;

	private final StrangeTopics strange = new StrangeTopics();

	private final TopicEnds ends;

	private final RecordIds ids;

	private final RecordBuffer lookBack;

	private final List<Consumer<? super TappedRecord>> subscribers = new CopyOnWriteArrayList<>();

	private final Set<String> watched = ConcurrentHashMap.newKeySet();

	/**
	 * Topics that were deleted and created again. The tap may have noticed that already,
	 * and then reads the same records twice.
	 */
	private final Set<String> readAgain = ConcurrentHashMap.newKeySet();

	private Map<TopicPartition, Long> positions = Map.of();

	private Map<TopicPartition, Long> liveFrom = Map.of();

	private @Nullable TapThread thread;

	private @Nullable TapConsumer reading;

	private volatile boolean running;

	DefaultTap(TestClients clients, TestTopics topics, TopicEnds ends, CorrelationStrategy correlation,
			TapBounds bounds) {
		this.clients = clients;
		this.topics = topics;
		this.ends = ends;
		this.ids = new RecordIds(correlation);
		this.lookBack = new RecordBuffer(bounds, System::nanoTime);
	}

	@Override
	public void watch(Collection<String> topics, TestStart since) {
		this.ends.use(topics);
		if (!this.watched.containsAll(topics)) {
			watchMore(topics, since);
		}
		Set<String> replaced = takeReplaced();
		if (!replaced.isEmpty()) {
			restart(replaced);
		}
	}

	private Set<String> takeReplaced() {
		Set<String> replaced = this.ends.takeReplaced();
		this.readAgain.addAll(replaced);
		return replaced;
	}

	private synchronized void restart(Set<String> topics) {
		thread().submit((target) -> {
			target.restart(topics);
			return topics;
		});
	}

	private synchronized void watchMore(Collection<String> topics, TestStart since) {
		List<String> added = topics.stream().filter((topic) -> !this.watched.contains(topic)).distinct().toList();
		this.strange.create(this.topics, added);
		CompletableFuture<?> positioned = thread().submit((target) -> {
			target.add(added, since);
			return added;
		});
		String failure = "Topics " + Excerpt.of(added) + " cannot be read";
		if (!await(positioned, failure, WATCH_TIMEOUT)) {
			throw new TapException(failure + " within " + Durations.text(WATCH_TIMEOUT), null);
		}
		this.watched.addAll(added);
	}

	private TapThread thread() {
		if (!this.running) {
			throw new TapException("The tap is stopped, because its application context is paused or closed", null);
		}
		TapThread current = this.thread;
		if (current != null && !current.isReading()) {
			release(current);
		}
		return (current != null && current.isReading()) ? current : startThread();
	}

	private TapThread startThread() {
		TapConsumer next = new TapConsumer(() -> this.clients.recorder(FETCH_WAIT), this.ids, this.positions,
				this.liveFrom);
		TapThread started = new TapThread(next, this.watched, this::accept);
		started.start();
		this.reading = next;
		this.thread = started;
		return started;
	}

	private void accept(List<TappedRecord> polled) {
		List<TappedRecord> arrived = this.readAgain.isEmpty() ? polled
				: polled.stream().filter((record) -> !isReadAgain(record)).toList();
		this.lookBack.add(arrived);
		for (TappedRecord record : arrived) {
			for (Consumer<? super TappedRecord> subscriber : this.subscribers) {
				give(record, subscriber);
			}
		}
	}

	private boolean isReadAgain(TappedRecord record) {
		return this.readAgain.contains(record.record().topic()) && !this.lookBack.find(record::isSameRecord).isEmpty();
	}

	private static void give(TappedRecord record, Consumer<? super TappedRecord> subscriber) {
		try {
			subscriber.accept(record);
		}
		catch (RuntimeException | Error ex) {
			logger.error("A subscriber of the tap failed", ex);
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
	public String idPlaces() {
		return this.ids.correlation().places();
	}

	@Override
	public List<TappedRecord> seen(String correlationId) {
		return this.lookBack.find(correlationId);
	}

	@Override
	public boolean awaitCaughtUp(Duration timeout) {
		long begin = System.nanoTime();
		Map<TopicPartition, Long> now = Answer.orNone(() -> this.ends.readable(this.watched, timeout),
				TimeoutException.class::isInstance, (reason) -> failed(CANNOT_CATCH_UP, reason));
		return now != null && (now.isEmpty()
				|| await(caughtUp(now), CANNOT_CATCH_UP, timeout.minusNanos(System.nanoTime() - begin)));
	}

	@Override
	public void search(TestStart since, IsolationLevel isolation, Duration timeout,
			Consumer<? super TappedRecord> sink) {
		read(new Reading(Set.of(), since, isolation, timeout, MAX_SEARCHED), "Not all topics can be read", sink);
	}

	/**
	 * Threads that look for something at the same time look at the same records.
	 */
	private void read(Reading reading, String failure, Consumer<? super TappedRecord> sink) {
		Elsewhere elsewhere = new Elsewhere(this.clients, this.topics, this.ends, this.ids);
		Reading.Part part = new Reading.Part(sink);
		this.readings.join(reading, part, (parts) -> answer(() -> {
			elsewhere.read(reading, (tapped) -> parts.forEach((each) -> each.give(tapped)));
			return reading;
		}, failure));
		part.end();
	}

	@Override
	public List<TappedRecord> elsewhere(TestStart since, Predicate<? super TappedRecord> filter, Duration timeout) {
		List<TappedRecord> found = new ArrayList<>();
		read(new Reading(Set.copyOf(this.watched), since, IsolationLevel.READ_COMMITTED, timeout, Long.MAX_VALUE),
				"The topics that are not watched cannot be read", (tapped) -> {
					if (found.size() < MAX_ELSEWHERE && filter.test(tapped)) {
						found.add(tapped);
					}
				});
		return found;
	}

	@Override
	public List<TappedRecord> earlier(Collection<String> topics, TestStart since, Duration timeout) {
		return answer(() -> {
			try (EarlierRecords earlier = new EarlierRecords(this.clients.recorder(), since)) {
				return earlier.read(topics, timeout)
					.stream()
					.map((record) -> new TappedRecord(record, System.nanoTime(), false, this.ids.read(record)))
					.toList();
			}
		}, "What is in the topics since before the test cannot be read");
	}

	@Override
	public List<String> strange(Collection<String> topics) {
		return this.strange.lines(topics);
	}

	@Override
	public List<String> mistaken(Collection<String> topics) {
		return this.strange.mistaken(topics);
	}

	@Override
	public Map<TopicPartition, Long> unreadable(Collection<String> topics, Duration timeout) {
		return answer(() -> this.ends.unreadable(topics, timeout), "The ends of " + topics + " are not known");
	}

	private <T> T answer(Answer.Question<T> question, String failure) {
		try {
			return Answer.to(question, (reason) -> refused(failure, reason));
		}
		catch (KafkaException | TopicCreationException ex) {
			throw refused(failure, ex);
		}
	}

	/**
	 * Return that something cannot be read, with the right that is missing for it.
	 */
	private TapException refused(String failure, Throwable reason) {
		MissingRight right = MissingRight.of(reason, AclOperation.READ, this.clients.settings().user());
		return (right != null) ? new TapException(failure + ": " + right, reason) : failed(failure, reason);
	}

	private synchronized CompletableFuture<Void> caughtUp(Map<TopicPartition, Long> ends) {
		return thread().caughtUp(ends, takeReplaced());
	}

	/**
	 * Wait for a future, and return whether it completed in time.
	 */
	private static boolean await(CompletableFuture<?> future, String failure, Duration timeout) {
		return Answer.to(() -> {
			try {
				future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
				return true;
			}
			catch (java.util.concurrent.TimeoutException ex) {
				return false;
			}
		}, (reason) -> failed(failure, reason));
	}

	private static TapException failed(String failure, Throwable reason) {
		return new TapException(failure + ": " + TapException.text(reason), reason);
	}

	@Override
	public synchronized void start() {
		this.running = true;
		if (!this.positions.isEmpty()) {
			startThread();
		}
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		if (this.thread != null) {
			release(this.thread);
		}
	}

	/**
	 * End a thread, and note where the next one has to continue.
	 */
	private void release(TapThread ended) {
		ended.close(END_TIMEOUT);
		if (this.reading != null) {
			this.positions = this.reading.reached();
			this.liveFrom = this.reading.liveFrom();
		}
		this.thread = null;
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
