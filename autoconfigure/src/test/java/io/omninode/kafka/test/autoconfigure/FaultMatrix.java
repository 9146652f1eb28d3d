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

package io.omninode.kafka.test.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.load.LoadDriver;
import io.omninode.kafka.test.load.LoadPlan;
import io.omninode.kafka.test.record.SentRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.ProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All kinds of waits at once, on a cluster that is gone. Each has to fail within its
 * timeout and two seconds, and say what became of the cluster.
 */
final class FaultMatrix {

	static final String REPLY_TIMEOUT = "kafka.test.reply.timeout=2s";

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final Duration MORE = Duration.ofSeconds(2);

	private static final Duration NEVER = Duration.ofMinutes(1);

	/**
	 * Kafka waits for half a minute at least where it is not told how long.
	 */
	private static final Duration CLOSE = Duration.ofSeconds(8);

	private static final int USERS = 8;

	private final ApplicationContext context;

	private final ReplyAwaiter replies;

	private final TestRecords records;

	private final FlowTracker flows;

	private final LoadDriver loads;

	private final SentRecord sent;

	FaultMatrix(ApplicationContext context) {
		this.context = context;
		this.replies = context.getBean(ReplyAwaiter.class);
		this.records = context.getBean(TestRecords.class);
		this.flows = context.getBean(FlowTracker.class);
		this.loads = context.getBean(LoadDriver.class);
		this.replies.exchange("validation").send(Map.of("n", 0)).await(NEVER);
		this.sent = this.records.send("validation-request", Map.of("n", 1));
		this.records.on("analysis-request").seen();
	}

	/**
	 * Have the next record be the first of its producer.
	 */
	void forgetProducers() {
		this.context.getBean("kafkaTestRequestProducerFactory", ProducerFactory.class).reset();
	}

	PendingReply send() {
		return this.replies.exchange("validation").send(Map.of("n", 2));
	}

	void assertEachWaitEnds(String reason) throws Exception {
		assertEachWaitEnds(reason, this::send);
	}

	/**
	 * Have all wait at once.
	 * @param reason what each has to tell
	 * @param request sends what is waited for, or has done so
	 */
	void assertEachWaitEnds(String reason, Supplier<PendingReply> request) throws Exception {
		Map<String, Callable<?>> waits = waits(request);
		ExecutorService users = Executors.newFixedThreadPool(waits.size());
		try {
			Map<String, CompletableFuture<Outcome>> outcomes = new LinkedHashMap<>();
			waits.forEach((name, wait) -> outcomes.put(name,
					CompletableFuture.supplyAsync(() -> Outcome.of(wait), users).orTimeout(1, TimeUnit.MINUTES)));
			Duration late = lateness(CompletableFuture.allOf(outcomes.values().toArray(CompletableFuture[]::new)));
			SoftAssertions softly = new SoftAssertions();
			outcomes.forEach((name, outcome) -> check(softly, name, outcome, reason, late));
			softly.assertAll();
		}
		finally {
			users.shutdownNow();
		}
	}

	/**
	 * Wait until all is done, and return how much later than wanted this thread ran: a
	 * measure of how busy the machine is.
	 */
	private static Duration lateness(CompletableFuture<?> all) {
		long late = 0;
		while (!all.isDone()) {
			long begin = System.nanoTime();
			all.copy().completeOnTimeout(null, 50, TimeUnit.MILLISECONDS).exceptionally((ex) -> null).join();
			late += Math.max(0, System.nanoTime() - begin - 50_000_000);
		}
		return Duration.ofNanos(late);
	}

	private static void check(SoftAssertions softly, String name, CompletableFuture<Outcome> future, String reason,
			Duration late) {
		if (future.isCompletedExceptionally()) {
			softly.fail("<%s> did not end", name);
			return;
		}
		Outcome outcome = future.join();
		softly.assertThat(outcome.took()).as(name).isLessThan(TIMEOUT.plus(MORE).plus(late));
		softly.assertThat(outcome.failure()).as(name).isNotNull();
		if (outcome.failure() != null) {
			softly.assertThat(outcome.failure().getMessage()).as(name).contains("Cause:    Kafka at <" + reason);
			softly.assertThat(outcome.failure().getMessage()).as(name).contains("Remedy:   ");
		}
	}

