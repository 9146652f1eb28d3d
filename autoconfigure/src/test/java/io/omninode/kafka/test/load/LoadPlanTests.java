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
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.topic.ExchangeTopics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LoadPlan}.
 */
class LoadPlanTests {

	private static final LoadPlan SUSTAINED = LoadPlan.sustained("orders", 500, Duration.ofSeconds(30));

	private static final LoadPlan CONCURRENT = LoadPlan.concurrent("orders", 20, 1000);

	@Test
	void aPlanSaysWhatIsSent() {
		assertThat(SUSTAINED).hasToString("<orders>: 500/s for 30s");
		assertThat(CONCURRENT).hasToString("<orders>: 20 users, 1000 requests");
		assertThat(LoadPlan.concurrent("orders", 1, 5)).hasToString("<orders>: 1 user, 5 requests");
		assertThat(SUSTAINED.weight(3).and("billing").weight(2).ramp(10, 500, Duration.ofMillis(2500)))
			.hasToString("<orders> x 3, <billing> x 2: 10/s to 500/s for 2.5s, then 500/s for 30s");
		assertThat(SUSTAINED.steps(100, 200)).hasToString("<orders>: 100/s for 30s, then 200/s for 30s");
	}

	@Test
	void aPlanIsNamedAfterItsExchangeAndKind() {
		assertThat(SUSTAINED.name()).isEqualTo("orders-sustained");
		assertThat(CONCURRENT.name()).isEqualTo("orders-concurrent");
		assertThat(CONCURRENT.name("peak").name()).isEqualTo("peak");
	}

	@Test
	void aPlanIsNotChanged() {
		SUSTAINED.event((number) -> Map.of())
			.key((number) -> "k")
			.weight(2)
			.warmUp(Duration.ofSeconds(1))
			.timeout(Duration.ofSeconds(1))
			.maxInFlight(5)
			.name("other")
			.steps(1)
			.ramp(1, 2, Duration.ofSeconds(1))
			.and("billing")
			.findMaximumRate(RateThreshold.p99(Duration.ofSeconds(1)));
		assertThat(SUSTAINED).hasToString("<orders>: 500/s for 30s");
		assertThat(SUSTAINED.options()).isEqualTo(PlanOptions.DEFAULTS);
		assertThat(SUSTAINED.targets()).containsExactly(new Target("orders", 1, null, null));
	}

	@Test
	void whatCannotWorkIsRefused() {
		refused(() -> LoadPlan.concurrent("orders", 0, 1),
				"The number of users has to be positive, not <0>: give at least 1");
		refused(() -> LoadPlan.concurrent("orders", 1, -1),
				"The number of requests has to be positive, not <-1>: give at least 1");
		refused(() -> LoadPlan.sustained("orders", -5, Duration.ofSeconds(1)),
				"The rate of a load has to be positive, not <-5>: give at least 1");
		refused(() -> LoadPlan.sustained("orders", 5, Duration.ZERO),
				"The duration of a load has to be positive, not <PT0S>: give it at least a millisecond");
		refused(() -> LoadPlan.concurrent(" ", 1, 1), "The name of an exchange must not be empty, as < > is");
		refused(() -> SUSTAINED.name(""), "The name of a load must not be empty, as <> is");
		refused(() -> SUSTAINED.weight(0), "The weight of an exchange has to be positive, not <0>: give at least 1");
		refused(() -> SUSTAINED.warmUp(Duration.ofSeconds(-1)),
				"A warm-up cannot be negative, as <PT-1S> is: leave it out to have none");
		refused(() -> SUSTAINED.timeout(Duration.ZERO),
				"A timeout has to be positive, not <PT0S>: give it at least a millisecond");
		refused(() -> SUSTAINED.maxInFlight(0),
				"The number of requests in flight has to be positive, not <0>: give at least 1");
		refused(() -> SUSTAINED.ramp(-1, 5, Duration.ofSeconds(1)), "A ramp cannot begin at <-1>: begin at 0 or more");
		refused(() -> SUSTAINED.steps(), "Steps need at least one rate: steps(100, 200, 400) for example");
		refused(() -> new RateThreshold(0, Duration.ofSeconds(1)),
				"A percentile has to be above 0 and at most 100, not <0.0>: 99 is usual");
		refused(() -> RateThreshold.p99(Duration.ZERO),
				"The response time of a threshold has to be positive, not <PT0S>: give it at least a millisecond");
	}

	private static void refused(Runnable action, String message) {
		assertThatIllegalArgumentException().isThrownBy(action::run).withMessage(message);
	}

	@Test
	void aConcurrentPlanHasNoRate() {
		assertThatIllegalStateException().isThrownBy(() -> CONCURRENT.steps(1))
			.withMessage("A concurrent load has no rate, so steps has no meaning for it: "
					+ "begin with LoadPlan.sustained(exchange, ratePerSecond, duration)");
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> CONCURRENT.ramp(1, 2, Duration.ofSeconds(1)));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> CONCURRENT.findMaximumRate(RateThreshold.p90(Duration.ofSeconds(1))));
	}

	@Test
	void theRequestsOfAStageAreSpreadEvenly() {
		Stage stage = Stage.constant(4, Duration.ofSeconds(3));
		assertThat(stage.requests()).isEqualTo(12);
		assertThat(stage.dueNanos(0)).isZero();
		assertThat(stage.dueNanos(6)).isEqualTo(1_500_000_000L);
	}

	@Test
	void theRateOfARampChangesEvenly() {
		Stage up = Stage.ramp(0, 100, Duration.ofSeconds(2));
		assertThat(up.requests()).isEqualTo(100);
		assertThat(up.dueNanos(25)).isEqualTo(1_000_000_000L);
		assertThat(up.dueNanos(100)).isEqualTo(2_000_000_000L);
		Stage down = Stage.ramp(100, 50, Duration.ofSeconds(2));
		assertThat(down.requests()).isEqualTo(150);
		assertThat(down.dueNanos(150)).isEqualTo(2_000_000_000L);
		assertThat(down.dueNanos(75)).isLessThan(1_000_000_000L);
	}

	@Test
	void exchangesTakeTurnsByWeight() {
		Routes routes = new Routes(List.of(route("a", 3), route("b", 1)));
		assertThat(java.util.stream.IntStream.range(0, 8).map((each) -> routes.next())).containsExactly(0, 0, 1, 0, 0,
				0, 1, 0);
	}

	private static Route route(String exchange, int weight) {
		return new Route(new Target(exchange, weight, null, null),
				new ExchangeTopics(exchange, List.of(exchange), null));
	}

}
