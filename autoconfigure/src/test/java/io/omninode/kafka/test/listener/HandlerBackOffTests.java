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

package io.omninode.kafka.test.listener;

import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.listener.Attempts.Retry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HandlerBackOff} and {@link Attempts}.
 */
class HandlerBackOffTests {

	@Test
	void aFixedBackOffTellsHowManyAttemptsThereAreAndWhenTheNextIsDue() {
		assertThat(after(new FixedBackOff(1_000, 9), 3)).isEqualTo(retry(3, 10, 1_000));
		assertThat(after(new FixedBackOff(1_000, 9), 10)).isEqualTo(retry(10, 10, 0));
	}

	@Test
	void anExponentialBackOffTellsTheTimeThatHasGrown() {
		assertThat(after(new ExponentialBackOffWithMaxRetries(3), 2)).isEqualTo(retry(2, 4, 3_000));
		ExponentialBackOff limited = new ExponentialBackOff(100, 2);
		limited.setMaxElapsedTime(300);
		assertThat(after(limited, 1)).isEqualTo(retry(1, 3, 100));
	}

	@Test
	void anEndlessBackOffHasNoLimit() {
		assertThat(after(new FixedBackOff(20, FixedBackOff.UNLIMITED_ATTEMPTS), 7))
			.isEqualTo(retry(7, Retry.UNLIMITED, 20));
		assertThat(after(new ExponentialBackOff(20, 1), 7)).isEqualTo(retry(7, Retry.UNLIMITED, 20));
	}

	@Test
	void nothingIsGuessed() {
		ExponentialBackOff drawn = new ExponentialBackOff(100, 2);
		drawn.setJitter(50);
		assertThat(after(drawn, 1)).isNull();
		assertThat(after(() -> () -> 10, 1)).isNull();
		assertThat(after(new FixedBackOff(1, 1_000_000), 1)).isNull();
		assertThat(after(new FixedBackOff(1, FixedBackOff.UNLIMITED_ATTEMPTS), 1_000_000)).isNull();
	}

	@Test
	void attemptsSayHowManyAreToComeWhileThereAre() {
		assertThat(Attempts.of(1)).hasToString("1 attempt");
		assertThat(new Attempts(3, retry(3, 10, 0))).hasToString("3 of 10 attempts");
		assertThat(new Attempts(10, retry(10, 10, 0))).hasToString("10 attempts");
		assertThat(new Attempts(3, retry(3, Retry.UNLIMITED, 0))).hasToString("3 attempts");
		assertThat(new Attempts(4, retry(1, 10, 0)))
			.hasToString("4 attempts, by the count of its error handler 1 of 10");
	}

	private static @Nullable Retry after(BackOff backOff, int attempt) {
		return HandlerBackOff.after(backOff, attempt, 0);
	}

	private static Retry retry(int attempt, int limit, long millis) {
		return new Retry(attempt, limit, TimeUnit.MILLISECONDS.toNanos(millis));
	}

}
