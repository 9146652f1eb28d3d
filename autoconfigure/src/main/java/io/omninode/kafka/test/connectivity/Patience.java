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

package io.omninode.kafka.test.connectivity;

import java.time.Duration;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How long to wait for an answer of the cluster.
 *
 * @param ifGone how long to wait if no broker answers any more
 * @param atMost how long to wait if a broker answers; zero for no limit, for calls that
 * have a limit of their own
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Patience(Duration ifGone, Duration atMost) {

	private static final Duration LOOK = Duration.ofMillis(150);

	private static final Duration UNDER_WAY = Duration.ofSeconds(30);

	/**
	 * Return the patience for a call that has a limit of its own while a broker answers.
	 * @param ifGone how long to wait if no broker answers any more
	 * @return the patience
	 */
	public static Patience of(Duration ifGone) {
		return new Patience(ifGone, Duration.ZERO);
	}

	/**
	 * Return the patience for a wait that has a timeout, or for a record that is sent.
	 * While a broker answers, it has half a minute more for an answer that is already on
	 * its way.
	 * @param timeout the timeout, which is not extended if no broker answers any more
	 * @return the patience
	 */
	public static Patience ofWait(Duration timeout) {
		return new Patience(timeout, timeout.plus(UNDER_WAY));
	}

	/**
	 * Return a short patience for a question that is asked when the time of a wait is
	 * over.
	 * @param atMost how long to wait if a broker answers
	 * @return the patience
	 */
	public static Patience atTheEnd(Duration atMost) {
		return new Patience(LOOK, atMost);
	}

}
