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
 * How long an answer of the cluster is awaited.
 *
 * @param ifGone how long where no broker answers any more
 * @param atMost how long where one does; zero for without a limit, for what has a limit
 * of its own
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Patience(Duration ifGone, Duration atMost) {

	private static final Duration LOOK = Duration.ofMillis(150);

	private static final Duration UNDER_WAY = Duration.ofSeconds(30);

	/**
	 * Return a patience for what has a limit of its own while a broker answers.
	 * @param ifGone how long where no broker answers any more
	 * @return the patience
	 */
	public static Patience of(Duration ifGone) {
		return new Patience(ifGone, Duration.ZERO);
	}

	/**
	 * Return the patience of a wait that has a timeout, or of a record that is sent:
	 * while a broker is there, it has half a minute more for the answer that is under
	 * way.
	 * @param timeout the timeout, which is all where no broker answers any more
	 * @return the patience
	 */
	public static Patience ofWait(Duration timeout) {
		return new Patience(timeout, timeout.plus(UNDER_WAY));
	}

	/**
	 * Return a short patience for what is asked when the time of a wait is over.
	 * @param atMost how long where a broker answers
	 * @return the patience
	 */
	public static Patience atTheEnd(Duration atMost) {
		return new Patience(LOOK, atMost);
	}

}
