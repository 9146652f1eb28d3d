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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Deadline}.
 */
class DeadlineTests {

	private static final Duration A_MINUTE = Duration.ofMinutes(1);

	private static final Duration POLL = Duration.ofMillis(1);

	private final AtomicInteger looks = new AtomicInteger();

	@Test
	void whenTheConditionIsTrueLooksOnce() {
		assertThat(Deadline.in(Duration.ZERO).isMet(A_MINUTE, () -> isLook(1))).isTrue();
		assertThat(this.looks).hasValue(1);
	}

	@Test
	void whenTheConditionBecomesTrueEnds() {
		assertThat(Deadline.in(A_MINUTE).isMet(POLL, () -> isLook(5))).isTrue();
		assertThat(this.looks).hasValue(5);
	}

	@Test
	void whenTheConditionStaysFalseEndsAtTheDeadline() {
		Deadline deadline = Deadline.in(Duration.ofMillis(20));
		assertThat(deadline.isMet(POLL, () -> isLook(Integer.MAX_VALUE))).isFalse();
		assertThat(deadline.left()).isZero();
		assertThat(this.looks).hasValueGreaterThan(1);
	}

	@Test
	void looksALastTimeAtTheDeadline() {
		Deadline deadline = Deadline.in(Duration.ofMillis(20));
		assertThat(deadline.isMet(A_MINUTE, () -> deadline.left().isZero())).isTrue();
	}

	@Test
	void limitsAllWaitsTogether() {
		Deadline deadline = Deadline.in(Duration.ofMillis(20));
		deadline.isMet(POLL, () -> false);
		assertThat(deadline.isMet(A_MINUTE, () -> isLook(3))).isFalse();
		assertThat(this.looks).hasValue(2);
	}

	@Test
	void whenTheTimeoutIsLongerThanTheClockDoesNotEndAtOnce() {
		Deadline deadline = Deadline.in(Duration.ofSeconds(Long.MAX_VALUE));
		assertThat(deadline.left()).isGreaterThan(A_MINUTE);
		assertThat(deadline.isMet(POLL, () -> isLook(3))).isTrue();
	}

	@Test
	void whenTheConditionThrowsThrows() {
		IllegalArgumentException failure = new IllegalArgumentException("not this way");
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> Deadline.in(A_MINUTE).isMet(POLL, () -> {
				throw failure;
			}))
			.isSameAs(failure);
	}

	@Test
	void looksOnTheThreadThatWaits() {
		List<Thread> threads = new ArrayList<>();
		Deadline.in(A_MINUTE).isMet(POLL, () -> threads.add(Thread.currentThread()) && isLook(2));
		assertThat(threads).containsOnly(Thread.currentThread()).hasSize(2);
	}

	@Test
	void whenInterruptedEndsAndStaysInterrupted() {
		CountDownLatch looking = new CountDownLatch(1);
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		Thread waiting = new Thread(() -> {
			assertThatIllegalStateException()
				.isThrownBy(() -> Deadline.in(A_MINUTE).isMet(A_MINUTE, () -> look(looking)))
				.withMessage("Interrupted while waiting")
				.withCauseInstanceOf(InterruptedException.class);
			interrupted.complete(Thread.currentThread().isInterrupted());
		}, "waiting");
		waiting.start();
		assertThat(Deadline.in(A_MINUTE).isMet(POLL, () -> looking.getCount() == 0)).isTrue();
		waiting.interrupt();
		assertThat(interrupted.orTimeout(1, TimeUnit.MINUTES).join()).isTrue();
	}

	private static boolean look(CountDownLatch looking) {
		looking.countDown();
		return false;
	}

	private boolean isLook(int number) {
		return this.looks.incrementAndGet() == number;
	}

}
