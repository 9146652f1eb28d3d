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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.omninode.kafka.test.fixture.OnOneJdk;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.report.LoadCounts;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.report.LoadSecond;
import io.omninode.kafka.test.report.LostRequest;
import io.omninode.kafka.test.topic.UnknownNameException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@SpringBootTest(classes = LoadApplication.class,
		properties = { "kafka.test.codegen-topics=false", "kafka.test.topics.load-request=" + LoadApplication.REQUESTS,
				"kafka.test.topics.load-response=" + LoadApplication.REPLIES,
				"kafka.test.topics.other-request=other.requests", "kafka.test.topics.other-response=other.replies",
				"kafka.test.topics.loop-request=loop", "kafka.test.topics.loop-response=loop",
				"kafka.test.load.directory=target/kafka-test/load-driver" })
@KafkaTest
@OnOneJdk
class LoadDriverIntegrationTests {

	@Autowired
	private LoadDriver load;

	@Autowired
	private LoadApplication application;

	@AfterEach
	void thaw() {
		this.application.thaw();
	}

	@Test
	void everyRequestOfEveryUserIsReplied() {
		LoadReport report = this.load.run(LoadPlan.concurrent("load", 20, 2000).event((number) -> Map.of("n", number)));
		assertThat(report).lostNone().timedOutNone().failedNone().duplicatedNone().keptOrder().throughputAtLeast(1);
		assertThat(report.counts()).isEqualTo(new LoadCounts(2000, 2000, 2000, 0, 0, 0, 0, 0, Map.of()));
		assertThat(report.responseTime().count()).isEqualTo(2000);
		assertThat(report.serviceTime().count()).isEqualTo(2000);
		assertThat(report.sendDelay().count()).isEqualTo(2000);
		assertThat(report.seconds().stream().mapToLong(LoadSecond::replied).sum()).isEqualTo(2000);
		assertThat(report.seconds().stream().mapToLong(LoadSecond::sent).sum()).isEqualTo(2000);
		assertThat(report.interrupted()).isFalse();
	}

