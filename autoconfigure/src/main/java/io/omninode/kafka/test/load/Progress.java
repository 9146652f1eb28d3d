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

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.report.LoadSecond;
import io.omninode.kafka.test.waiting.Durations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the progress of a load every five seconds.
 */
final class Progress {

	private static final Logger logger = LoggerFactory.getLogger(LoadDriver.class);

	private static final long LOG_NANOS = 5_000_000_000L;

	private final String name;

	private long loggedNanos;

	Progress(String name, long startNanos) {
		this.name = name;
		this.loggedNanos = startNanos;
	}

	void update(long now, State state) {
		if (now - this.loggedNanos >= LOG_NANOS) {
			this.loggedNanos = now;
			logger.info("{}", line(state));
		}
	}

	private String line(State state) {
		return "Load <" + Excerpt.of(this.name) + ">: " + Math.round(state.done() * 100) + "% done, "
				+ Math.round(state.second().repliedRate()) + "/s, " + state.second().inFlight() + " in flight, p99 "
				+ Durations.rounded(state.p99()) + ", " + state.errors() + " errors, " + left(state);
	}

	private static String left(State state) {
		if (state.done() <= 0) {
			return "time left not known";
		}
		long nanos = (long) (state.second().end().toNanos() * (1 - Math.min(1, state.done())) / state.done());
		return Duration.ofNanos(nanos).toSeconds() + "s left";
	}

	/**
	 * The progress of a load.
	 *
	 * @param done the part that is done, from 0 to 1
	 * @param second the figures of the last second
	 * @param p99 the 99th percentile of the response time so far
	 * @param errors requests that have failed or timed out so far
	 */
	record State(double done, LoadSecond second, Duration p99, long errors) {

	}

}