	private Map<String, Callable<?>> waits(Supplier<PendingReply> request) {
		Map<String, Callable<?>> waits = new LinkedHashMap<>();
		waits.put("await", () -> request.get().await(TIMEOUT));
		waits.put("awaitAll", () -> request.get().awaitAll(2, TIMEOUT));
		waits.put("awaitEach", () -> request.get().awaitEach(TIMEOUT));
		waits.put("awaitNone", () -> done(() -> request.get().awaitNone(TIMEOUT)));
		waits.put("toFuture", () -> request.get().toFuture().get());
		waits.put("records.await", () -> this.records.on("analysis-request").await(TIMEOUT));
		waits.put("records.awaitNone", () -> done(() -> this.records.on("analysis-request").awaitNone(TIMEOUT)));
		waits.put("records.seen", () -> this.records.on("analysis-request").seen());
		waits.put("records.on", () -> this.records.on("pattern-request"));
		waits.put("records.send", () -> this.records.send("analysis-request", Map.of("n", 3)));
		waits.put("awaitConsumed", () -> done(() -> this.sent.awaitConsumed(TIMEOUT)));
		waits.put("awaitConsumedBy", () -> done(() -> this.sent.awaitConsumedBy("nobody", TIMEOUT)));
		waits.put("track", () -> this.flows.track("some-id", TIMEOUT));
		waits.put("awaitQuiet", () -> done(() -> this.flows.awaitQuiet(TIMEOUT)));
		waits.put("load", () -> this.loads
			.run(LoadPlan.concurrent("validation", 2, 10).event((n) -> Map.of("n", n)).timeout(TIMEOUT)));
		for (int user = 0; user < USERS; user++) {
			waits.put("user " + user, () -> send().await(TIMEOUT));
		}
		return waits;
	}

	/**
	 * Have the cluster fail while a load runs that would last for long.
	 */
	void assertLoadEnds(String reason, Runnable fault) {
		ExecutorService user = Executors.newSingleThreadExecutor();
		try {
			LoadPlan plan = LoadPlan.concurrent("validation", USERS, 1_000_000)
				.event((n) -> Map.of("n", n))
				.timeout(TIMEOUT);
			CompletableFuture<Outcome> load = CompletableFuture
				.supplyAsync(() -> Outcome.of(() -> this.loads.run(plan)), user);
			this.records.on("validation-response").awaitAll(100, NEVER);
			fault.run();
			long begin = System.nanoTime();
			Duration late = lateness(load);
			Duration took = Duration.ofNanos(System.nanoTime() - begin);
			assertThat(took).isLessThan(TIMEOUT.plus(MORE).plus(late));
			assertThat(load.join().failure()).hasMessageStartingWith("Load <validation-concurrent> was given up.")
				.hasMessageContaining("Cause:    Kafka at <" + reason)
				.hasMessageContaining("sent")
				.hasMessageContaining("Remedy:   ");
		}
		finally {
			user.shutdownNow();
		}
	}

	/**
	 * A record that is under way to nowhere must not hold up the end of a context.
	 */
	void assertClosesSoon() {
		long begin = System.nanoTime();
		forgetProducers();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(CLOSE);
	}

	private static boolean done(Runnable wait) {
		wait.run();
		return true;
	}

	/**
	 * What became of a wait.
	 *
	 * @param took how long it took
	 * @param failure what it threw
	 */
	private record Outcome(Duration took, @Nullable Throwable failure) {

		static Outcome of(Callable<?> wait) {
			long begin = System.nanoTime();
			Throwable failure = null;
			try {
				wait.call();
			}
			catch (java.util.concurrent.ExecutionException ex) {
				failure = ex.getCause();
			}
			catch (Throwable ex) {
				failure = ex;
			}
			return new Outcome(Duration.ofNanos(System.nanoTime() - begin), failure);
		}

	}

}