	@Test
	void lostAndDuplicatedRequestsAreCountedExactly() {
		LoadReport report = this.load.run(LoadPlan.concurrent("load", 50, 3000)
			.timeout(Duration.ofSeconds(10))
			.event((number) -> Map.of("n", number, "do", (number % 1000 == 999) ? "drop" : twiceOrEcho(number))));
		LoadCounts counts = report.counts();
		assertThat(counts.sent()).isEqualTo(3000);
		assertThat(counts.lost()).isEqualTo(3);
		assertThat(counts.late()).isZero();
		assertThat(counts.replied()).isEqualTo(2997);
		assertThat(counts.duplicates()).isEqualTo(30);
		assertThat(report.responseTime().count()).isEqualTo(2997);
		assertThat(report.lostRequests()).extracting(LostRequest::number).containsExactly(999, 1999, 2999);
		assertThat(report.lostRequests()).allMatch(LostRequest::acknowledged);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(report).lostNone())
			.withMessageStartingWith(
					"Expected no request to be lost in load <load-concurrent>, but 3 of 3000 were.\n\n")
			.withMessageContaining("\nEvidence: " + report.lostRequests().get(0) + "\n          ");
	}

	private static String twiceOrEcho(int number) {
		return (number % 100 == 50) ? "twice" : "echo";
	}

	@Test
	void repliesOutOfOrderAreCountedForEachKey() {
		LoadReport report = this.load.run(LoadPlan.sustained("load", 500, Duration.ofSeconds(1))
			.key((number) -> "key-" + number % 2)
			.event((number) -> Map.of("n", number, "do", reordering(number))));
		assertThat(report.counts().outOfOrder()).isEqualTo(10);
		assertThat(report).lostNone().timedOutNone().duplicatedNone();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(report).keptOrder())
			.withMessageStartingWith(
					"Expected no request to be out of order in load <load-sustained>, but 10 of 500 were.");
	}

	/**
	 * Every fifty requests one is overtaken by another with its key, and one by another
	 * with another key, which is no fault.
	 */
	private static String reordering(int number) {
		return switch (number % 50) {
			case 10, 20 -> "hold";
			case 12, 21 -> "release";
			default -> "echo";
		};
	}

	@Test
	void lateRepliesAreNotLost() {
		LoadReport report = this.load.run(LoadPlan.concurrent("load", 1, 10)
			.timeout(Duration.ofMillis(1500))
			.event((number) -> Map.of("n", number, "do", lateness(number))));
		LoadCounts counts = report.counts();
		assertThat(counts.timedOut()).isEqualTo(2);
		assertThat(counts.late()).isEqualTo(2);
		assertThat(counts.lost()).isZero();
		assertThat(counts.replied()).isEqualTo(8);
		assertThat(report).lostNone();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(report).timedOutNone());
	}

	private static String lateness(int number) {
		return switch (number) {
			case 0, 1 -> "hold";
			case 2 -> "release";
			default -> "echo";
		};
	}

	@Test
	void aFrozenServiceShowsInTheResponseTimes() {
		LoadReport report = this.load.run(LoadPlan.sustained("load", 200, Duration.ofSeconds(2)).event((number) -> {
			freezeFrom(number, 100, 300);
			return Map.of("n", number);
		}));
		assertThat(report).lostNone();
		assertThat(report.counts().replied()).isEqualTo(400);
		assertThat(report.responseTime().p50()).isGreaterThan(report.sendDelay().p50());
		assertThat(report.responseTime().p90()).isGreaterThan(Duration.ofMillis(500));
		assertThat(report.responseTime().p99()).isGreaterThan(Duration.ofMillis(750));
		assertThat(report.seconds()).extracting(LoadSecond::inFlight).anyMatch((inFlight) -> inFlight > 75);
	}

	private void freezeFrom(int number, int first, int last) {
		if (number == first) {
			this.application.freeze();
		}
		if (number == last) {
			this.application.thaw();
		}
	}

	@Test
	void exchangesAreMixedByWeight() {
		LoadReport report = this.load.run(LoadPlan.concurrent("load", 10, 400)
			.weight(3)
			.event((number) -> Map.of("n", number))
			.and("other")
			.event((number) -> Map.of("do", (number < 400) ? "twice" : "echo")));
		assertThat(report.counts().replied()).isEqualTo(400);
		assertThat(report.counts().duplicates()).isEqualTo(100);
	}

	@Test
	void aWarmUpIsNotCounted() {
		LoadReport report = this.load.run(LoadPlan.sustained("load", 200, Duration.ofSeconds(1))
			.warmUp(Duration.ofSeconds(1))
			.event((number) -> Map.of("n", number, "do", (number < 200) ? "twice" : "echo")));
		assertThat(report.counts()).isEqualTo(new LoadCounts(200, 200, 200, 0, 0, 0, 0, 0, Map.of()));
	}

	@Test
	void eachStepHasItsFigures() {
		byte[] large = new byte[2 * 1024 * 1024];
		LoadReport report = this.load.run(LoadPlan.sustained("load", 50, Duration.ofSeconds(1))
			.warmUp(Duration.ofMillis(200))
			.ramp(10, 50, Duration.ofSeconds(1))
			.steps(50, 100)
			.timeout(Duration.ofSeconds(10))
			.event((number) -> inStep(number - 2, large)));
		assertThat(report.steps()).extracting(LoadReport.Step::rate).containsExactly("10-50/s", "50/s", "100/s");
		assertThat(report.steps()).extracting(LoadReport.Step::sent).containsExactly(30L, 50L, 100L);
		assertThat(report.steps()).extracting(LoadReport.Step::replied).containsExactly(30L, 48L, 97L);
		assertThat(report.steps()).extracting(LoadReport.Step::failed).containsExactly(0L, 2L, 0L);
		assertThat(report.steps()).extracting(LoadReport.Step::timedOut).containsExactly(0L, 0L, 3L);
		assertThat(report.counts().replied()).isEqualTo(175);
	}

	private static Object inStep(int number, byte[] large) {
		if (number == 40 || number == 41) {
			return large;
		}
		return Map.of("n", number, "do", (number >= 90 && number < 93) ? "drop" : "echo");
	}

	@Test
	void requestsThatAreTooLargeFail() {
		byte[] large = new byte[2 * 1024 * 1024];
		LoadReport report = this.load
			.run(LoadPlan.concurrent("load", 2, 10).event((number) -> (number % 5 == 4) ? large : Map.of("n", number)));
		assertThat(report.counts().failures()).containsExactly(Map.entry("RecordTooLargeException", 2L));
		assertThat(report.counts().replied()).isEqualTo(8);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(report).failedNone())
			.withMessageContaining("10 sent, 8 acknowledged, 2 failed (2 RecordTooLargeException)");
	}

	@Test
	void requestsThatAreTheirOwnRepliesAreMeasured() {
		LoadReport report = this.load.run(LoadPlan.concurrent("loop", 1000, 20_000).event((number) -> "{\"a\":1}"));
		assertThat(report.counts()).isEqualTo(new LoadCounts(20_000, 20_000, 20_000, 0, 0, 0, 0, 0, Map.of()));
	}

	@Test
	void anEventKeepsItsOwnId() {
		LoadReport report = this.load.run(LoadPlan.concurrent("load", 2, 20)
			.event((number) -> Map.of("correlation_id", "own-" + number, "do", (number == 3) ? "twice" : "echo")));
		assertThat(report.counts().replied()).isEqualTo(20);
		assertThat(report.counts().duplicates()).isEqualTo(1);
	}

	@Test
	void anIdThatComesTwiceIsRefused() {
		LoadPlan plan = LoadPlan.concurrent("load", 2, 20).event((number) -> Map.of("correlation_id", "same"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.load.run(plan))
			.withMessage("The events of requests 0 and 1 have the same correlation id <same>: "
					+ "give each its own, or leave it out to get a fresh one");
	}

	@Test
	void aFactoryThatFailsEndsTheLoad() {
		LoadPlan plan = LoadPlan.sustained("load", 100, Duration.ofMinutes(5)).event((number) -> {
			throw new IllegalStateException("no more orders");
		});
		assertThatIllegalStateException().isThrownBy(() -> this.load.run(plan))
			.withMessage("The event factory failed for request 0: java.lang.IllegalStateException: no more orders");
	}

	@Test
	void anUnknownExchangeIsRefused() {
		assertThatExceptionOfType(UnknownNameException.class)
			.isThrownBy(() -> this.load.run(LoadPlan.concurrent("lod", 1, 1).event((number) -> Map.of())))
			.withMessageStartingWith("Unknown exchange <lod>. Known, nearest first: <load>, ");
	}

	@Test
	void aPlanWithoutEventIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.load.run(LoadPlan.concurrent("load", 1, 1)))
			.withMessage("The plan has no event for exchange <load>: say what to send with event((number) -> …)");
	}

	@Test
	void anInterruptEndsTheLoadAndStillReports() throws Exception {
		AtomicReference<LoadReport> report = new AtomicReference<>();
		AtomicReference<Boolean> interrupted = new AtomicReference<>();
		CompletableFuture<Void> begun = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			report.set(this.load.run(LoadPlan.sustained("load", 100, Duration.ofMinutes(5)).event((number) -> {
				if (number == 50) {
					begun.complete(null);
				}
				return Map.of("n", number);
			})));
			interrupted.set(Thread.currentThread().isInterrupted());
		}, "kafka-test-load-interrupted");
		thread.start();
		begun.get(1, TimeUnit.MINUTES);
		thread.interrupt();
		thread.join(TimeUnit.MINUTES.toMillis(1));
		assertThat(thread.isAlive()).isFalse();
		assertThat(interrupted.get()).isTrue();
		assertThat(report.get().interrupted()).isTrue();
		assertThat(report.get().counts().sent()).isBetween(49L, 29_000L);
		assertThat(report.get().table()).startsWith("Load <load-sustained> <load>: 100/s for 300s, interrupted\n");
	}

	@Test
	void aRateThatHoldsIsSearchedEvenIfThereIsNone() {
		LoadReport report = this.load.run(LoadPlan.sustained("load", 50, Duration.ofMillis(100))
			.event((number) -> Map.of("n", number))
			.name("search")
			.findMaximumRate(RateThreshold.p99(Duration.ofNanos(1))));
		assertThat(report.maximumRate()).isEmpty();
		assertThat(report.triedRates()).isNotEmpty().noneMatch(LoadReport.TriedRate::held);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(report).maximumRateAtLeast(1))
			.withMessageStartingWith("Expected a maximum rate of at least 1/s in load <search>, but it was 0/s.");
	}

}
