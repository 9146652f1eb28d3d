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

package io.omninode.kafka.test.waiting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RoundsTests {

	private final Rounds<String, String> rounds = new Rounds<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<List<String>> done = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch goOn = new CountDownLatch(1);

	@AfterEach
	void end() {
		this.threads.shutdownNow();
	}

	@Test
	void whatAsksDuringARoundTakesPartInTheNext() throws Exception {
		Future<?> first = join("a", this::hold);
		this.begun.await();
		List<Future<?>> others = List.of(join("b", this.done::add), join("c", this.done::add),
				join("d", this.done::add));
		Awaitility.await().until(() -> waiting() == 3);
		this.goOn.countDown();
		for (Future<?> each : others) {
			each.get(1, TimeUnit.MINUTES);
		}
		first.get(1, TimeUnit.MINUTES);
		assertThat(this.done).hasSize(2).first().isEqualTo(List.of("a"));
		assertThat(this.done.get(1)).containsExactlyInAnyOrder("b", "c", "d");
	}

	@Test
	void anotherKeyIsAnotherWork() throws Exception {
		Future<?> first = join("a", this::hold);
		this.begun.await();
		this.rounds.join("other", "b", this.done::add);
		assertThat(this.done).containsExactly(List.of("b"));
		this.goOn.countDown();
		first.get(1, TimeUnit.MINUTES);
	}

	@Test
	void aFailureIsThatOfAllWhoTakePart() throws Exception {
		Future<?> first = join("a", this::hold);
		this.begun.await();
		Future<?> second = join("b", RoundsTests::fail);
		Future<?> third = join("c", RoundsTests::fail);
		Awaitility.await().until(() -> waiting() == 2);
		this.goOn.countDown();
		first.get(1, TimeUnit.MINUTES);
		for (Future<?> each : List.of(second, third)) {
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> each.get(1, TimeUnit.MINUTES))
				.withRootCauseInstanceOf(IllegalStateException.class);
		}
		this.rounds.join("key", "d", this.done::add);
		assertThat(this.done).contains(List.of("d"));
	}

	@Test
	void whenTheFirstIsInterruptedBeforeItsRoundTheOthersGoOn() throws Exception {
		Future<?> first = join("a", this::hold);
		this.begun.await();
		Future<?> leader = join("b", this.done::add);
		Awaitility.await().until(() -> waiting() == 1);
		Future<?> follower = join("c", this.done::add);
		Awaitility.await().until(() -> waiting() == 2);
		leader.cancel(true);
		this.goOn.countDown();
		follower.get(1, TimeUnit.MINUTES);
		first.get(1, TimeUnit.MINUTES);
		assertThat(this.done.get(this.done.size() - 1)).contains("c");
	}

	@Test
	void whenTheFirstIsInterruptedDuringItsRoundTheOthersBeginAnew() throws Exception {
		Future<?> first = join("a", this::hold);
		this.begun.await();
		CountDownLatch leading = new CountDownLatch(1);
		Future<?> leader = join("b", (parts) -> {
			leading.countDown();
			holdForEver();
		});
		Awaitility.await().until(() -> waiting() == 1);
		Future<?> follower = join("c", this.done::add);
		Awaitility.await().until(() -> waiting() == 2);
		this.goOn.countDown();
		first.get(1, TimeUnit.MINUTES);
		leading.await();
		leader.cancel(true);
		follower.get(1, TimeUnit.MINUTES);
		assertThat(this.done).containsExactly(List.of("a"), List.of("c"));
	}

	private static void holdForEver() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			throw Interruption.during("holding a round", ex);
		}
	}

	private Future<?> join(String part, Consumer<List<String>> work) {
		CompletableFuture<Thread> started = new CompletableFuture<>();
		Future<?> joined = this.threads.submit(() -> {
			Thread.currentThread().setName("round-" + part);
			started.complete(Thread.currentThread());
			this.rounds.join("key", part, work);
		});
		started.join();
		return joined;
	}

	private void hold(List<String> parts) {
		this.begun.countDown();
		try {
			this.goOn.await();
		}
		catch (InterruptedException ex) {
			throw Interruption.during("holding a round", ex);
		}
		this.done.add(parts);
	}

	private static void fail(List<String> parts) {
		throw new IllegalStateException("Failed as it was told to");
	}

	/**
	 * Return how many threads wait for a round.
	 */
	private static long waiting() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("round-") && thread.getState() == Thread.State.WAITING
					&& List.of(thread.getStackTrace()).toString().contains("Round.await"))
			.count();
	}

}
