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

package io.omninode.kafka.test.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OpenPacing} and {@link ClosedPacing}.
 */
class PacingTests {

	private static final long MILLI = 1_000_000;

	private final FakeClock clock = new FakeClock();

	@Test
	void requestsLeaveOnSchedule() {
		Pacing pacing = open(LoadPlan.sustained("a", 10, Duration.ofSeconds(1)));
		assertThat(dues(pacing)).containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L);
		assertThat(pacing.inFlight()).isEqualTo(10);
		assertThat(pacing.progress()).isEqualTo(1);
	}

	@Test
	void aLateRequestIsDueWhenItShouldHaveLeft() {
		Pacing pacing = open(LoadPlan.sustained("a", 10, Duration.ofSeconds(1)));
		this.clock.advance(350 * MILLI);
		assertThat(pacing.awaitDue()).isZero();
		pacing.leave();
		assertThat(pacing.awaitDue()).isEqualTo(100 * MILLI);
		assertThat(this.clock.nanoTime()).isEqualTo(350 * MILLI);
	}

	@Test
	void stagesFollowEachOther() {
		Pacing pacing = open(LoadPlan.sustained("a", 2, Duration.ofSeconds(1)).steps(2, 4));
		assertThat(dues(pacing)).containsExactly(0L, 500L, 1000L, 1250L, 1500L, 1750L);
	}

	@Test
	void progressIsThatOfTheScheduleWhateverTheRate() {
		Pacing pacing = open(
				LoadPlan.sustained("a", 1, Duration.ofSeconds(1)).steps(1, 9).warmUp(Duration.ofSeconds(1)));
		assertThat(pacing.progress()).isZero();
		pacing.awaitDue();
		pacing.leave();
		assertThat(pacing.progress()).isZero();
		pacing.awaitDue();
		pacing.leave();
		assertThat(pacing.progress()).isEqualTo(0.5);
		assertThat(dues(pacing)).hasSize(9);
		assertThat(pacing.progress()).isEqualTo(1);
	}

	@Test
	void aWarmUpComesFirstAndDoesNotCount() {
		Pacing pacing = open(
				LoadPlan.sustained("a", 2, Duration.ofSeconds(1)).steps(2, 4).warmUp(Duration.ofSeconds(1)));
		List<Integer> steps = new ArrayList<>();
		while (pacing.hasNext()) {
			pacing.awaitDue();
			steps.add(pacing.step());
			pacing.leave();
		}
		assertThat(steps).containsExactly(-1, -1, 0, 0, 1, 1, 1, 1);
		assertThat(pacing.progress()).isEqualTo(1);
	}

	@Test
	void aRequestWaitsForTheLimitInFlightAndIsLateThen() {
		Pacing pacing = open(LoadPlan.sustained("a", 10, Duration.ofSeconds(1)).maxInFlight(1));
		pacing.awaitDue();
		pacing.leave();
		this.clock.advance(100 * MILLI);
		this.clock.onPark(() -> pacing.finish(this.clock.nanoTime()));
		assertThat(pacing.awaitDue()).isEqualTo(100 * MILLI);
		assertThat(this.clock.nanoTime()).isGreaterThan(100 * MILLI);
		assertThat(pacing.limited()).isEqualTo(1);
	}

	@Test
	void aUserSendsAgainWhenItsRequestIsFinished() {
		Pacing pacing = Pacing.of(LoadPlan.concurrent("a", 2, 3).event((number) -> Map.of()), this.clock);
		assertThat(pacing.awaitDue()).isZero();
		pacing.leave();
		assertThat(pacing.awaitDue()).isZero();
		pacing.leave();
		this.clock.onPark(() -> pacing.finish(77));
		assertThat(pacing.awaitDue()).isEqualTo(77);
		pacing.leave();
		assertThat(pacing.hasNext()).isFalse();
	}

	@Test
	void usersBeyondTheLimitInFlightDoNotSend() {
		Pacing pacing = Pacing.of(LoadPlan.concurrent("a", 5, 10).maxInFlight(1), this.clock);
		pacing.awaitDue();
		pacing.leave();
		this.clock.onPark(() -> pacing.finish(5));
		assertThat(pacing.awaitDue()).isEqualTo(5);
	}

	@Test
	void usersWarmUpForATime() {
		Pacing pacing = Pacing.of(LoadPlan.concurrent("a", 1, 1).warmUp(Duration.ofNanos(10)), this.clock);
		pacing.awaitDue();
		assertThat(pacing.step()).isEqualTo(Pacing.WARM_UP);
		pacing.leave();
		pacing.finish(9);
		pacing.awaitDue();
		assertThat(pacing.step()).isEqualTo(Pacing.WARM_UP);
		pacing.leave();
		pacing.finish(10);
		pacing.awaitDue();
		assertThat(pacing.step()).isZero();
	}

	@Test
	void nothingLeavesAfterAStop() {
		Pacing open = open(LoadPlan.sustained("a", 10, Duration.ofSeconds(1)));
		open.stop();
		assertThat(open.hasNext()).isFalse();
		Pacing closed = Pacing.of(LoadPlan.concurrent("a", 1, 5), this.clock);
		closed.awaitDue();
		closed.leave();
		this.clock.onPark(closed::stop);
		closed.awaitDue();
		assertThat(closed.isStopped()).isTrue();
		assertThat(closed.hasNext()).isFalse();
	}

	private Pacing open(LoadPlan plan) {
		return Pacing.of(plan, this.clock);
	}

	private static List<Long> dues(Pacing pacing) {
		List<Long> dues = new ArrayList<>();
		while (pacing.hasNext()) {
			dues.add(pacing.awaitDue() / MILLI);
			pacing.leave();
		}
		return dues;
	}

}
